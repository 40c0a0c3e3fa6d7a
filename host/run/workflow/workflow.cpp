// SPDX-License-Identifier: Apache-2.0
#include "run/workflow/workflow.h"

#include "run/descriptors.h"
#include "run/done.h"
#include "run/expression_watch.h"
#include "run/loader.h"
#include "run/names.h"
#include "run/undo.h"
#include "run/workflow/kinds.h"
#include "run/workflow/named.h"
#include "run/workflow/read_document.h"
#include "run/workflow/reads_input.h"
#include "world/redactor.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

namespace {

void readEvaluate(const Node* node, manifest::Faults& faults) {
    if (!node) return;
    MapReader reader(*node, "\"evaluate\"", faults);
    const auto only = [&](std::string_view key, const std::string& wanted) {
        const auto text = reader.optionalText(key);
        if (text && *text != wanted)
            faults.add(*node->find(key),
                       "wanted " + wanted + ", found \"" + *text + "\", which Tenon does not run");
    };
    only("language", "jq");
    only("mode", "strict");
    reader.finish();
}

}  // namespace

std::optional<Workflow> Workflow::load(const Node& root, Steps& steps, manifest::Faults& faults,
                                       manifest::Faults& warnings, const LoadOptions& options) {
    Workflow out;
    MapReader reader(root, "a manifest", faults);
    if (!reader.usable()) return std::nullopt;
    Loader loader(kindOf, steps, options, faults, warnings);
    out.places_ = Places(options.file, root);
    out.definition_ = root.value();
    out.described_ = mentions(out.definition_, "$workflow");
    out.dated_ = mentions(out.definition_, "startedAt");
    out.document_ = readDocument(reader.required("document"), faults);
    Use use(reader.optional("use"), faults);
    out.secrets_ = use.secrets();
    loader.declare(std::move(use), mentions(out.definition_, "$task"));
    readNamed(loader);
    readEvaluate(reader.optional("evaluate"), faults);
    loader.shape(reader, "input", "from", out.inputFrom_, out.inputSchema_);
    loader.shape(reader, "output", "as", out.outputAs_, out.outputSchema_);
    out.tasks_ = loader.tasks(reader.required("do"));
    out.timeout_ = loader.timeout(reader.optional("timeout"));
    reader.refuse({"schedule"});
    reader.finish();
    readUnused(loader);
    loader.finish(root);
    if (!faults.empty()) return std::nullopt;
    out.acts_ = loader.acting();
    out.undoes_ = loader.undoes();
    return out;
}

Value Workflow::inputSchema() const {
    const Value* found = &definition_;
    for (const char* key : {"input", "schema", "document"})
        if (found) found = found->find(key);
    return found ? *found : Value();
}

// Of tasks, errors have an instance.
bool Workflow::refusedInput(const Error& error) {
    return error.kind == ErrorKind::validation && error.title == "schema" &&
           error.instance.empty() && error.detail.starts_with("In input/schema: ");
}

bool Workflow::takesAnything() const { return !inputSchema_ && readsInput(definition_); }

Result<Value> Workflow::run(World& world, const RunOptions& options) const {
    return execute(world, options, nullptr, {});
}

Result<Value> Workflow::runInside(Frame& frame, const Value& input,
                                  const Position& position) const {
    RunOptions options = frame.run.options;
    options.input = input;
    options.limits = frame.limits;
    return execute(frame.run.world, options, &frame.run,
                   {position, frame.depth + 1, frame.idempotent, frame.again, frame.round});
}

Result<Value> Workflow::execute(World& world, const RunOptions& options, Run* outer,
                                const Base& base) const {
    const auto began = world.clock.now();
    Object secrets;
    std::optional<Error> missing;
    for (const auto& name : secrets_) {
        auto value = world.secrets.find(name);
        if (!value) {
            missing = value.error();
            break;
        }
        secrets.set(name, std::move(value).value());
    }
    world.redactor.learn(secrets);
    auto owned =
        std::make_unique<Run>(world, options, document_, places_, std::move(secrets), outer);
    Run& run = *owned;
    if (described_)
        run.workflow = describeWorkflow(options.id, definition_, options.input,
                                        run.startedAt(dated_, base.position.text));
    Event about;
    about.kind = Event::Kind::workflowStarted;
    about.position = base.position.text;
    about.task = document_.name;
    about.action = document_.version;
    about.depth = base.depth;
    about.again = base.again;
    about.round = base.round;
    run.tell(about);
    auto result = missing ? Result<Value>(*missing) : through(run, base);
    if (!result) {
        Error error = alsoDone(result.error(), run.acts.within(base.position.text));
        if (error.instance.empty() && !error.place.empty())
            error.place = places_.of("/" + error.place);
        result = undone(run, base.position, std::move(error));
    }
    Event done = about;
    done.kind = result                                        ? Event::Kind::workflowCompleted
                : result.error().kind == ErrorKind::cancelled ? Event::Kind::workflowCancelled
                                                              : Event::Kind::workflowFaulted;
    done.took = world.clock.now() - began;
    if (result) {
        done.output = result.value();
    } else {
        done.error = result.error();
    }
    run.tell(std::move(done));
    if (outer && run.outermost.undoings.any(base.position.text)) run.keep(std::move(owned));
    return result;
}

Result<Value> Workflow::through(Run& run, const Base& base) const {
    expr::Scope scope = scopeOf(run, run.options.input, Value(), Value());
    const Limits& limits = run.options.limits;
    ExpressionWatch watch(run, limits, base.position.text, [] { return Event(); });
    scope.watch = &watch;
    if (inputSchema_)
        if (auto reason = inputSchema_->refuses(scope.dot, run, limits, base.position.text))
            return *reason;
    if (inputFrom_) {
        auto input = inputFrom_->evaluate(scope);
        if (!input) return located(input.error(), "input/from");
        scope.dot = std::move(input).value();
    }
    scope.set("input", scope.dot);
    Frame frame{run,
                Value(),
                {},
                base.position.key("do"),
                base.depth,
                run.options.limits,
                base.idempotent,
                base.again,
                base.round};
    if (timeout_) {
        const auto time = timeout_->evaluate(scope);
        if (!time) return located(time.error(), "timeout");
        frame.limits.deadline = std::min(
            frame.limits.deadline, run.after(time.value(), base.position.text + "/@deadline"));
    }
    auto outcome = tasks_.run(frame, scope.dot);
    if (!outcome) return outcome.error();
    Value output = std::move(outcome).value().output;
    if (outputAs_) {
        scope.set("context", frame.context);
        scope.set("output", output);
        scope.dot = std::move(output);
        auto shaped = outputAs_->evaluate(scope);
        if (!shaped) return located(shaped.error(), "output/as");
        output = std::move(shaped).value();
    }
    if (outputSchema_)
        if (auto reason = outputSchema_->refuses(output, run, frame.limits, base.position.text))
            return *reason;
    return output;
}

}  // namespace tenon::run
