// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "cli/declared_input.h"
#include "cli/each/records.h"
#include "runs/each.h"

namespace tenon::cli::each {

// How the inputs of a file are named.
struct Naming {
    std::string base;               // the names of the runs begin with it
    std::optional<std::string> by;  // the member of an input that names it; else its content does
};

// Can names of runs begin with it, as it is?
bool mayBegin(const std::string& base);

// The inputs of a file, each with its key and the name of its run: the same for the same input,
// wherever in the file it stands. One thread.
class Inputs {
  public:
    // Reads the whole file once and throws a Failure (65) with a line for each input that does not
    // fit, or whose key stands twice; twenty at most. Nothing was run then.
    Inputs(std::string path, Naming naming, const DeclaredInput& declared);

    [[nodiscard]] std::size_t count() const { return count_; }
    // From the first one on; nothing at the end.
    std::optional<runs::EachLine> next();
    // In front of a file of some of them.
    [[nodiscard]] std::string head() const { return records_->head(); }

  private:
    [[nodiscard]] Value valueOf(const Record& record) const;
    // "" where the member that is to name it does not.
    [[nodiscard]] std::string keyOf(const Value& input) const;
    void check();

    const std::string path_;
    const Naming naming_;
    const DeclaredInput& declared_;
    std::unique_ptr<Records> records_;
    std::size_t count_ = 0, given_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> seen_;  // how often, by digest
};

}  // namespace tenon::cli::each
