// SPDX-License-Identifier: Apache-2.0
// The two services of the Internet that the kit of the specification speaks to, small and offline.
#pragma once

#include "stub_server.h"

namespace scenarios {

inline constexpr const char* kPetStore = "petstore.swagger.io";
inline constexpr const char* kHttpBin = "httpbin.org";

Answer petStore(const Received& request);
Answer httpBin(const Received& request);

}  // namespace scenarios
