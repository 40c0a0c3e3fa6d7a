// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "tenon/sandbox.h"
#include "tenon/step.h"

namespace cloudelements::sandbox {

// A local double of the Cloud Elements platform, as far as Tenon's steps and manifests use it.
class CloudElementsSandbox final : public tenon::Sandbox {
  public:
    static constexpr tenon::StepInfo info{"cloudelements", "1.0.0",
                                          "A local double of the Cloud Elements platform."};

    CloudElementsSandbox();
    ~CloudElementsSandbox() override;

    void start(const tenon::SandboxOptions& options) override;
    void stop() override;
    [[nodiscard]] std::string address() const override;
    [[nodiscard]] tenon::Value secrets() const override;
    [[nodiscard]] std::string example() const override;

  private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace cloudelements::sandbox
