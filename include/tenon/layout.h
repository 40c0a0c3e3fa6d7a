// SPDX-License-Identifier: Apache-2.0
// The structs that cross between host and plugin by their layout. A plugin's descriptor says how
// large each was where the plugin was compiled; a host to which one is of another size refuses the
// plugin before any of its code runs. So a new member needs no care, and no crash tells of it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/context.h"
#include "tenon/error.h"
#include "tenon/http.h"
#include "tenon/sandbox.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {
namespace layout {

struct Size {
    std::string_view name;
    std::size_t bytes;
};

inline constexpr std::array kSizes{
    Size{"Error", sizeof(Error)},
    Size{"Header", sizeof(Header)},
    Size{"HttpRequest", sizeof(HttpRequest)},
    Size{"HttpResponse", sizeof(HttpResponse)},
    Size{"Limits", sizeof(Limits)},
    Size{"Object", sizeof(Object)},
    Size{"SandboxOptions", sizeof(SandboxOptions)},
    Size{"Value", sizeof(Value)},
};

}  // namespace layout
}  // namespace v1
}  // namespace tenon
