// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/value.h"

namespace cloudelements::sandbox {

struct Instance;

// Documents by name, on levels: "organization", "account", "instance 427902"; of transformations,
// "organization sagecrm" and "account sagecrm" as well.
using Levels = std::map<std::string, std::map<std::string, tenon::Value>>;

// Definitions of virtual data resources, and how they are mapped.
struct Resources {
    Levels definitions, transformations;

    // The transformation of that name that counts for the instance: its own, else its account's,
    // else the organization's.
    [[nodiscard]] const tenon::Value* transformation(const Instance& instance,
                                                     const std::string& name) const;
    // The names of all that count for it.
    [[nodiscard]] std::vector<std::string> namesFor(const Instance& instance) const;
    [[nodiscard]] const tenon::Value* definition(const Instance& instance,
                                                 const std::string& name) const;
    void removeLevel(const std::string& level);

    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);
};

// How many documents there are, on all levels.
std::int64_t countOf(const Levels& levels);

}  // namespace cloudelements::sandbox
