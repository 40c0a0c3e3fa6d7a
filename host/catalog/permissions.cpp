// SPDX-License-Identifier: Apache-2.0
#include "catalog/permissions.h"

#include <sys/stat.h>

#include "catalog/refused.h"

namespace tenon::catalog {
namespace {

namespace fs = std::filesystem;

Error writable(const fs::path& file, const fs::path& place, const std::string& what) {
    return refused(file.string(), "is not loaded: everybody may write " + what + place.string() +
                                      ". Run chmod o-w " + place.string());
}

// The file and the folders above it, as far as they are there.
std::optional<Error> check(const fs::path& file, const fs::path& named) {
    struct stat about {};
    if (::stat(file.c_str(), &about) == 0 && (about.st_mode & S_IWOTH))
        return writable(named, file, "");
    bool own = true;
    for (fs::path folder = file.parent_path();; folder = folder.parent_path()) {
        if (::stat(folder.c_str(), &about) == 0 && (about.st_mode & S_IWOTH) &&
            (own || !(about.st_mode & S_ISVTX)))
            return writable(named, folder, "its folder ");
        own = false;
        if (folder == folder.parent_path()) return std::nullopt;
    }
}

}  // namespace

std::optional<Error> openToAll(const fs::path& file) {
    std::error_code ignored;
    const fs::path absolute = fs::absolute(file, ignored).lexically_normal();
    if (auto problem = check(absolute, file)) return problem;
    const fs::path real = fs::canonical(file, ignored);
    return real.empty() || real == absolute ? std::nullopt : check(real, file);
}

}  // namespace tenon::catalog
