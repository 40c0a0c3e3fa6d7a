// SPDX-License-Identifier: Apache-2.0
// The Context of steps that ask nothing of the world.
#pragma once

#include <stdexcept>

#include "tenon/context.h"

namespace support {

class BareContext final : public tenon::Context {
  public:
    tenon::Http& http() override { throw std::logic_error("there is no HTTP in this test"); }
    [[nodiscard]] const tenon::Limits& limits() const override { return limits_; }
    void log(tenon::LogLevel, std::string_view) override {}
    [[nodiscard]] std::string_view idempotencyKey() const override { return "key"; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view) const override { return false; }

  private:
    const tenon::Limits limits_{};
};

}  // namespace support
