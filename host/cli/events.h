// SPDX-License-Identifier: Apache-2.0
// `--events`: what happens in a run, written down while it happens.
#pragma once

#include <memory>

#include "cli/arguments.h"
#include "events/event_file.h"
#include "events/lifecycle.h"

namespace tenon::cli {

Option eventsOption();

class EventLog {
  public:
    // Failure (73) if the file cannot be opened. The redactor outlives it.
    EventLog(const std::string& path, const std::string& runId, const world::Redactor& redactor);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    [[nodiscard]] world::Observer& observer() { return lifecycle_; }

  private:
    std::unique_ptr<events::EventFile> file_;
    events::Lifecycle lifecycle_;
};

}  // namespace tenon::cli
