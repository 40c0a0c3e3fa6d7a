// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include "kit_hosts.h"
#include "manifest/yaml.h"
#include "tenon/json.h"

namespace scenarios {

using tenon::Result;
using tenon::Value;
using tenon::run::Event;

namespace {

constexpr const char* const kNoEnvironment[] = {nullptr};

}  // namespace

Stage::Stage()
    : catalog_({GREET_FOLDER}), store_(kNoEnvironment), world_{network, catalog_, store_,
                                                               clock,   chance,   journal_,
                                                               kept_,   redactor_} {}

Stage::~Stage() {
    stop_.request_stop();
    if (running_.valid()) running_.wait();
}

// The kit takes its hosts for granted.
void Stage::serveTheKit() {
    const auto named = [&](const char* host) { return definition.find(host) != std::string::npos; };
    if (named(kPetStore)) network.server(std::string("https://") + kPetStore, petStore);
    if (named(kHttpBin)) network.server(std::string("https://") + kHttpBin, httpBin);
}

void Stage::start() {
    serveTheKit();
    tenon::manifest::Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(definition, faults);
    if (root) workflow_ = tenon::run::Workflow::load(*root, catalog_, faults, warnings);
    refusal_ = faults.text("workflow.yaml");
    warnings_ = warnings.text("workflow.yaml");
    if (!workflow_) return;
    store_.give(secrets);
    options.limits.stop = stop_.get_token();
    running_ = std::async(std::launch::async, [this] { return workflow_->run(world_, options); });
}

const Result<Value>& Stage::result() {
    if (result_) return *result_;
    if (!refusal_.empty()) throw Failed("the workflow was refused:\n" + refusal_);
    if (!running_.valid()) throw Failed("the workflow was not executed");
    // Only a run that waits for a clock that nobody moves takes so long.
    if (running_.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
        throw Failed("the run does not end");
    result_ = running_.get();
    return *result_;
}

Value Stage::output() {
    const auto& ended = result();
    if (!ended)
        throw Failed("the workflow faulted: " + tenon::json::pretty(problem(ended.error())));
    return masked(ended.value());
}

const std::vector<Event>& Stage::events() {
    result();
    return kept_.all;
}

std::vector<Event> Stage::events(Event::Kind kind, const std::string& task) {
    std::vector<Event> found;
    for (const auto& event : events())
        if (event.kind == kind && (event.task == task || event.position == task))
            found.push_back(event);
    return found;
}

Value Stage::problem(const tenon::Error& error) { return tenon::run::problemOf(error); }

}  // namespace scenarios
