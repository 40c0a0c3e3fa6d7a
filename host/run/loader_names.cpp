// SPDX-License-Identifier: Apache-2.0
// The parts of a manifest that give or use names: variables, timeouts, functions.
#include <algorithm>

#include "run/loader.h"
#include "run/names.h"
#include "text/suggest.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

Loader::Known::Known(Loader& loader, std::vector<std::string> variables)
    : loader_(loader), count_(variables.size()) {
    for (auto& name : variables) loader.compiler_.push(std::move(name));
}

Loader::Known::~Known() { loader_.compiler_.pop(count_); }

std::string Loader::variable(const Node* node, std::string fallback) {
    if (!node) return fallback;
    const auto isPart = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    };
    const auto* text = node->text();
    if (!text || text->empty() || !std::all_of(text->begin(), text->end(), isPart) ||
        std::isdigit(static_cast<unsigned char>(text->front()))) {
        faults_.add(*node, "wanted the name of a variable (letters, digits and _), found " +
                               (text ? "\"" + *text + "\"" : std::string(node->describe())));
        return fallback;
    }
    constexpr std::array<std::string_view, 9> taken{"context", "input",         "output",
                                                    "secrets", "task",          "workflow",
                                                    "runtime", "authorization", "ENV"};
    if (std::find(taken.begin(), taken.end(), *text) != taken.end() || text->starts_with("__"))
        faults_.add(*node, "$" + *text + " is a variable of the language; choose another name");
    return *text;
}

std::optional<Duration> Loader::duration(const Node* node) {
    if (!node) return std::nullopt;
    const bool expression = node->text() && expr::unwrapped(*node->text());
    auto form = value(*node);
    if (!expression && form.constant())
        if (const auto read = readDuration(*form.constant()); !read.time)
            faults_.add(*node, std::string("wanted ") + kWantedDuration + ", found " + read.found);
    return Duration(std::move(form));
}

std::optional<Duration> Loader::timeout(const Node* node) {
    if (!node) return std::nullopt;
    const Node* timeout = use_.resolve(*node, "timeouts", faults_);
    if (!timeout) return std::nullopt;
    MapReader reader(*timeout, "\"timeout\"", faults_);
    auto after = duration(reader.required("after"));
    reader.finish();
    return after;
}

Flow Loader::flow(const Node* node) {
    Flow flow;
    if (!node) return flow;
    if (!node->text()) {
        manifest::wrongKind(*node, "continue, exit, end or the name of a task", faults_);
        return flow;
    }
    const std::string& to = *node->text();
    const auto found = std::find(siblings_.begin(), siblings_.end(), to);
    if (to == "exit") {
        flow.kind = Flow::Kind::exit;
    } else if (to == "end") {
        flow.kind = Flow::Kind::end;
    } else if (found != siblings_.end()) {
        flow = {Flow::Kind::jump, static_cast<std::size_t>(found - siblings_.begin())};
    } else if (to != "continue") {
        faults_.add(*node, "there is no task \"" + to + "\" in this list" +
                               text::didYouMean(to, siblings_));
    }
    return flow;
}

std::shared_ptr<const Task> Loader::function(const Node& call) {
    const std::string& name = *call.text();
    const Node* node = use_.find("functions", name);
    if (!node) return nullptr;
    if (const auto known = functions_.find(name); known != functions_.end()) {
        if (!known->second) faults_.add(call, "the function \"" + name + "\" calls itself");
        return known->second;
    }
    functions_[name] = nullptr;
    const auto outside = std::exchange(siblings_, {});
    std::shared_ptr<const Task> body = task(name, *node);
    siblings_ = outside;
    if (body) {
        functions_[name] = body;
    } else {
        functions_.erase(name);  // its faults are noted
    }
    return body;
}

void Loader::declare(Use use, bool described) {
    use_ = std::move(use);
    described_ = described;
    extensions();
}

}  // namespace tenon::run
