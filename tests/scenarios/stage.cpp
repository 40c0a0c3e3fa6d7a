// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include "kit_hosts.h"
#include "manifest/json.h"
#include "tenon/json.h"

namespace scenarios {

using tenon::Result;
using tenon::Value;
using tenon::world::Event;

namespace {

constexpr const char* const kNoEnvironment[] = {nullptr};

}  // namespace

Stage::Stage() : catalog_({GREET_FOLDER}), store_(kNoEnvironment) {}

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

std::string Stage::placeless(std::string text) const {
    const std::string place = folder.path();
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at)) {
        const bool file = text.substr(at + place.size(), 1) == "/";
        text.replace(at, place.size() + (file ? 1 : 0), file ? "" : ".");
    }
    return text;
}

void Stage::start() {
    serveTheKit();
    manifests_.emplace(catalog_, files_, commands,
                       [this](const std::string& lines) { warnings_ += placeless(lines); });
    const auto path = folder.write("workflow.yaml", definition);
    tenon::manifest::Faults faults;
    auto root = tenon::manifest::readAny(definition, false, faults);
    if (!root) {
        refusal_ = placeless(faults.text(path));
        return;
    }
    const auto loaded = manifests_->load(path, *std::move(root));
    if (loaded)
        workflow_ = loaded.value();
    else
        refusal_ = placeless(loaded.error().detail);
    if (!workflow_) return;
    store_.give(secrets);
    options.limits.stop = stop_.get_token();
    live();
}

void Stage::live() {
    journal_.emplace(disk_, death);
    world_.emplace(
        tenon::world::World{{network, catalog_, clock, chance, commands ? &shell_ : nullptr},
                            store_,
                            *journal_,
                            kept_,
                            redactor_,
                            &files_});
    running_ = std::async(std::launch::async, [this] { return workflow_->run(*world_, options); });
}

void Stage::goOn() {
    if (!running_.valid()) throw Failed("the workflow was not executed");
    try {
        static_cast<void>(running_.get());
    } catch (const tenon::world::Leave&) {
        death.clear();
        kept_.all.clear();
        kept_.lines.clear();
        return live();
    }
    throw Failed("the process was not killed: that moment never came");
}

const Result<Value>& Stage::result() {
    if (result_) return *result_;
    if (!refusal_.empty()) throw Failed("the workflow was refused:\n" + refusal_);
    if (!running_.valid()) throw Failed("the workflow was not executed");
    // Only a run that waits for a clock that nobody moves takes so long.
    if (running_.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
        throw Failed("the run does not end");
    try {
        result_ = running_.get();
    } catch (const tenon::world::Leave& leave) {
        throw Failed("the run was left: " + leave.why.detail);
    }
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

const std::vector<std::string>& Stage::lifecycle() {
    result();
    return kept_.lines;
}

std::vector<Event> Stage::events(Event::Kind kind, const std::string& task) {
    std::vector<Event> found;
    for (const auto& event : events())
        if (event.kind == kind && (event.task == task || event.position == task))
            found.push_back(event);
    return found;
}

Value Stage::problem(const tenon::Error& error) { return tenon::world::problemOf(error); }

}  // namespace scenarios
