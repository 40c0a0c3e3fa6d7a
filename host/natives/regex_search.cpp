// SPDX-License-Identifier: Apache-2.0
#include "natives/regex_search.h"

#include <algorithm>

#include "natives/text_values.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

constexpr unsigned kStack = 1'000'000;      // ways that are remembered: some 40 MB
constexpr std::size_t kWays = 200'000;      // tried from one place: some 10 ms
constexpr std::size_t kShort = 2048;        // bytes that are searched in one go
constexpr std::size_t kLongestIn = 20'000;  // bytes, where the longest match is wanted
constexpr std::size_t kLeapt = 50'000'000;  // characters that uncounted steps may look at

std::size_t waysFor(const Regex& regex, std::size_t size) {
    if (!regex.leaps) return kWays;
    return std::clamp<std::size_t>(kLeapt / std::max<std::size_t>(size, 1), 100, kWays);
}

}  // namespace

RegexSearch::RegexSearch(Machine& machine, const Regex& regex, const Value& pattern,
                         const Value& text)
    : machine_(machine),
      regex_(regex),
      pattern_(pattern),
      text_(*textOf(text)),
      region_(onig_region_new()),
      param_(onig_new_match_param()) {
    if (!isUtf8(text_)) {
        mended_ = asUtf8(std::string(text_));
        text_ = mended_;
    }
    const auto ways = waysFor(regex, text_.size());
    onig_initialize_match_param(param_.get());
    onig_set_match_stack_limit_size_of_match_param(param_.get(), kStack);
    onig_set_retry_limit_in_match_of_match_param(param_.get(), ways);
    onig_set_retry_limit_in_search_of_match_param(param_.get(), ways);
}

bool RegexSearch::next(std::size_t from, bool& found) {
    if (!machine_.spend(2 + (text_.size() - from) / 4096)) return false;
    // The longest of all matches is found in one go, or not at all.
    if (regex_.longest && text_.size() > kLongestIn)
        return judge(ONIGERR_RETRY_LIMIT_IN_SEARCH_OVER, found);
    if (text_.size() - from > kShort && !regex_.linear && !regex_.longest)
        return eachPlace(from, found);
    const RegexWatch watch(machine_, text_);
    const auto* begin = reinterpret_cast<const OnigUChar*>(text_.data());
    const auto* end = begin + text_.size();
    const int code = onig_search_with_param(regex_.compiled(), begin, end, begin + from, end,
                                            region_.get(), ONIG_OPTION_NONE, param_.get());
    if (watch.over()) return false;
    // All places together were too much for one go: now each by itself.
    if (code == ONIGERR_RETRY_LIMIT_IN_SEARCH_OVER && !regex_.longest)
        return eachPlace(from, found);
    return judge(code, found);
}

bool RegexSearch::eachPlace(std::size_t from, bool& found) {
    const RegexWatch watch(machine_, text_);
    const auto* begin = reinterpret_cast<const OnigUChar*>(text_.data());
    const auto* end = begin + text_.size();
    for (std::size_t at = from;;) {
        // Here is no search whose begin `\G` could stand for but the first.
        const auto option = at == from ? ONIG_OPTION_NONE : ONIG_OPTION_NOT_BEGIN_POSITION;
        if (!machine_.spend(2 + (text_.size() - at) / 64)) return false;
        const int code = onig_match_with_param(regex_.compiled(), begin, end, begin + at,
                                               region_.get(), option, param_.get());
        if (watch.over()) return false;
        if (code != ONIG_MISMATCH || at == text_.size()) return judge(code, found);
        nextPoint(text_, at);
    }
}

bool RegexSearch::judge(int code, bool& found) {
    found = code >= 0;
    if (found || code == ONIG_MISMATCH) return true;
    const auto size = std::to_string(text_.size());
    return machine_.fail("The regex " + machine_.excerpt(pattern_) + " is given up on a text of " +
                         size + " bytes: " +
                         (code == ONIGERR_MATCH_STACK_LIMIT_OVER || code == ONIGERR_MEMORY
                              ? "it remembers too many ways to match"
                              : "it tries too many ways to match"));
}

std::int64_t RegexSearch::offset(std::size_t byte) {
    const auto between = [&](std::size_t a, std::size_t b) {
        return static_cast<std::int64_t>(countPoints(text_.substr(a, b - a)));
    };
    if (byte >= counted_) {
        points_ += between(counted_, byte);
    } else {
        points_ -= between(byte, counted_);
    }
    counted_ = byte;
    return points_;
}

std::size_t RegexSearch::behind(std::size_t from) const {
    auto at = end(0);
    if (at != begin(0) && at > from) return at;
    if (at == text_.size()) return at + 1;
    nextPoint(text_, at);
    return at;
}

}  // namespace tenon::expr
