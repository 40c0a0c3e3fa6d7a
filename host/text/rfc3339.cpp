// SPDX-License-Identifier: Apache-2.0
#include "text/rfc3339.h"

#include <cstdint>
#include <cstdio>
#include <ctime>

namespace tenon::text {

std::string rfc3339(std::chrono::system_clock::time_point time) {
    using namespace std::chrono;
    const std::int64_t ms = floor<milliseconds>(time.time_since_epoch()).count();
    const std::int64_t part = (ms % 1000 + 1000) % 1000;
    const std::time_t seconds = (ms - part) / 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char out[64];
    std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", utc.tm_year + 1900,
                  utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                  static_cast<int>(part));
    return out;
}

}  // namespace tenon::text
