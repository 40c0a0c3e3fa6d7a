// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tenon::cli::each {

// A file that only its owner may read, written line by line. One thread at a time.
class Results {
  public:
    // `again`: what is there is written anew; else there must be none. Failure (73). Without a
    // path it writes nothing.
    Results(std::string path, bool again);
    ~Results();
    Results(const Results&) = delete;
    Results& operator=(const Results&) = delete;

    // With a line break, if it has none. Failure (73) where it cannot be written.
    void add(const std::string& line);
    // Takes it away again.
    void drop();

  private:
    [[noreturn]] void fail(const std::string& what) const;

    const std::string path_;
    int file_ = -1;
};

}  // namespace tenon::cli::each
