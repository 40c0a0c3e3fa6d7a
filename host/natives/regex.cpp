// SPDX-License-Identifier: Apache-2.0
#include "natives/regex.h"

#include "natives/regex_each.h"

namespace tenon::expr {
namespace {

Object described(RegexSearch& search, const Value& text, std::size_t group) {
    if (!search.took(group)) return {{"offset", -1}, {"length", 0}, {"string", nullptr}};
    const auto begin = search.offset(search.begin(group));
    const auto end = search.offset(search.end(group));
    return {{"offset", begin}, {"length", end - begin}, {"string", partOf(search, text, group)}};
}

Value matched(Machine&, RegexSearch& search, const Value& text, const Value& pattern) {
    Object whole = described(search, text, 0);
    Array captures;
    for (std::size_t i = 1; i <= search.groups(); ++i) {
        Object capture = described(search, text, i);
        capture.set("name", nameOf(search, pattern, i));
        captures.emplace_back(std::move(capture));
    }
    whole.set("captures", std::move(captures));
    return whole;
}

Value scanned(Machine&, RegexSearch& search, const Value& text, const Value&) {
    if (search.groups() == 0) return partOf(search, text, 0);
    Array groups;
    for (std::size_t i = 1; i <= search.groups(); ++i) groups.push_back(partOf(search, text, i));
    return groups;
}

using Made = Value (*)(Machine& machine, RegexSearch& search, const Value& text,
                       const Value& pattern);

bool collect(Machine& machine, const Value& text, const Value& pattern, const RegexFlags& flags,
             Made made, Value& out) {
    Array all;
    const auto add = [&](RegexSearch& search) {
        if (!machine.spend(1 + search.groups()) || !machine.make(sizeOf(search))) return false;
        all.push_back(made(machine, search, text, pattern));
        return true;
    };
    if (!eachMatch(machine, text, pattern, flags, add)) return false;
    out = std::move(all);
    return true;
}

bool tests(Machine& machine, const Value& text, const Value& pattern, RegexFlags flags,
           Value& out) {
    bool found = false;
    flags.global = false;
    const auto note = [&](RegexSearch&) { return found = true; };
    if (!eachMatch(machine, text, pattern, flags, note)) return false;
    out = found;
    return true;
}

// A regex alone, or [regex, flags] in its place.
bool unpack(Machine& machine, const Value& given, Value& pattern, RegexFlags& flags) {
    pattern = given;
    if (textOf(given)) return true;
    const auto* array = given.array();
    if (!array || array->empty())
        return machine.fail(std::string(kindName(given)) + " not a string or array");
    if (array->size() > 1 && !readFlags(machine, (*array)[1], flags)) return false;
    const Value first = (*array)[0];
    pattern = first;
    return true;
}

template <Made made>
bool collect1(Call& call) {
    RegexFlags flags;
    Value pattern;
    return unpack(call.machine, call.arguments[0], pattern, flags) &&
           collect(call.machine, call.in, pattern, flags, made, call.out);
}
template <Made made>
bool collect2(Call& call) {
    RegexFlags flags;
    return readFlags(call.machine, call.arguments[1], flags) &&
           collect(call.machine, call.in, call.arguments[0], flags, made, call.out);
}

bool test1(Call& call) {
    RegexFlags flags;
    Value pattern;
    return unpack(call.machine, call.arguments[0], pattern, flags) &&
           tests(call.machine, call.in, pattern, flags, call.out);
}
bool test2(Call& call) {
    RegexFlags flags;
    return readFlags(call.machine, call.arguments[1], flags) &&
           tests(call.machine, call.in, call.arguments[0], flags, call.out);
}
bool matchOrTest(Call& call) {
    const auto* test = call.arguments[2].boolean();
    return test && *test ? test2(call) : collect2<matched>(call);
}

constexpr Native kRegexNatives[] = {
    {"test", 1, test1},
    {"test", 2, test2},
    {"_match_impl", 3, matchOrTest},
    {"_matches", 1, collect1<matched>},
    {"_matches", 2, collect2<matched>},
    {"_captures", 1, collect1<captured>},
    {"_captures", 2, collect2<captured>},
    {"_scans", 2, collect2<scanned>},
};

constexpr Written kWrittenRegex[] = {
    {"match", 1, "def match(re): _matches(re)[];"},
    {"match", 2, "def match(re; flags): _matches(re; flags)[];"},
    {"capture", 1, "def capture(re): _captures(re)[];"},
    {"capture", 2, "def capture(re; flags): _captures(re; flags)[];"},
    {"scan", 1, "def scan($re): _scans($re; \"g\")[];"},
    {"scan", 2, "def scan($re; $flags): _scans($re; \"g\" + $flags)[];"},
    {"splits", 1, "def splits($re): split($re; null)[];"},
    {"splits", 2, "def splits($re; $flags): split($re; $flags)[];"},
    {"sub", 2, "def sub($re; str): sub($re; str; null);"},
    {"sub", 3,
     "def sub($re; str; $flags): _edits($re; $flags) as [$found, $gaps]"
     " | _edited($gaps; [$found[] | [str]])[];"},
    {"gsub", 2, "def gsub($re; str): sub($re; str; \"g\");"},
    {"gsub", 3, "def gsub($re; str; $flags): sub($re; str; $flags + \"g\");"},
};

}  // namespace

Natives regexNatives() { return kRegexNatives; }
Writtens writtenRegex() { return kWrittenRegex; }

}  // namespace tenon::expr
