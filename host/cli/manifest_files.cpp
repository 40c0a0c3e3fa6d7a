// SPDX-License-Identifier: Apache-2.0
#include "cli/manifest_files.h"

#include "cli/failure.h"
#include "cli/read_file.h"

namespace tenon::cli {

Result<std::string> ManifestFiles::read(const std::string& path) {
    try {
        return readPlainFile((folder_ / path).string());
    } catch (const Failure& e) {
        std::string text = e.what();
        text.erase(0, text.find(": ") + 2);
        text.erase(text.find_last_not_of('\n') + 1);
        return makeError(ErrorKind::configuration, "file", text + ".");
    }
}

}  // namespace tenon::cli
