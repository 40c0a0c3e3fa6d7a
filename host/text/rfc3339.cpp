// SPDX-License-Identifier: Apache-2.0
#include "text/rfc3339.h"

namespace tenon::text {
namespace {

void write(char* to, int width, unsigned value) {
    for (; width > 0; value /= 10) to[--width] = static_cast<char>('0' + value % 10);
}

}  // namespace

// Each task that begins has one of these, so it asks neither printf nor the C library's calendar,
// which has a lock. The clock's years have four digits: it ends in 2262.
std::string rfc3339(std::chrono::system_clock::time_point time) {
    using namespace std::chrono;
    const auto moment = floor<milliseconds>(time);
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    std::string out = "0000-00-00T00:00:00.000Z";
    write(&out[0], 4, static_cast<unsigned>(static_cast<int>(date.year())));
    write(&out[5], 2, static_cast<unsigned>(date.month()));
    write(&out[8], 2, static_cast<unsigned>(date.day()));
    write(&out[11], 2, static_cast<unsigned>(clock.hours().count()));
    write(&out[14], 2, static_cast<unsigned>(clock.minutes().count()));
    write(&out[17], 2, static_cast<unsigned>(clock.seconds().count()));
    write(&out[20], 3, static_cast<unsigned>(clock.subseconds().count()));
    return out;
}

}  // namespace tenon::text
