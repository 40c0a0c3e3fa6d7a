// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace support {

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
