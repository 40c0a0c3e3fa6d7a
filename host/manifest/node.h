// SPDX-License-Identifier: Apache-2.0
// A manifest as it was written: its data, with the place of every piece.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/value.h"

namespace tenon::manifest {

// Both count from 1, in the file as an editor shows it.
struct Place {
    int line = 1;
    int column = 1;
};

// Where the characters of a text stand that the file has as they are.
struct Verbatim {
    Place begin;
    int further = 1;  // the column in which its further lines begin
};

struct Entry;

struct Node {
    enum class Kind { scalar, list, map };

    Kind kind = Kind::scalar;
    Place place;
    std::string pointer;               // JSON pointer from the file's root: "/do/0/create/with"
    Value scalar;                      // where kind is scalar
    std::optional<Verbatim> verbatim;  // of a text
    std::vector<Node> items;           // where kind is list
    std::vector<Entry> entries;        // where kind is map; a key stands once

    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] const std::string* text() const { return scalar.string(); }
    // Of a byte of the text; nothing where the file writes it in another way.
    [[nodiscard]] std::optional<Place> placeInText(std::size_t byte) const;
    [[nodiscard]] bool isNull() const { return kind == Kind::scalar && scalar.isNull(); }
    // The data without the places.
    [[nodiscard]] Value value() const;
    // "a string", "an array", …: for messages.
    [[nodiscard]] const char* describe() const;
};

struct Entry {
    std::string key;
    Place place;
    Node value;
};

// Something wrong with the file.
struct Fault {
    Place place;
    std::string pointer;
    std::string text;
};

// At most this many are kept: who has more wants to mend these first.
inline constexpr std::size_t kMostFaults = 20;

class Faults {
  public:
    void add(Place place, std::string pointer, std::string text);
    void add(const Node& node, std::string text) { add(node.place, node.pointer, std::move(text)); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] const std::vector<Fault>& all() const { return all_; }
    // One line a fault, in the file's order: "FILE:LINE:COLUMN: POINTER: TEXT\n".
    [[nodiscard]] std::string text(std::string_view file) const;

  private:
    std::vector<Fault> all_;
};

}  // namespace tenon::manifest
