// SPDX-License-Identifier: Apache-2.0
#include "service.h"

#include <random>

#include "request_reader.h"

namespace cloudelements::sandbox {
namespace {

std::int64_t anyFirstId() {
    std::random_device device;
    return 427901 + static_cast<std::int64_t>(device() % 100000);
}

}  // namespace

Service::Service(const tenon::Value& faultOptions, std::function<void(std::string_view)> log)
    : faults(faultOptions),
      platform(faults.firstId().value_or(anyFirstId())),
      log(std::move(log)) {}

Answer Service::answerTo(const Request& request, const Fault& fault) try {
    Answer out = fault.answer ? *fault.answer : platform.handle(request);
    if (fault.retryAfter) out.headers.push_back({"Retry-After", std::to_string(*fault.retryAfter)});
    return out;
} catch (const std::exception& e) {
    return refusal(500, std::string("The sandbox failed: ") + e.what());
}

void Service::tell(const Request& request, const std::string& what) const {
    if (!log) return;
    const std::string which =
        request.method.empty() ? "What is no request" : request.method + " " + request.path;
    log(which + " " + what);
}

}  // namespace cloudelements::sandbox
