// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/error.h"
#include "tenon/value.h"

namespace cloudelements::sandbox {

// Reads one part of a state file. Each throws a StepError (configuration) where a member is not
// there or is of another kind: a file that somebody edited, or another program's.
class Kept {
  public:
    Kept(const tenon::Value& value, std::string what) : value_(value), what_(std::move(what)) {}

    [[noreturn]] void wrong(const std::string& member) const {
        throw tenon::StepError(
            tenon::makeError(tenon::ErrorKind::configuration, "sandbox state",
                             "The sandbox's state file does not hold a sandbox's state: in " +
                                 what_ + ", \"" + member +
                                 "\" is missing or not what it must be. Name another file, or "
                                 "remove this one to begin anew."));
    }
    [[nodiscard]] const tenon::Value& member(const std::string& name) const {
        const auto* found = value_.find(name);
        if (!found) wrong(name);
        return *found;
    }
    std::int64_t number(const std::string& name) const {
        const auto& found = member(name);
        if (!found.integer() || *found.integer() < 0) wrong(name);
        return *found.integer();
    }
    const std::string& text(const std::string& name) const {
        const auto& found = member(name);
        if (!found.string()) wrong(name);
        return *found.string();
    }
    bool flag(const std::string& name) const {
        const auto& found = member(name);
        if (!found.boolean()) wrong(name);
        return *found.boolean();
    }
    const tenon::Array& array(const std::string& name) const {
        const auto& found = member(name);
        if (!found.array()) wrong(name);
        return *found.array();
    }
    const tenon::Object& object(const std::string& name) const {
        const auto& found = member(name);
        if (!found.object()) wrong(name);
        return *found.object();
    }

  private:
    const tenon::Value& value_;
    std::string what_;
};

}  // namespace cloudelements::sandbox
