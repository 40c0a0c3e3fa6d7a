// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "run/idempotence.h"
#include "run/names.h"
#include "run/step_context.h"
#include "run/step_inputs.h"
#include "run/step_result.h"
#include "run/tasks/call.h"
#include "text/suggest.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

class CallStep final : public Task {
  public:
    CallStep(Common common, const StepDescription& step, StepInputs inputs)
        : Task(std::move(common)), step_(step), inputs_(std::move(inputs)) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        auto inputs = inputs_.evaluate(frame, scope, position);
        if (!inputs) return inputs.error();
        const Act act{.position = position.text,
                      .action = action(),
                      .idempotent = frame.idempotent,
                      .key = step_.once ? position.work : ""};
        const auto call = [&](Value& raw) {
            StepContext context(frame, position, act, event(Event::Kind::log, frame, position),
                                raw);
            auto given = frame.run.world.steps.call(step_, inputs.value(), context);
            context.leave();
            return handedOn(std::move(given), "The step " + step_.name, frame.limits.stop,
                            frame.run.world.redactor);
        };
        auto result = step_.once ? frame.run.remake(act, inputs.value(), call)
                      : idempotent(step_, inputs.value())
                          ? frame.run.ask(position.text, inputs.value(),
                                          [&] {
                                              Value raw;
                                              return call(raw);
                                          })
                          : frame.run.act(act, inputs.value(), call);
        if (!result) {
            Error error = result.error();
            error.instance.clear();  // the host's to say, not the step's
            error.place.clear();
            return error;
        }
        return Outcome{std::move(result).value(), {}};
    }
    std::string action() const override { return "call " + step_.name; }
    bool outside() const override { return true; }

  private:
    const StepDescription step_;
    const StepInputs inputs_;
};

constexpr std::string_view kDefault = "@default";

// As the two forms of a step's name have it: CreateThing and create-thing.
std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (c != '-') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

bool isAlias(std::string_view name) {
    return std::none_of(name.begin(), name.end(),
                        [](char c) { return std::isupper(static_cast<unsigned char>(c)); });
}

const StepDescription* named(const std::string& name, const Steps& steps) {
    const auto* step = steps.find(name);
    if (!step && isAlias(name))
        for (const auto& other : steps.names())
            if (folded(other) == folded(name)) step = steps.find(other);
    return step;
}

const StepDescription* lookUp(const manifest::Node& node, Loader& loader) {
    std::string name = *node.text(), version;
    if (name.find("://") != std::string::npos) {
        loader.faults().add(
            node, "a function by its URL is part of the language, but Tenon does not run it");
        return nullptr;
    }
    if (name.ends_with(kDefault)) name.resize(name.size() - kDefault.size());
    if (const auto at = name.find('@'); at != std::string::npos) {
        loader.faults().add(node, "there is no catalog \"" + name.substr(at + 1) +
                                      "\"; the steps of the plugins are in \"default\"");
        return nullptr;
    }
    if (const auto colon = name.find(':'); colon != std::string::npos) {
        version = name.substr(colon + 1);
        name.resize(colon);
    }
    const auto* step = named(name, loader.steps());
    if (!step) {
        const auto names = loader.steps().names();
        std::string all;
        for (const auto& other : names) all += (all.empty() ? "" : ", ") + other;
        const auto hint = text::didYouMean(name, names);
        loader.faults().add(node, "there is no step \"" + name + "\"" +
                                      (!hint.empty() ? hint
                                       : all.empty() ? "; no plugin is loaded"
                                                     : "; loaded are " + all));
    } else if (!version.empty() && version != step->version) {
        loader.faults().add(
            node, "wanted version " + version + " of " + step->name + ", found " + step->version);
    }
    return step;
}

}  // namespace

const StepDescription* findStep(const std::string& call, const Steps& steps) {
    return named(call.substr(0, call.find_first_of(":@")), steps);
}

std::unique_ptr<Task> loadCallStep(Loader& loader, manifest::MapReader& task, Common common,
                                   const manifest::Node& name) {
    const auto* with = task.optional("with");
    const auto* step = lookUp(name, loader);
    if (!step) {
        if (with) loader.value(*with);
        return nullptr;
    }
    if (!step->once && !idempotent(*step, with)) loader.acts();
    if (auto problem = loader.steps().ready(*step)) loader.faults().add(name, problem->detail);
    return std::make_unique<CallStep>(std::move(common), *step,
                                      StepInputs::read(loader, with, name, *step));
}

}  // namespace tenon::run
