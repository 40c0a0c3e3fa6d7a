// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "manifest/node.h"

namespace tenon::run {

// `use` of a manifest: what tasks refer to by name.
class Use {
  public:
    Use() = default;
    // Checks the shape; what stands under a name is read where it is used.
    Use(const manifest::Node* node, manifest::Faults& faults);

    [[nodiscard]] const std::vector<std::string>& secrets() const { return secrets_; }
    // What stands under `kind` (such as "retries") by that name; nullptr if nothing does.
    [[nodiscard]] const manifest::Node* find(std::string_view kind, const std::string& name) const;
    // The node itself, or, where it is a text, what it names; a fault if there is no such name.
    const manifest::Node* resolve(const manifest::Node& node, std::string_view kind,
                                  manifest::Faults& faults) const;
    // Was it resolved?
    [[nodiscard]] bool used(std::string_view kind, const std::string& name) const;
    [[nodiscard]] std::vector<std::string> names(std::string_view kind) const;
    // The entries of `use.extensions`, in their order.
    [[nodiscard]] std::vector<const manifest::Entry*> extensions() const;

  private:
    const manifest::Node* node_ = nullptr;
    std::vector<std::string> secrets_;
    mutable std::set<std::string> used_;  // "KIND/NAME"
};

}  // namespace tenon::run
