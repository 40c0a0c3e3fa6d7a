// SPDX-License-Identifier: Apache-2.0
#include "events/lifecycle.h"

#include "tenon/json.h"
#include "text/rfc3339.h"
#include "world/problem.h"

namespace tenon::events {

using world::Event;
using Kind = Event::Kind;

// One CloudEvent about an event of the run.
struct Lifecycle::What {
    const char* of;     // "workflow" or "task"
    std::string phase;  // "started"
    std::string id;     // tells it from the others of the run
};

namespace {

struct Phase {
    const char* of;
    const char* phase;
};

// nullptr members for what the language has no event for.
Phase phaseOf(Kind kind) {
    switch (kind) {
        case Kind::workflowStarted:
            return {"workflow", "started"};
        case Kind::workflowCompleted:
            return {"workflow", "completed"};
        case Kind::workflowFaulted:
            return {"workflow", "faulted"};
        case Kind::workflowCancelled:
            return {"workflow", "cancelled"};
        case Kind::taskStarted:
            return {"task", "started"};
        case Kind::taskCompleted:
            return {"task", "completed"};
        case Kind::taskFaulted:
            return {"task", "faulted"};
        case Kind::taskCancelled:
            return {"task", "cancelled"};
        case Kind::taskRetried:
            return {"task", "retried"};
        case Kind::taskSkipped:
        case Kind::log:
        case Kind::emitted:
            break;
    }
    return {nullptr, nullptr};
}

bool isWorkflow(const Event& event) { return event.pointer.empty(); }

bool begins(Kind kind) { return kind == Kind::workflowStarted || kind == Kind::taskStarted; }

std::string qualifiedName(const world::Document& workflow, const std::string& runId) {
    return workflow.name + "-" + runId + "." + workflow.space;
}

}  // namespace

void Lifecycle::write(const Event& about, const What& what) {
    const bool ofWorkflow = isWorkflow(about);
    const std::string time = text::rfc3339(about.time);
    const std::string name = qualifiedName(about.workflow, runId_);
    Object data;
    if (ofWorkflow) {
        data.set("name", name);
        if (what.phase == "started")
            data.set("definition", Object{{"name", about.workflow.name},
                                          {"namespace", about.workflow.space},
                                          {"version", about.workflow.version}});
    } else {
        data.set("workflow", name);
        data.set("task", about.pointer);
        if (about.round.loop)
            data.set("round", Object{{"number", static_cast<std::int64_t>(about.round.number)},
                                     {"of", static_cast<std::int64_t>(about.round.of())}});
    }
    data.set(what.phase + "At", time);
    if (what.phase == "faulted") data.set("error", world::problemOf(about.error));
    Object event{
        {"specversion", "1.0"},
        {"id", runId_ + what.id},
        {"source", about.workflow.uri()},
        {"type", std::string("io.serverlessworkflow.") + what.of + "." + what.phase + ".v1"},
        {"time", time}};
    if (!about.position.empty()) event.set("subject", about.position);
    event.set("datacontenttype", "application/json");
    event.set("data", redactor_.value(std::move(data)));
    sink_(json::write(event));
}

void Lifecycle::on(const Event& event) {
    const std::scoped_lock lock(mutex_);
    if (event.kind == Kind::emitted) return sink_(json::write(redactor_.value(event.output)));
    const auto [of, phase] = phaseOf(event.kind);
    if (!of) return;
    const auto known = running_.find(event.position);
    // A task whose `if` faulted, or that was stopped before it began, was made all the same.
    if (!isWorkflow(event) && known == running_.end())
        write(event, {of, "created", event.position + "/created"});
    std::string id = event.position + "/" + phase;
    if (event.kind == Kind::taskRetried)
        if (const auto times = ++retried_[event.position]; times > 1)
            id += "#" + std::to_string(times);
    write(event, {of, phase, id});
    if (event.kind != Kind::taskRetried && !begins(event.kind)) retried_.erase(event.position);
    if (begins(event.kind)) {
        running_.insert_or_assign(event.position, event);
    } else if (event.kind != Kind::taskRetried && known != running_.end()) {
        running_.erase(known);
    }
}

void Lifecycle::pause(const std::string& phase, std::chrono::system_clock::time_point time) {
    const std::scoped_lock lock(mutex_);
    const std::string number =
        "/pause-" + std::to_string(phase == "suspended" ? ++pauses_ : pauses_);
    std::size_t index = 0;
    for (const auto& [position, begun] : running_) {
        Event event = begun;
        event.time = time;
        write(event, {isWorkflow(event) ? "workflow" : "task", phase,
                      number + "/" + phase + "/" + std::to_string(++index)});
    }
}

}  // namespace tenon::events
