// SPDX-License-Identifier: Apache-2.0
#define PCRE2_CODE_UNIT_WIDTH 8
#include "schema/pattern.h"

#include <pcre2.h>

#include <algorithm>
#include <exception>

namespace tenon::schema {
namespace {

constexpr std::size_t kLongestPattern = 10'000;
constexpr std::size_t kMostSteps = 5'000'000;
constexpr std::uint32_t kMostHeap = 64 * 1024;  // KiB

struct Effort {
    Watch& watch;
    std::size_t steps = 0;
    std::size_t last = 0;
    std::exception_ptr thrown{};
};

// Called before each part of the pattern is tried. What PCRE ran over since counts, too: its own
// limits begin anew at each character of the text.
int counted(pcre2_callout_block* block, void* data) {
    auto& effort = *static_cast<Effort*>(data);
    const std::size_t here = block->current_position;
    const std::size_t steps = 1 + (here > effort.last ? here - effort.last : 0) / 8;
    effort.last = here;
    effort.steps += steps;
    if (effort.steps > kMostSteps) return PCRE2_ERROR_MATCHLIMIT;
    try {
        effort.watch.work(steps);
    } catch (...) {
        effort.thrown = std::current_exception();
        return PCRE2_ERROR_CALLOUT;
    }
    return 0;
}

template <class T, void (*free)(T*)>
struct Freed {
    void operator()(T* what) const { free(what); }
};
using Context =
    std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context, pcre2_match_context_free>>;
using Data = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data, pcre2_match_data_free>>;

}  // namespace

std::variant<Pattern, std::string> Pattern::read(const std::string& text) {
    if (text.size() > kLongestPattern) return "it is longer than 10,000 bytes";
    int problem = 0;
    std::size_t at = 0;
    const std::uint32_t options =
        PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_AUTO_CALLOUT | PCRE2_NEVER_BACKSLASH_C;
    auto* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options,
                               &problem, &at, nullptr);
    if (!code) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(problem, message, sizeof message);
        return std::string(reinterpret_cast<const char*>(message)) + ", at character " +
               std::to_string(at + 1);
    }
    Pattern out;
    out.code_ = std::shared_ptr<const void>(code, [](const void* freed) {
        pcre2_code_free(static_cast<pcre2_code*>(const_cast<void*>(freed)));
    });
    return out;
}

Pattern::Answer Pattern::matches(std::string_view text, Watch& watch) const {
    const auto* code = static_cast<const pcre2_code*>(code_.get());
    Effort effort{.watch = watch};
    const Context context(pcre2_match_context_create(nullptr));
    const Data data(pcre2_match_data_create(1, nullptr));
    pcre2_set_callout(context.get(), counted, &effort);
    pcre2_set_heap_limit(context.get(), kMostHeap);
    const int found = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                                  0, data.get(), context.get());
    if (effort.thrown) std::rethrow_exception(effort.thrown);
    if (found >= 0) return Answer::yes;
    return found == PCRE2_ERROR_NOMATCH ? Answer::no : Answer::tooMuch;
}

}  // namespace tenon::schema
