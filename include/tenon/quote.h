// SPDX-License-Identifier: Apache-2.0
// For a step that repeats in an Error what a remote side said.
#pragma once

#include <string>
#include <string_view>

#include "tenon/context.h"

namespace tenon {
inline namespace v1 {

// An extension of Context.
// Thread: the call's.
class Quote {
  public:
    static constexpr std::string_view kId = "tenon.quote/1";

    Quote() = default;
    Quote(const Quote&) = delete;
    Quote& operator=(const Quote&) = delete;
    virtual ~Quote() = default;
    // The text on one line, of `most` bytes at most, "…" where it was longer. The whole is freed
    // from secrets, in whatever encoding they stand in it, before it is cut: of one that was cut in
    // two nobody could tell the half. So give it all of the text, as it came.
    virtual std::string quote(std::string_view text, std::size_t most) = 0;
};

}  // namespace v1
}  // namespace tenon
