// SPDX-License-Identifier: Apache-2.0
#include "cli/delivery.h"

#include <iostream>

#include "cli/failure.h"
#include "cli/standard_streams.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

std::string lineOf(const StepError& error) { return "tenon: " + error.error().detail + "\n"; }

std::unique_ptr<store::NewFile> reserve(const std::string& path) {
    if (path.empty()) return nullptr;
    try {
        return std::make_unique<store::NewFile>(path);
    } catch (const StepError& e) {
        throw Failure(kNoOutput, lineOf(e));
    }
}

}  // namespace

Delivery::Delivery(const Arguments& arguments, const run::Redactor& redactor)
    : redactor_(redactor),
      showSecrets_(arguments.has("show-secrets")),
      path_(arguments.value("output").value_or("")),
      file_(reserve(path_)) {}

std::string Delivery::save(const Value& value) {
    try {
        file_->commit(json::pretty(value, json::Secrets::reveal) + "\n");
        return "";
    } catch (const StepError& e) {
        return lineOf(e);
    }
}

ExitCode Delivery::completed(const Value& output) {
    ExitCode code = kOk;
    if (file_) {
        const std::string problem = save(output);
        if (!problem.empty()) code = kNoOutput;
        std::cerr << (problem.empty() ? "The full result is in " + path_ + " (mode 0600).\n"
                                      : problem);
    }
    const std::string masked = json::pretty(redactor_.value(output)) + "\n";
    const std::string shown =
        showSecrets_ ? json::pretty(output, json::Secrets::reveal) + "\n" : masked;
    if (const std::string problem = print(shown); !problem.empty()) {
        std::cerr << "tenon: " << problem << ". The run itself is done; its output is:\n" << masked;
        code = kNoOutput;
    }
    return code;
}

void Delivery::faulted(const Object& made) {
    if (made.empty()) return;
    std::cerr << "  completed before: " << json::pretty(redactor_.value(made)) << "\n";
    if (!file_) return;
    const std::string problem = save(Object{{"completed", made}});
    std::cerr << (problem.empty() ? "  the same with its secrets is in " + path_ + "\n" : problem);
}

}  // namespace tenon::cli
