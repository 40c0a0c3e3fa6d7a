// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <string_view>

namespace support {

// Is every case of the sweeps of faults wanted, as by ./dev faults?
inline bool inFull() {
    const char* faults = ::getenv("TENON_FAULTS");
    return faults && std::string_view(faults) == "full";
}

// Is this case of a sweep tried? Under a sanitizer, where each takes ten times as long, one in
// seven is: what is shown is the same, and what the sanitizer looks for lies on every way.
inline bool tried() {
#ifdef TENON_SANITIZED
    static unsigned cases = 0;
    return cases++ % 7 == 0;
#else
    return true;
#endif
}

}  // namespace support
