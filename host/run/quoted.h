// SPDX-License-Identifier: Apache-2.0
// Texts that come from a step, or by way of one, as they may be shown.
#pragma once

#include <string>
#include <string_view>

#include "run/names.h"
#include "tenon/error.h"

namespace tenon::world {
class Redactor;
}

namespace tenon::run {

// On one line, without secrets, and then cut.
std::string quoted(std::string_view text, std::size_t most, const Redactor& redactor);

// All texts as UTF-8. One that is too long is freed from secrets as a whole, and then cut; of the
// detail the end is kept, too, for advice stands there.
Error boundedError(Error error, const Redactor& redactor);

}  // namespace tenon::run
