// SPDX-License-Identifier: Apache-2.0
#include "cli/delivery.h"

#include <unistd.h>

#include "cli/end_code.h"
#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/standard_streams.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

std::string lineOf(const StepError& error) { return "tenon: " + error.error().detail + "\n"; }

std::unique_ptr<store::OutputFile> reserve(const std::string& path) {
    if (path.empty()) return nullptr;
    try {
        return std::make_unique<store::OutputFile>(path);
    } catch (const StepError& e) {
        throw Failure(kNoOutput, lineOf(e));
    }
}

// What was made, by the place of its task.
Object made(const std::vector<run::Act>& acts, bool strandedOnly) {
    Object out;
    for (const auto& act : acts)
        if (act.done == Done::yes && (act.stranded || !strandedOnly))
            out.set(act.position, act.gave);
    return out;
}

// What came back where nobody knows what was done.
Object answers(const std::vector<run::Act>& acts) {
    Object out;
    for (const auto& act : acts)
        if (act.done == Done::maybe && !act.gave.isNull()) out.set(act.position, act.gave);
    return out;
}

std::string shownJson(const Value& value, json::Secrets secrets = json::Secrets::mask) {
    return printableJson(json::pretty(value, secrets));
}

std::string linesOf(const std::string& unknown) {
    return "  outcome unknown: " + unknown +
           "; look on the remote side before you run this again\n";
}

}  // namespace

Delivery::Delivery(const Arguments& arguments, const world::Redactor& redactor)
    : redactor_(redactor),
      showSecrets_(arguments.has("show-secrets")),
      path_(arguments.value("output").value_or("")),
      file_(reserve(path_)) {}

std::string Delivery::kept() const { return file_ ? path_ + ".partial" : ""; }

std::string Delivery::save(const Value& value) {
    try {
        file_->commit(json::pretty(value, json::Secrets::reveal) + "\n");
        return "";
    } catch (const StepError& e) {
        return lineOf(e);
    }
}

// A terminal is where nobody else keeps what was printed.
void Delivery::tellOfSecrets(const Value& shown) const {
    if (file_ || showSecrets_ || !holdsSecret(shown) || !::isatty(STDERR_FILENO)) return;
    say("note: secrets in it are masked, and were kept nowhere: --output FILE keeps them, "
        "--show-secrets shows them\n");
}

// Nobody can tell the secrets in them from the rest.
void Delivery::tellOfAnswers(const Object& unclear) const {
    if (file_ || unclear.empty()) return;
    say(showSecrets_ ? "  what came back: " + shownJson(unclear, json::Secrets::reveal) + "\n"
                     : "note: what came back of it was kept nowhere: --output FILE keeps it, "
                       "--show-secrets shows it\n");
}

ExitCode Delivery::completed(const Value& output, const Acts& acts) {
    const auto stranded = made(acts, true);
    const auto unknown = run::unknown(acts);
    ExitCode code = kOk;
    if (file_) {
        const std::string problem = save(output);
        if (!problem.empty()) code = kNoOutput;
        say(problem.empty() ? "The full result is in " + path_ + " (mode 0600).\n" : problem);
        if (problem.empty() && stranded.empty() && unknown.empty()) file_->drop();
    }
    const std::string masked = shownJson(redactor_.value(output)) + "\n";
    const std::string shown =
        showSecrets_ ? shownJson(output, json::Secrets::reveal) + "\n" : masked;
    if (const std::string problem = print(shown); !problem.empty()) {
        say("tenon: " + problem + ". The run itself is done; its output is:\n" + masked);
        code = kNoOutput;
    }
    if (!stranded.empty())
        say("  made where the run did not go on: " + shownJson(redactor_.value(stranded)) + "\n");
    if (!unknown.empty()) say(linesOf(unknown));
    if (file_ && !(stranded.empty() && unknown.empty()))
        say("  the record of it, with its secrets, is in " + kept() + "\n");
    tellOfSecrets(Array{output, stranded});
    tellOfAnswers(answers(acts));
    return codeOf(output, acts) == kOutcomeUnknown ? kOutcomeUnknown : code;
}

void Delivery::later() {
    if (file_) file_->drop();
}

ExitCode Delivery::faulted(const Error& error, const Acts& acts) {
    const auto before = made(acts, false);
    const auto unknown = run::unknown(acts);
    const auto code = codeOf(error, acts);
    bool saved = true;
    const bool told = acts.size() == 1 && acts.front().position == error.instance;
    if (!unknown.empty() && !told) say(linesOf(unknown));
    if (!before.empty()) say("  completed before: " + shownJson(redactor_.value(before)) + "\n");
    const auto unclear = answers(acts);
    if (file_ && before.empty() && unclear.empty()) file_->drop();
    if (file_ && !(before.empty() && unclear.empty())) {
        Object whole{{"completed", before}};
        if (!unclear.empty()) whole.set("unknown", unclear);
        const std::string problem = save(whole);
        say(problem.empty() ? "  the same with its secrets is in " + path_ + "\n" : problem);
        saved = problem.empty();
        if (saved) file_->drop();
    }
    tellOfSecrets(before);
    tellOfAnswers(unclear);
    return saved || code == kOutcomeUnknown ? code : kNoOutput;
}

}  // namespace tenon::cli
