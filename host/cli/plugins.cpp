// SPDX-License-Identifier: Apache-2.0
#include "cli/plugins.h"

#include <filesystem>

#include "cli/failure.h"

namespace tenon::cli {

Option pluginsOption() { return {"plugins", "FOLDER", "Look for plugins here, too", true}; }

catalog::Catalog openCatalog(const Arguments& arguments) {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    std::vector<std::string> folders{
        (program.parent_path().parent_path() / TENON_LIBDIR / "tenon/plugins").string()};
    for (auto& folder : arguments.values("plugins")) {
        if (!std::filesystem::is_directory(folder, ignored))
            throw Failure(kConfiguration, "tenon: --plugins " + folder + " is no folder\n");
        folders.push_back(std::move(folder));
    }
    try {
        return catalog::Catalog(folders);
    } catch (const StepError& e) {
        throw Failure(kConfiguration, "tenon: " + e.error().detail + "\n");
    }
}

}  // namespace tenon::cli
