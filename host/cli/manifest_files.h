// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "world/ports.h"

namespace tenon::cli {

// The files in the folder of a manifest; of one that came from standard input, those here.
class ManifestFiles final : public world::Files {
  public:
    explicit ManifestFiles(const std::filesystem::path& manifest)
        : folder_(std::filesystem::absolute(manifest).parent_path()) {}

    Result<std::string> read(const std::string& path) override;

  private:
    std::filesystem::path folder_;
};

}  // namespace tenon::cli
