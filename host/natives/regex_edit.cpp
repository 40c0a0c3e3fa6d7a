// SPDX-License-Identifier: Apache-2.0
#include "natives/regex_edit.h"

#include <algorithm>

#include "natives/regex_each.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

// All matches: what was captured, and what stands around them.
bool takeApart(Call& call, const RegexFlags& flags, Array& captures, Array& gaps) {
    if (const auto* text = textOf(call.in); text && !isUtf8(*text))
        call.in = like(call.in, asUtf8(*text));
    std::size_t begin = 0;
    const auto addGap = [&](std::size_t end) {
        const auto gap = std::string_view(*textOf(call.in)).substr(begin, end - begin);
        if (!call.machine.make(gap.size())) return false;
        gaps.push_back(like(call.in, std::string(gap)));
        return true;
    };
    const auto add = [&](RegexSearch& search) {
        if (!call.machine.spend(1 + search.groups()) || !call.machine.make(2 * sizeOf(search)))
            return false;
        if (!addGap(std::max(begin, search.begin(0)))) return false;
        captures.push_back(captured(call.machine, search, call.in, call.arguments[0]));
        begin = search.end(0);
        return true;
    };
    return eachMatch(call.machine, call.in, call.arguments[0], flags, add) &&
           addGap(textOf(call.in)->size());
}

bool splitAtMatches(Call& call) {
    RegexFlags flags;
    if (!readFlags(call.machine, call.arguments[1], flags)) return false;
    flags.global = true;
    Array captures, gaps;
    if (!takeApart(call, flags, captures, gaps)) return false;
    call.out = std::move(gaps);
    return true;
}

bool edits(Call& call) {
    RegexFlags flags;
    Array captures, gaps;
    if (!readFlags(call.machine, call.arguments[1], flags) ||
        !takeApart(call, flags, captures, gaps))
        return false;
    call.out = Array{std::move(captures), std::move(gaps)};
    return true;
}

// One text for each output that the replacement has: the gaps, and what stands for each match. As
// it was where there is none.
bool edited(Call& call) {
    const auto* gaps = call.arguments[0].array();
    const auto* all = call.arguments[1].array();
    const auto isArray = [](const Value& value) { return value.array() != nullptr; };
    if (!gaps || !all || gaps->size() != all->size() + 1 ||
        !std::all_of(all->begin(), all->end(), isArray))
        return call.machine.fail("_edited wants what _edits has found");
    std::size_t count = 0;
    for (const auto& outputs : *all) count = std::max(count, outputs.array()->size());
    Array results;
    for (std::size_t i = 0; i < count; ++i) {
        Text text;
        const auto add = [&](const Value& part) {
            if (part.isNull()) return true;
            const auto* bytes = textOf(part);
            if (!bytes)
                return call.machine.fail(call.machine.quoted(std::move(text).value()) + " and " +
                                         call.machine.quoted(part) + " cannot be added");
            if (!call.machine.spend(1 + bytes->size() / 100) || !call.machine.make(bytes->size()) ||
                !call.machine.absorb(part))
                return false;
            text.add(part);
            return true;
        };
        for (std::size_t j = 0; j < all->size(); ++j) {
            const auto& outputs = *(*all)[j].array();
            if (i < outputs.size() && (!add((*gaps)[j]) || !add(outputs[i]))) return false;
        }
        if (!add(gaps->back())) return false;
        results.push_back(std::move(text).value());
    }
    if (results.empty()) results.push_back(std::move(call.in));
    call.out = std::move(results);
    return true;
}

constexpr Native kRegexEditNatives[] = {
    {"split", 2, splitAtMatches},
    {"_edits", 2, edits},
    {"_edited", 2, edited},
};

}  // namespace

Natives regexEditNatives() { return kRegexEditNatives; }

}  // namespace tenon::expr
