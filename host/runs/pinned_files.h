// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "runs/pins.h"

namespace tenon::runs {

// The folder of a run's manifest: of the manifests in it those that the run keeps to, and what else
// it reads, as it is now. Any thread.
class PinnedFiles final : public world::Files {
  public:
    // Both outlive it.
    PinnedFiles(world::Files& now, const Pins& pins) : now_(now), pins_(pins) {}

    Result<std::string> read(const std::string& path) override {
        for (const auto& [name, text] : pins_.beside)
            if (name == path) return text;
        return now_.read(path);
    }
    [[nodiscard]] std::vector<std::string> others() const override {
        std::vector<std::string> out;
        for (const auto& pinned : pins_.beside) out.push_back(pinned.first);
        return out;
    }

  private:
    world::Files& now_;
    const Pins& pins_;
};

}  // namespace tenon::runs
