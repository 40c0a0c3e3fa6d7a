// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "tenon/value.h"

namespace tenon::world {

struct Loop;

// A round of a loop that is under way.
struct Round {
    std::shared_ptr<const Loop> loop{};  // null: of none
    std::size_t number = 0;              // counted from 1

    [[nodiscard]] std::size_t of() const;  // so many there may be
    [[nodiscard]] const Value& item() const;
};

// A `for` that goes through its items. Never changes: its rounds share it.
struct Loop {
    std::string position;  // of the task
    std::string task;      // its name
    int depth = 0;         // the same as of its events
    Value items;           // an array, in which a secret may be, as a Secret
    Round in{};            // the round of another loop that it stands in
};

inline std::size_t Round::of() const { return loop->items.array()->size(); }
inline const Value& Round::item() const { return (*loop->items.array())[number - 1]; }

}  // namespace tenon::world
