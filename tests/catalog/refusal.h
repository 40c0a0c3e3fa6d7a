// SPDX-License-Identifier: Apache-2.0
// What a catalog says of plugins that it refuses, and whether any of their code ran.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "catalog/catalog.h"
#include "support/folder.h"
#include "support/whole.h"

// The whole Error of a catalog that cannot be opened.
inline std::string refusal(const std::string& folder) {
    try {
        const tenon::catalog::Catalog catalog({folder});
    } catch (const tenon::StepError& e) {
        return support::whole(e.error());
    }
    return "Nothing was refused.";
}

// The same, as it must be for that file.
inline std::string refused(const std::string& file, const std::string& text) {
    return "configuration 400, plugin refused: The plugin " + file + " " + text;
}

// As long as it lives, libraries that include trace.h show whether they were run.
class Trace {
  public:
    Trace() { ::setenv("TENON_TEST_TRACE", folder_.path("trace").c_str(), 1); }
    ~Trace() { ::unsetenv("TENON_TEST_TRACE"); }
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

    [[nodiscard]] bool left() const { return std::filesystem::exists(folder_.path("trace")); }

  private:
    const support::Folder folder_;
};
