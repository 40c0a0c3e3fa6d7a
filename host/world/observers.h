// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "world/ports.h"

namespace tenon::world {

// Several observers as one. They outlive it.
class Observers final : public Observer {
  public:
    explicit Observers(std::vector<Observer*> all) : all_(std::move(all)) {}
    void on(const Event& event) override {
        for (auto* one : all_) one->on(event);
    }

  private:
    const std::vector<Observer*> all_;
};

}  // namespace tenon::world
