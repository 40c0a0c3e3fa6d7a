// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "tenon/error.h"

namespace tenon::catalog {

// A plugin's code has all that this process has. So that nobody else can put one there: neither the
// file nor a folder on the way to it may be written by everybody, but for folders like /tmp, in
// which nobody can replace what is another's (the plugin's own folder must not be such a one,
// either). The Error says which it is. Who owns them is not asked: in a container it may be
// anybody.
std::optional<Error> openToAll(const std::filesystem::path& file);

}  // namespace tenon::catalog
