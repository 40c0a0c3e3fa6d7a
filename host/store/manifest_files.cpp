// SPDX-License-Identifier: Apache-2.0
#include "store/manifest_files.h"

#include <algorithm>

#include "store/read_file.h"

namespace tenon::store {

Result<std::string> ManifestFiles::read(const std::string& path) {
    auto text = readPlainFile((manifest_.parent_path() / path).string());
    if (text) return text;
    return makeError(ErrorKind::configuration, "file", text.error().detail + ".");
}

std::vector<std::string> ManifestFiles::others() const {
    namespace fs = std::filesystem;
    std::vector<std::string> out;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(manifest_.parent_path(), ignored))
        if (entry.is_regular_file(ignored) && !fs::equivalent(entry.path(), manifest_, ignored))
            out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace tenon::store
