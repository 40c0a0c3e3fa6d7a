// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <cstdio>

namespace tenon::cli {
namespace {

std::string duration(std::chrono::steady_clock::duration took) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    if (ms < 10'000) return std::to_string(ms) + " ms";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(ms) / 1000);
    return text;
}

}  // namespace

void Progress::on(const run::Event& event) {
    using Kind = run::Event::Kind;
    const std::string indent(static_cast<std::size_t>(event.depth) * 2 + 2, ' ');
    switch (event.kind) {
        case Kind::workflowStarted:
            if (event.depth == 0) out_ << event.task << " " << event.action << "\n";
            break;
        case Kind::taskCompleted:
            if (event.outside) made_.set(event.position, event.output);
            out_ << indent << event.task << ": " << event.action << ", " << duration(event.took)
                 << "\n";
            break;
        case Kind::taskSkipped:
            out_ << indent << event.task << ": skipped\n";
            break;
        case Kind::taskFaulted:
            out_ << indent << event.task << ": " << event.action << " FAULTED, "
                 << duration(event.took) << "\n";
            break;
        case Kind::taskCancelled:
            out_ << indent << event.task << ": " << event.action << " stopped, "
                 << duration(event.took) << "\n";
            break;
        case Kind::taskRetried:
        case Kind::log:
            out_ << indent << event.task << ": " << event.text << "\n";
            break;
        case Kind::taskStarted:
        case Kind::workflowCompleted:
        case Kind::workflowFaulted:
        case Kind::workflowCancelled:
        case Kind::emitted:
            break;
    }
    out_.flush();
}

std::string explain(const Error& error) {
    // An error that a manifest raises may have a type and a status only.
    const std::string& what = !error.detail.empty()  ? error.detail
                              : !error.title.empty() ? error.title
                                                     : error.type;
    std::string out = "error: " + what + "\n  kind: " + name(error.kind) + ", status " +
                      std::to_string(error.status) +
                      (error.title.empty() ? "" : ", " + error.title) + "\n";
    if (!error.type.empty()) out += "  type: " + error.type + "\n";
    if (!error.instance.empty()) out += "  task: " + error.instance + "\n";
    if (!error.requestId.empty()) out += "  request id: " + error.requestId + "\n";
    if (error.retryAfter)
        out += "  retry after: " + std::to_string(error.retryAfter->count()) + " s\n";
    if (error.done == Done::maybe)
        out += "  outcome: unknown; look on the remote side before you run this again\n";
    return out;
}

}  // namespace tenon::cli
