// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace tenon::text {

// In UTC, with milliseconds: "2026-01-02T03:04:05.678Z".
std::string rfc3339(std::chrono::system_clock::time_point time);

}  // namespace tenon::text
