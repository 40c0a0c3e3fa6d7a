// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "world/ports.h"

namespace tenon::store {

// The files in the folder of a manifest; of one that came from standard input ("-"), those here.
class ManifestFiles final : public world::Files {
  public:
    explicit ManifestFiles(const std::filesystem::path& manifest)
        : manifest_(std::filesystem::absolute(manifest)) {}

    Result<std::string> read(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> others() const override;

  private:
    std::filesystem::path manifest_;
};

}  // namespace tenon::store
