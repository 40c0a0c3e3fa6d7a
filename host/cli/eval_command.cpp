// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/secret_care.h"
#include "cli/signals.h"
#include "cli/standard_streams.h"
#include "cli/values.h"
#include "cli/variables.h"
#include "expr/expression.h"
#include "run/confiding.h"
#include "tenon/json.h"
#include "text/readable.h"

namespace tenon::cli {
namespace {

// What is printed, gathered until it is worth a write.
class Results {
  public:
    // `hides`: are there secrets?
    Results(const Arguments& arguments, const world::Redactor& redactor, bool hides)
        : redactor_(redactor),
          hides_(hides),
          compact_(arguments.has("compact")),
          raw_(arguments.has("raw")),
          seen_(raw_ && ::isatty(STDOUT_FILENO)) {}

    void add(const Value& result) {
        const Value shown = hides_ ? redactor_.value(result) : result;
        if (const auto* text = raw_ ? shown.string() : nullptr)
            out_ += seen_ ? printable(*text) : *text;
        else
            out_ += printableJson(compact_ ? json::write(shown) : json::pretty(shown));
        out_ += '\n';
        constexpr std::size_t worth = 64 * 1024;
        if (out_.size() > worth) flush();
    }
    void flush() {
        const auto problem = print(out_);
        if (!problem.empty()) throw Failure(kNoOutput, "tenon: " + problem + "\n");
        out_.clear();
    }

  private:
    const world::Redactor& redactor_;
    const bool hides_, compact_, raw_, seen_;
    std::string out_;
};

class Watch final : public expr::Watch {
  public:
    Watch(std::stop_token stop, const world::Redactor& redactor, Results& results)
        : stop_(std::move(stop)), redactor_(redactor), results_(results) {}
    std::optional<Error> over() override {
        if (!stop_.stop_requested()) return std::nullopt;
        return makeError(ErrorKind::cancelled, "stopped", "The evaluation was stopped.");
    }
    double now() override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration<double>(since).count();
    }
    void debug(const Value& value) override {
        results_.flush();
        say("debug: " + json::write(redactor_.value(value)) + "\n");
    }

  private:
    std::stop_token stop_;
    const world::Redactor& redactor_;
    Results& results_;
};

expr::Expression compiled(const std::string& text, const expr::Scope& scope) {
    if (!text::isUtf8(text)) throw Failure(kBadInput, "tenon: the expression is not UTF-8\n");
    std::vector<std::string> names;
    for (const auto& [name, value] : scope.variables) names.push_back(name);
    expr::Compiler compiler(names);
    auto out = compiler.expression(text, "");
    const auto faults = compiler.finish();
    if (faults.empty()) return out;
    std::string said;
    for (const auto& fault : faults) said += "tenon: " + fault.text() + "\n";
    const bool variable = said.find(" is not known; known are ") != said.npos;
    throw Failure(kBadInput, said + (variable ? "--variable NAME=VALUE gives a variable.\n" : ""));
}

int eval(const Arguments& arguments) {
    if (arguments.operands().empty()) throw UsageError("write an expression");
    if (arguments.operands().size() > 1)
        throw UsageError("takes one expression, in quotes; a file is named by --input FILE");
    const auto stop = stopOnSignals();
    keepStandardOutput();
    expr::Scope scope;
    world::Redactor redactor;
    scope.variables = readVariables(arguments.values("variable"));
    if (const auto* secrets = scope.find(kSecrets)) redactor.learn(*secrets);
    if (scope.find(kSecrets)) forbidCoreDumps();
    const auto expression = compiled(arguments.operands().front(), scope);
    const auto file = arguments.value("input");
    const auto inputs = file ? readValues(*file) : std::vector<Value>(1);
    Results results(arguments, redactor, scope.find(kSecrets));
    Watch watch(stop, redactor, results);
    run::Confiding confidant(redactor);
    scope.confidant = &confidant;
    scope.watch = &watch;
    int code = kOk;
    for (const auto& input : inputs) {
        scope.dot = input;
        const auto error = expression.each(scope, [&](const Value& result) {
            results.add(result);
            return true;
        });
        if (!error) continue;
        results.flush();
        say(explain(redactor.error(*error)));
        code = kFaulted;
        if (error->kind == ErrorKind::cancelled) return kCancelled;
    }
    results.flush();
    return code;
}

}  // namespace

Command evalCommand() {
    return {"eval",
            "EXPRESSION",
            "Tries an expression and prints its results as JSON",
            {{"input", "FILE", "What . is: YAML, or JSON values; - for standard input", false},
             {"variable", "NAME=VALUE", "What $NAME is; secrets=… as in a run", true},
             {"compact", "", "Print each result on one line", false, 'c'},
             {"raw", "", "Print texts as they are, without quotes", false, 'r'}},
            eval};
}

}  // namespace tenon::cli
