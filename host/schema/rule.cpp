// SPDX-License-Identifier: Apache-2.0
#include "schema/rule.h"

namespace tenon::schema {
namespace {

constexpr std::size_t kDeepest = 2'000;

class Level {
  public:
    explicit Level(std::size_t& depth) : depth_(++depth) {
        if (depth <= kDeepest) return;
        --depth;
        throw StepError(makeError(ErrorKind::validation, "schema",
                                  "The value cannot be compared with the schema: more than 2,000 "
                                  "schemas are inside each other."));
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

  private:
    std::size_t& depth_;
};

// The rest is asked only where somebody wants to know all.
bool goesOn(bool fits, const Findings* findings) {
    return fits || (findings && findings->all().size() < kMostMismatches);
}

bool refused(Findings* findings, const std::string& pointer, const std::string& text) {
    if (findings) findings->add(pointer, text);
    return false;
}

}  // namespace

bool Comparison::fits(const Rule& rule, const Value& value, const std::string& pointer,
                      Findings* findings) {
    const Level level(depth_);
    watch_.work(4);
    if (rule.reference) return fits(*rule.reference, value, pointer, findings);
    bool good = itself(rule, value, pointer, findings);
    if (const auto* object = value.object(); object && goesOn(good, findings)) {
        good = members(rule, *object, pointer, findings) && good;
        if (goesOn(good, findings)) good = dependencies(rule, value, pointer, findings) && good;
    }
    if (const auto* array = value.array(); array && goesOn(good, findings))
        good = items(rule, *array, pointer, findings) && good;
    if (goesOn(good, findings)) good = combined(rule, value, pointer, findings) && good;
    if (goesOn(good, findings)) good = chosen(rule, value, pointer, findings) && good;
    return good;
}

bool Comparison::itself(const Rule& rule, const Value& value, const std::string& pointer,
                        Findings* findings) {
    bool good = true;
    for (const auto& check : rule.checks) {
        if (!goesOn(good, findings)) break;
        if (const auto problem = check(value, watch_)) good = refused(findings, pointer, *problem);
    }
    if (!value.object()) return good;
    for (const auto& name : rule.required) {
        watch_.work();
        if (goesOn(good, findings) && !value.find(name))
            good = refused(findings, pointer + fields::pointerPart(name), "is missing");
    }
    return good;
}

bool Comparison::members(const Rule& rule, const Object& object, const std::string& pointer,
                         Findings* findings) {
    bool good = true;
    for (const auto& one : object) {
        if (!goesOn(good, findings)) break;
        good = member(rule, one, pointer, findings) && good;
    }
    return good;
}

bool Comparison::member(const Rule& rule, const Member& member, const std::string& pointer,
                        Findings* findings) {
    bool good = true, known = false;
    const std::string here = findings ? pointer + fields::pointerPart(member.name) : "";
    if (rule.names && !fits(*rule.names, Value(member.name), "", nullptr))
        good = refused(findings, pointer, "has a member whose name does not fit");
    if (const auto found = rule.properties.find(member.name); found != rule.properties.end()) {
        known = true;
        good = fits(*found->second, member.value, here, findings) && good;
    }
    for (const auto& [pattern, inner] : rule.patterns) {
        if (!goesOn(good, findings)) return false;
        const auto answer = pattern.matches(member.name, watch_);
        if (answer == Pattern::Answer::tooMuch)
            return refused(findings, pointer,
                           "has a member whose name cannot be compared with the "
                           "\"patternProperties\"");
        if (answer == Pattern::Answer::no) continue;
        known = true;
        good = fits(*inner, member.value, here, findings) && good;
    }
    if (!known && rule.otherMembers)
        good = fits(*rule.otherMembers, member.value, here, findings) && good;
    return good;
}

bool Comparison::dependencies(const Rule& rule, const Value& value, const std::string& pointer,
                              Findings* findings) {
    bool good = true;
    for (const auto& [name, others] : rule.needs) {
        if (!value.find(name)) continue;
        for (const auto& other : others)
            if (goesOn(good, findings) && !value.find(other))
                good = refused(findings, pointer + fields::pointerPart(other),
                               "is missing; another member needs it");
    }
    for (const auto& [name, inner] : rule.dependent)
        if (goesOn(good, findings) && value.find(name))
            good = fits(*inner, value, pointer, findings) && good;
    return good;
}

bool Comparison::items(const Rule& rule, const Array& array, const std::string& pointer,
                       Findings* findings) {
    bool good = true;
    for (std::size_t i = 0; i < array.size() && goesOn(good, findings); ++i) {
        const auto* inner = i < rule.items.size() ? rule.items[i] : rule.otherItems;
        if (inner)
            good = fits(*inner, array[i], findings ? pointer + "/" + std::to_string(i) : "",
                        findings) &&
                   good;
    }
    if (!rule.contains || !goesOn(good, findings)) return good;
    for (const auto& item : array)
        if (fits(*rule.contains, item, "", nullptr)) return good;
    return refused(findings, pointer, "has no item that fits the schema of \"contains\"");
}

// Of `allOf` the first that does not fit counts.
bool Comparison::combined(const Rule& rule, const Value& value, const std::string& pointer,
                          Findings* findings) {
    for (const auto* inner : rule.all)
        if (!fits(*inner, value, pointer, findings)) return false;
    if (!rule.any.empty()) {
        Findings inside;
        bool found = false;
        for (const auto* inner : rule.any)
            found = found || fits(*inner, value, pointer, findings ? &inside : nullptr);
        if (!found) {
            if (findings) findings->add(inside);
            return refused(findings, pointer, "fits no schema of \"anyOf\"");
        }
    }
    if (rule.one.empty()) return true;
    Findings inside;
    std::size_t found = 0;
    for (const auto* inner : rule.one)
        if (found < 2 && fits(*inner, value, pointer, findings ? &inside : nullptr)) ++found;
    if (found == 1) return true;
    if (found > 1) return refused(findings, pointer, "fits more than one schema of \"oneOf\"");
    if (findings) findings->add(inside);
    return refused(findings, pointer, "fits no schema of \"oneOf\"");
}

bool Comparison::chosen(const Rule& rule, const Value& value, const std::string& pointer,
                        Findings* findings) {
    bool good = true;
    if (rule.no && fits(*rule.no, value, "", nullptr))
        good = refused(findings, pointer, "fits the schema of \"not\"");
    if (!rule.when || !goesOn(good, findings)) return good;
    const auto* next = fits(*rule.when, value, "", nullptr) ? rule.then : rule.otherwise;
    return (!next || fits(*next, value, pointer, findings)) && good;
}

}  // namespace tenon::schema
