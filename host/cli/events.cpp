// SPDX-License-Identifier: Apache-2.0
#include "cli/events.h"

#include <iostream>

#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/signals.h"

namespace tenon::cli {
namespace {

std::unique_ptr<events::EventFile> open(const std::string& path) {
    try {
        return std::make_unique<events::EventFile>(path);
    } catch (const StepError& e) {
        throw Failure(kNoOutput, "tenon: " + e.error().detail + "\n");
    }
}

}  // namespace

Option eventsOption() {
    return {"events", "FILE",
            "Add what happens to FILE, a CloudEvent in JSON on each line; -: to standard error, "
            "instead of the progress",
            false};
}

EventLog::EventLog(const std::string& path, const std::string& runId,
                   const world::Redactor& redactor)
    : file_(open(path)),
      lifecycle_(runId, redactor, [this, shown = path == "-"](const std::string& line) {
          if (const auto problem = file_->add(shown ? printableJson(line) : line); !problem.empty())
              say("warning: " + problem + "\n");
      }) {
    aroundPauses([this] { lifecycle_.suspended(std::chrono::system_clock::now()); },
                 [this] { lifecycle_.resumed(std::chrono::system_clock::now()); });
}

EventLog::~EventLog() { aroundPauses({}, {}); }

}  // namespace tenon::cli
