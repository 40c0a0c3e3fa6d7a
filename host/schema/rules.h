// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>

#include "schema/rule.h"

namespace tenon::schema {

// All rules of one schema. Any thread may compare with them.
class Rules {
  public:
    // `schema`: as readSchema() gives it.
    explicit Rules(Value schema);
    Rules(const Rules&) = delete;
    Rules& operator=(const Rules&) = delete;
    [[nodiscard]] const Rule& root() const { return *root_; }

  private:
    const Rule* make(const Value& schema);
    void keyword(const std::string& name, const Value& value, Rule& rule);
    std::vector<const Rule*> list(const Value& schemas);
    [[nodiscard]] const Value& target(std::string_view reference) const;

    const Value schema_;
    std::deque<Rule> rules_;
    std::map<const Value*, const Rule*> made_;
    // References that lead on: followed one after the other, for they may be many, or lead back.
    std::deque<std::pair<Rule*, const Value*>> open_;
    const Rule* root_;
};

}  // namespace tenon::schema
