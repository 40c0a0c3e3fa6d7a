// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace tenon::cli {

// What is going on now, as the last line of a terminal, to be taken away before anything else is
// written. Where standard error is no terminal there is no such line.
class LiveLine {
  public:
    // `out` writes to standard error.
    explicit LiveLine(std::ostream& out);
    [[nodiscard]] bool isThere() const { return terminal_; }
    // Printable, without a line break; as much of it as fits.
    void show(std::string_view text);
    void clear();

  private:
    std::ostream& out_;
    const bool terminal_;
    bool shown_ = false;
};

}  // namespace tenon::cli
