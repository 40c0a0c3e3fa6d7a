// SPDX-License-Identifier: Apache-2.0
// Children of a test. After fork only the thread that called it lives on, and what another one had
// locked stays locked: malloc has such a lock, and AddressSanitizer's does not open it. So nothing
// of ours happens between fork and exec, and who goes on in this program must be alone.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace support {

// Starts a program as a shell would: no signal is ignored, whoever started the tests had some
// ignored. `environment` is added to ours; an empty value removes a variable. `files`: ours, and
// the number that the program sees it by.
pid_t start(const std::vector<std::string>& words,
            const std::map<std::string, std::string>& environment,
            const std::vector<std::pair<int, int>>& files);

// A child that goes on in this program. Throws where it could hang: in a process with threads.
pid_t forkAlone();

}  // namespace support
