// SPDX-License-Identifier: Apache-2.0
// Room for the frames of AddressSanitizer, which are several times as large as ours: where values
// or calls are as deep as they may be, the usual stack is too small for them. (ThreadSanitizer's
// are not, and it knows 64,000 of them at most.)
#pragma once

#include <sys/resource.h>

#include <algorithm>

namespace support {

#if defined(TENON_SANITIZED) && !defined(__SANITIZE_THREAD__)
inline constexpr std::size_t kFrames = 8;
#else
inline constexpr std::size_t kFrames = 1;
#endif

// First in main: for its thread, and for the programs that are started from it.
inline void makeRoomForSanitizers() {
    if (kFrames == 1) return;
    rlimit limit{};
    if (::getrlimit(RLIMIT_STACK, &limit) != 0) return;
    limit.rlim_cur = std::min(kFrames * (rlim_t{8} << 20), limit.rlim_max);
    ::setrlimit(RLIMIT_STACK, &limit);
}

}  // namespace support
