// SPDX-License-Identifier: Apache-2.0
// Real processes: started, fed, waited for.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace support {

struct Ended {
    int code = -1;  // exit code, or 128 + the signal
    std::string out;
    std::string err;
};

// Runs a program to its end. `environment` is added to ours; an empty value removes a variable.
Ended run(const std::vector<std::string>& words, const std::string& input = "",
          const std::map<std::string, std::string>& environment = {});

}  // namespace support
