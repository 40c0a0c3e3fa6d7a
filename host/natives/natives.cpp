// SPDX-License-Identifier: Apache-2.0
// All functions that are written in C++, and those that are written in the language.
#include <array>
#include <map>
#include <utility>

#include "natives/collections.h"
#include "natives/dates.h"
#include "natives/formats.h"
#include "natives/json_text.h"
#include "natives/library.h"
#include "natives/math.h"
#include "natives/regex.h"
#include "natives/regex_edit.h"
#include "natives/text_parts.h"
#include "natives/text_values.h"
#include "natives/texts.h"

namespace tenon::expr {
namespace {

// Those that go on by calling themselves.
constexpr Written kLoops[] = {
    {"until", 2, "def until(c; u): def r: if c then . else (u | r) end; r;"},
    {"while", 2, "def while(c; u): def r: if c then ., (u | r) else empty end; r;"},
    {"repeat", 1, "def repeat(f): def r: f, r; r;"},
    {"recurse", 1, "def recurse(f): def r: ., (f | r); r;"},
    {"recurse", 2, "def recurse(f; c): def r: ., (f | select(c) | r); r;"},
    {"any", 2, "def any(g; c): isempty(first(g | c or empty)) | not;"},
    {"all", 2, "def all(g; c): isempty(first(g | c and empty));"},
    {"any", 1, "def any(f): any(.[]; f);"},
    {"all", 1, "def all(f): all(.[]; f);"},
};

using Key = std::pair<std::string_view, std::size_t>;

template <class Function, class... Lists>
std::map<Key, const Function*> table(Lists... lists) {
    std::map<Key, const Function*> out;
    const auto add = [&](auto list) {
        for (const auto& one : list) out.emplace(Key(one.name, one.arity), &one);
    };
    (add(lists), ...);
    return out;
}

const auto& natives() {
    static const auto all = table<Native>(
        memberNatives(), sumNatives(), sortingNatives(), searchingNatives(), shapeNatives(),
        kindNatives(), mathNatives(), dateNatives(), textNatives(), textPartNatives(),
        textValueNatives(), formatNatives(), jsonTextNatives(), regexNatives(), regexEditNatives());
    return all;
}
const auto& writtens() {
    static const auto all = table<Written>(Writtens(kLoops), libraryWrittens(), writtenRegex());
    return all;
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> nativeFunctions() {
    std::vector<std::pair<std::string, std::size_t>> out;
    const auto add = [&](const auto& named) {
        const auto& [name, arity] = named.first;
        if (!name.starts_with('_')) out.emplace_back(name, arity);
    };
    for (const auto& native : natives()) add(native);
    for (const auto& written : writtens()) add(written);
    return out;
}

const Native* findNative(std::string_view name, std::size_t arity) {
    const auto found = natives().find({name, arity});
    return found == natives().end() ? nullptr : found->second;
}

const Written* findWritten(std::string_view name, std::size_t arity) {
    const auto found = writtens().find({name, arity});
    return found == writtens().end() ? nullptr : found->second;
}

}  // namespace tenon::expr
