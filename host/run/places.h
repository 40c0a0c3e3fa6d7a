// SPDX-License-Identifier: Apache-2.0
// Where the parts of a manifest stand in its file, for errors of a run.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "manifest/node.h"

namespace tenon::run {

class Places {
  public:
    // `file`: as the user names it; without one, nothing has a place.
    Places(const std::string& file, const manifest::Node& root);

    // "FILE:LINE:COLUMN" of what the pointer leads to, or of the last thing on the way to it that
    // is there.
    [[nodiscard]] std::string of(std::string_view pointer) const;

  private:
    void add(const manifest::Node& node, manifest::Place place);

    std::string file_;
    // By pointer, in no order that one could search by: each load makes them, only an error asks.
    std::vector<std::pair<std::string, manifest::Place>> places_;
};

}  // namespace tenon::run
