// SPDX-License-Identifier: Apache-2.0
#include "cli/given_manifest.h"

#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/read_file.h"

namespace tenon::cli {

Option allowShellOption() {
    return {"allow-shell", "", "Let the manifest run commands on this machine (run: shell)", false};
}

GivenManifest::GivenManifest(const std::string& path, world::Steps& steps,
                             const Arguments& arguments, std::ostream& err)
    : files_(path),
      manifests_(steps, files_, arguments.has("allow-shell"),
                 [&err](const std::string& lines) { err << printable(lines); }) {
    const auto loaded = manifests_.load(path, readDocument(path));
    if (!loaded) throw Failure(kBadInput, loaded.error().detail);
    workflow_ = loaded.value();
}

}  // namespace tenon::cli
