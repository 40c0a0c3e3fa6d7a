// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::schema {

// date-time, date and time as RFC 3339 has them. Other names are for readers only: every text has
// them.
bool hasFormat(std::string_view text, std::string_view format);

}  // namespace tenon::schema
