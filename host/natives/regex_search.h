// SPDX-License-Identifier: Apache-2.0
// Looks for the matches of a regular expression in one text, within bounds.
#pragma once

#include <algorithm>
#include <memory>
#include <string>

#include "natives/regex_compile.h"

namespace tenon::expr {

class RegexSearch {
  public:
    // `pattern` is what messages name.
    RegexSearch(Machine& machine, const Regex& regex, const Value& pattern, const Value& text);

    // The next match at `from` (in bytes) or after it. False where the machine has failed.
    bool next(std::size_t from, bool& found);

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t groups() const { return regex_.names.size(); }
    [[nodiscard]] const std::string& name(std::size_t group) const {
        return regex_.names[group - 1];
    }
    // Has the group a part in the match? 0 is the whole.
    [[nodiscard]] bool took(std::size_t group) const {
        return region_->beg[group] != ONIG_REGION_NOTPOS;
    }
    // In bytes. `\K` can set the begin behind the end.
    [[nodiscard]] std::size_t begin(std::size_t group) const {
        return static_cast<std::size_t>(std::min(region_->beg[group], region_->end[group]));
    }
    [[nodiscard]] std::size_t end(std::size_t group) const {
        return static_cast<std::size_t>(region_->end[group]);
    }
    // Characters before a byte.
    std::int64_t offset(std::size_t byte);
    // Where to look for the match after this one, which was looked for at `from`.
    [[nodiscard]] std::size_t behind(std::size_t from) const;

  private:
    struct Free {
        void operator()(OnigRegion* region) const { onig_region_free(region, 1); }
        void operator()(OnigMatchParam* param) const { onig_free_match_param(param); }
    };
    using Region = std::unique_ptr<OnigRegion, Free>;

    bool eachPlace(std::size_t from, bool& found);
    bool judge(int code, bool& found);

    Machine& machine_;
    const Regex& regex_;
    const Value& pattern_;
    std::string mended_;
    std::string_view text_;
    Region region_;
    std::unique_ptr<OnigMatchParam, Free> param_;
    std::size_t counted_ = 0;
    std::int64_t points_ = 0;
};

}  // namespace tenon::expr
