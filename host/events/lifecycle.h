// SPDX-License-Identifier: Apache-2.0
// What happens in a run, as the workflow language's lifecycle events: CloudEvents, one a line.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "world/ports.h"
#include "world/redactor.h"

namespace tenon::events {

// Takes one line, without its end.
using Sink = std::function<void(const std::string& line)>;

// Also hands on the events that the run itself emits. No secret that the redactor knows is in any
// line, and no output of a task: those may be large, and are nobody's but the run's.
//
// Beside what CloudEvents wants, `subject` says where in the run it happened, every round counted
// ("/do/0/each/do#2/0/call"); of the run itself there is none. The id is made of the run's and of
// that: in a later life of a run, what happened in an earlier one is told again under the same id.
// `data.round` says in which round of the innermost loop a task is, and how many there may be.
class Lifecycle final : public world::Observer {
  public:
    Lifecycle(std::string runId, const world::Redactor& redactor, Sink sink)
        : runId_(std::move(runId)), redactor_(redactor), sink_(std::move(sink)) {}

    void on(const world::Event& event) override;
    // The process is about to stand still, or goes on. Any thread.
    void suspended(std::chrono::system_clock::time_point time) { pause("suspended", time); }
    void resumed(std::chrono::system_clock::time_point time) { pause("resumed", time); }

  private:
    struct What;
    void pause(const std::string& phase, std::chrono::system_clock::time_point time);
    void write(const world::Event& about, const What& what);

    const std::string runId_;
    const world::Redactor& redactor_;
    const Sink sink_;
    std::mutex mutex_;
    std::map<std::string, world::Event> running_;  // tasks, and workflows as "", by position
    std::map<std::string, int> retried_;           // how often each of them was
    std::uint64_t pauses_ = 0;
};

}  // namespace tenon::events
