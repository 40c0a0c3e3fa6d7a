// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "tenon/fields.h"

namespace tenon::schema {

// What is said of a member that no schema is for.
inline constexpr const char* kUnknownMember = "is not known here";

inline constexpr std::size_t kMostMismatches = 1'000;

// What does not fit, each once, and no more than anybody reads.
class Findings {
  public:
    void add(const std::string& pointer, const std::string& text) {
        if (all_.size() < kMostMismatches && known_.insert(pointer + " " + text).second)
            all_.push_back({pointer, text});
    }
    void add(const Findings& others) {
        for (const auto& problem : others.all_) add(problem.pointer, problem.text);
    }
    [[nodiscard]] const std::vector<Problem>& all() const { return all_; }

  private:
    std::vector<Problem> all_;
    std::unordered_set<std::string> known_;
};

}  // namespace tenon::schema
