// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tenon::events {

// Lines at the end of a file, each written as one piece, so that several processes may share it.
// A new file is readable by its owner only (mode 0600).
class EventFile {
  public:
    // "-" is standard error. Throws StepError (configuration) if the file cannot be opened.
    explicit EventFile(std::string path);
    ~EventFile();
    EventFile(const EventFile&) = delete;
    EventFile& operator=(const EventFile&) = delete;

    // What went wrong, once, or nothing: a run goes on without its events.
    std::string add(const std::string& line);

  private:
    const std::string path_;
    int file_ = -1;
    bool failed_ = false;
};

}  // namespace tenon::events
