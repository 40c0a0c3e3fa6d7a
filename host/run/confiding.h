// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/names.h"
#include "values/scope.h"
#include "world/redactor.h"

namespace tenon::run {

// What expressions make of secrets is told to the redactor.
class Confiding final : public expr::Confidant {
  public:
    // The redactor outlives it.
    explicit Confiding(Redactor& redactor) : redactor_(redactor) {}
    void learn(const Value& value) override { redactor_.learn(value); }
    [[nodiscard]] Value value(const Value& value) const override { return redactor_.value(value); }

  private:
    Redactor& redactor_;
};

}  // namespace tenon::run
