// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormatter.h>

#include <string>

namespace cloudelements::sandbox {

// "2017-06-12T14:09:00Z"
inline std::string isoTime(const Poco::Timestamp& at = {}) {
    return Poco::DateTimeFormatter::format(at, "%Y-%m-%dT%H:%M:%SZ");
}

}  // namespace cloudelements::sandbox
