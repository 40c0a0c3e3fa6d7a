// SPDX-License-Identifier: Apache-2.0
// A schema as it is asked: made once of what reader.h gives, then compared with any number of
// values. Neither a value nor a schema from outside can make it last for ever or take the stack.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/findings.h"
#include "schema/keywords.h"
#include "schema/pattern.h"

namespace tenon::schema {

// Pointers to rules are into the Rules that they belong to.
struct Rule {
    using Named = std::map<std::string, const Rule*, std::less<>>;

    const Rule* reference = nullptr;  // and nothing else counts then
    std::vector<Check> checks{};
    std::vector<std::string> required{};
    Named properties{};
    std::vector<std::pair<Pattern, const Rule*>> patterns{};
    const Rule* otherMembers = nullptr;
    const Rule* names = nullptr;
    std::map<std::string, std::vector<std::string>> needs{};  // dependencies: other members
    Named dependent{};                                        // and schemas
    std::vector<const Rule*> items{};                         // of the first ones
    const Rule* otherItems = nullptr;
    const Rule* contains = nullptr;
    std::vector<const Rule*> all{}, any{}, one{};
    const Rule* no = nullptr;
    const Rule *when = nullptr, *then = nullptr, *otherwise = nullptr;
};

// One comparison.
class Comparison {
  public:
    explicit Comparison(Watch& watch) : watch_(watch) {}
    // Does the value fit? `findings`: what does not, where somebody wants to know.
    bool fits(const Rule& rule, const Value& value, const std::string& pointer, Findings* findings);

  private:
    bool itself(const Rule& rule, const Value& value, const std::string& pointer,
                Findings* findings);
    bool members(const Rule& rule, const Object& object, const std::string& pointer,
                 Findings* findings);
    bool member(const Rule& rule, const Member& member, const std::string& pointer,
                Findings* findings);
    bool dependencies(const Rule& rule, const Value& value, const std::string& pointer,
                      Findings* findings);
    bool items(const Rule& rule, const Array& array, const std::string& pointer,
               Findings* findings);
    bool combined(const Rule& rule, const Value& value, const std::string& pointer,
                  Findings* findings);
    bool chosen(const Rule& rule, const Value& value, const std::string& pointer,
                Findings* findings);

    Watch& watch_;
    std::size_t depth_ = 0;
};

}  // namespace tenon::schema
