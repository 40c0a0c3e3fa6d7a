// SPDX-License-Identifier: Apache-2.0
// A part of a long text that is shown. The whole text has no secrets any more: of one that was cut
// in two nobody would know.
#pragma once

#include <string>

namespace tenon::text {

// The beginning or the end, of at most `most` bytes, cut between two characters and marked by "…".
std::string beginningOf(const std::string& masked, std::size_t most);
std::string endOf(const std::string& masked, std::size_t most);

}  // namespace tenon::text
