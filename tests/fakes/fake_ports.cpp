// SPDX-License-Identifier: Apache-2.0
#include "fakes/fake_ports.h"

#include <array>

#include "tenon/json.h"
#include "world/sealed.h"

namespace fakes {

using tenon::Result;
using tenon::Value;
using tenon::world::Event;

namespace json = tenon::json;

namespace {

// As tenon writes it for a struct of a plugin.
constexpr const char* kThing = R"({"type":"object","properties":{
    "connection":{"type":"object","properties":{
        "baseUrl":{"type":"string"},"user":{"type":"string","writeOnly":true}},
        "required":["baseUrl","user"],"additionalProperties":false},
    "name":{"type":"string"},
    "size":{"type":"integer","default":1},
    "weight":{"type":"number"},
    "active":{"type":"boolean"},
    "tags":{"type":"array","items":{"type":"string"}},
    "labels":{"type":"object","additionalProperties":{"type":"string"}}},
    "required":["name"],"additionalProperties":false})";

const char* nameOf(Event::Kind kind) {
    constexpr std::array names{
        "workflowStarted", "workflowCompleted", "workflowFaulted", "taskStarted", "taskCompleted",
        "taskFaulted",     "taskCancelled",     "taskRetried",     "taskSkipped", "log",
        "emitted",         "workflowCancelled"};
    return names.at(static_cast<std::size_t>(kind));
}

}  // namespace

std::string lineOf(const Event& event) {
    using Kind = Event::Kind;
    std::string out = std::to_string(event.number) + " " + nameOf(event.kind);
    out += " " + (event.position.empty() ? event.task : event.position) + " " + event.action;
    if (event.outside) out += " outside";
    if (event.depth > 0) out += " depth " + std::to_string(event.depth);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(event.took).count();
    if (ms > 0) out += " " + std::to_string(ms) + " ms";
    if (event.kind == Kind::taskCompleted || event.kind == Kind::workflowCompleted)
        out += " " + json::write(event.output);
    if (event.kind == Kind::taskFaulted || event.kind == Kind::taskCancelled ||
        event.kind == Kind::workflowFaulted)
        out += " at " + event.error.instance + ": " + event.error.detail;
    if (event.kind == Kind::log || event.kind == Kind::taskRetried) out += ": " + event.text;
    return out;
}

Result<tenon::HttpResponse> FakeHttp::send(const tenon::HttpRequest& request,
                                           const tenon::Limits& limit) {
    requests.push_back(request);
    limits.push_back(limit);
    before();
    if (answers_.empty()) return tenon::HttpResponse{200, "OK", {}, "", false};
    auto next = std::move(answers_.front());
    answers_.pop_front();
    return next;
}

void FakeHttp::answerJson(const std::string& body) {
    answer(tenon::HttpResponse{200, "OK", {{"Content-Type", "application/json"}}, body, false});
}

FakeSteps::FakeSteps()
    : known{{"CreateThing", "1.0.0", "Makes a thing.", "things", json::read(kThing).value(), {}},
            {"Free", "1.0.0", "Takes anything.", "things", {}, {}}} {}

const tenon::world::StepDescription* FakeSteps::find(std::string_view name) const {
    for (const auto& step : known)
        if (step.name == name) return &step;
    return nullptr;
}

std::vector<std::string> FakeSteps::names() const {
    std::vector<std::string> out;
    for (const auto& step : known) out.push_back(step.name);
    return out;
}

Result<Value> FakeSteps::call(const tenon::world::StepDescription& step, const Value& inputs,
                              tenon::Context& context) {
    const std::string line = step.name + " " + json::write(inputs, json::Secrets::reveal) + "\n";
    {
        const std::scoped_lock lock(mutex_);
        calls += line;
    }
    return does(inputs, context);
}

Result<Value> FakeSecrets::find(const std::string& name) {
    if (const auto* value = given.find(name)) return tenon::world::sealed(*value);
    return tenon::makeError(tenon::ErrorKind::authorization, "secret missing",
                            "The secret \"" + name + "\" was not given.");
}

}  // namespace fakes
