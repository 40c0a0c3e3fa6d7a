// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tenon/value.h"

namespace tenon::cli::each {

// One input of a file of many.
struct Record {
    std::size_t line = 0;  // where it begins, counted from 1
    std::string text;      // as it is written
    // Of JSON: the value.
    Value value{};
    // Of CSV: NAME=VALUE for each column of the head in which something stands.
    std::vector<std::string> assignments{};
    std::string fault{};  // why it is none, if it is none
};

// Reads one record after the other, in memory of one record. One thread.
class Records {
  public:
    // JSON, one value a line; CSV with a head where the name ends in .csv. Failure (66) where the
    // file cannot be read, 65 for a head that is none.
    static std::unique_ptr<Records> open(const std::string& path);

    Records() = default;
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;
    virtual ~Records() = default;
    // Nothing at the end.
    virtual std::optional<Record> next() = 0;
    // What stands in front of the records, so that a file of some of them can be read as this one.
    [[nodiscard]] virtual std::string head() const { return ""; }
};

}  // namespace tenon::cli::each
