// SPDX-License-Identifier: Apache-2.0
#include "catalog/sizes.h"

#include "tenon/layout.h"

namespace tenon::catalog {
namespace {

// Of what only hosts make a plugin may know less: what is beyond that, it does not look at.
bool mayBeSmaller(std::string_view name) { return name == "SandboxOptions"; }

}  // namespace

std::string otherSize(const Value& about) {
    constexpr auto advice = "; build it with this Tenon's headers";
    const auto* sizes = about.find("sizes");
    for (const auto& [name, ours] : layout::kSizes) {
        const auto* said = sizes ? sizes->find(name) : nullptr;
        const auto* bytes = said ? said->integer() : nullptr;
        if (!bytes) return "does not say how many bytes " + std::string(name) + " has" + advice;
        if (std::cmp_equal(*bytes, ours) || (mayBeSmaller(name) && std::cmp_less(*bytes, ours)))
            continue;
        return "was built where " + std::string(name) + " has " + std::to_string(*bytes) +
               " bytes, and here it has " + std::to_string(ours) + advice;
    }
    return "";
}

}  // namespace tenon::catalog
