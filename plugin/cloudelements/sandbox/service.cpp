// SPDX-License-Identifier: Apache-2.0
#include "service.h"

namespace cloudelements::sandbox {

Service::Service(const tenon::Value& faultOptions, std::function<void(std::string_view)> log,
                 const std::string& stateFile)
    : faults(faultOptions), log(std::move(log)), platform(faults.settings()) {
    if (!stateFile.empty()) state.emplace(platform, stateFile, this->log);
    const auto changed = [this](const World&) {
        if (state) state->changed();
    };
    platform.onChange(changed);
    worker.emplace(platform, changed, this->log);
}

void Service::finish() {
    worker.reset();
    if (state) state->finish();
}

Answer Service::answerTo(const Request& request, const Fault& fault) try {
    Answer out = fault.late     ? later(request, fault)
                 : fault.answer ? *fault.answer
                                : acted(request, fault);
    if (fault.retryAfter) out.headers.push_back({"Retry-After", std::to_string(*fault.retryAfter)});
    worker->wake();
    return out;
} catch (const std::exception& e) {
    return refusal(500, std::string("The sandbox failed: ") + e.what());
}

// A gateway that sends a request again of itself hands on the answer of the last.
Answer Service::acted(const Request& request, const Fault& fault) {
    if (fault.duplicate) platform.handle(request);
    return platform.handle(request);
}

Answer Service::later(const Request& request, const Fault& fault) {
    worker->later(*fault.late, request);
    return fault.answer.value_or(refusal(504, "Gateway Timeout"));
}

void Service::tell(const Request& request, const std::string& what) const {
    if (!log) return;
    const std::string which =
        request.method.empty() ? "What is no request" : request.method + " " + request.path;
    log(which + " " + what);
}

}  // namespace cloudelements::sandbox
