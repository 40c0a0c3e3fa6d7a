// SPDX-License-Identifier: Apache-2.0
#include "cli/given_manifest.h"

#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/read_file.h"

namespace tenon::cli {
namespace {

// Where the manifest of a run was, whatever the folder in which it was named.
std::string placeOf(const std::string& path, const runs::Pins& pins) {
    return pins.folder + "/" + std::filesystem::path(path).filename().string();
}

}  // namespace

Option allowShellOption() {
    return {"allow-shell", "", "Let the manifest run commands on this machine (run: shell)", false};
}

GivenManifest::GivenManifest(const std::string& path, world::Steps& steps,
                             const Arguments& arguments, std::ostream& err)
    : path_(path),
      text_(readFile(path)),
      files_(path),
      manifests_(steps, files_, arguments.has("allow-shell"),
                 [&err](const std::string& lines) { err << printable(lines); }) {
    load();
}

GivenManifest::GivenManifest(const world::NewRun& run, runs::Pins pins, world::Steps& steps,
                             const Arguments& arguments)
    : path_(run.manifestPath),
      text_(run.manifestText),
      pins_(std::move(pins)),
      files_(placeOf(path_, *pins_)),
      pinned_(std::in_place, files_, *pins_),
      manifests_(steps, *pinned_, arguments.has("allow-shell"), [](const std::string&) {}) {
    load();
}

void GivenManifest::load() {
    const auto loaded = manifests_.load(path_, parseDocument(path_, text_));
    if (!loaded) throw Failure(kBadInput, loaded.error().detail);
    workflow_ = loaded.value();
}

}  // namespace tenon::cli
