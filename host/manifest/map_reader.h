// SPDX-License-Identifier: Apache-2.0
// Reads one mapping of a manifest key by key; whatever nobody asked for is a fault in the end.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/node.h"

namespace tenon::manifest {

// Every key that may stand in the mapping is asked for once, present or not; then finish().
class MapReader {
  public:
    // `what` names the mapping in texts: "a task", "document". If the node is no mapping, that is
    // the one fault, and everything asked for is absent.
    MapReader(const Node& node, std::string what, Faults& faults);

    // The key's value, or nullptr.
    const Node* optional(std::string_view key);
    // The same; a fault if it is not there.
    const Node* required(std::string_view key);
    // A string that is not empty; other kinds are a fault.
    std::optional<std::string> optionalText(std::string_view key);
    std::optional<std::string> requiredText(std::string_view key);
    std::optional<bool> optionalBoolean(std::string_view key);
    // Keys of the language that this host does not run: a fault by name where one is used.
    void refuse(std::initializer_list<std::string_view> keys);
    void finish();

    [[nodiscard]] bool usable() const { return usable_; }

  private:
    std::optional<std::string> text(std::string_view key, const Node* node);

    const Node& node_;
    std::string what_;
    Faults& faults_;
    bool usable_;
    std::vector<std::string> known_;
    std::vector<std::string_view> refused_;
};

// "wanted WANTED, found FOUND", as a fault at the node.
void wrongKind(const Node& node, std::string_view wanted, Faults& faults);

}  // namespace tenon::manifest
