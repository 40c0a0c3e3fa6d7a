// SPDX-License-Identifier: Apache-2.0
#include "net/host_gate.h"

#include <algorithm>

namespace tenon::net {
namespace {

// "https://host:port" as it is written: another spelling is another gate, which does no harm.
std::string originOf(const std::string& url) {
    const auto scheme = url.find("://");
    if (scheme == url.npos) return url;
    return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

// How long everybody is to wait; nothing where nobody is.
std::optional<std::chrono::seconds> wished(const Result<HttpResponse>& answer) {
    if (!answer) return std::nullopt;
    const auto after = retryAfter(answer.value());
    if (answer.value().status == 429) return after.value_or(std::chrono::seconds(0));
    return answer.value().status == 503 ? after : std::nullopt;
}

Error gaveUp(ErrorKind kind, const std::string& host) {
    const bool late = kind == ErrorKind::timeout;
    return makeError(kind, late ? "deadline" : "cancelled",
                     host + " asked everybody to wait, and " +
                         (late ? "the time was up before that was over" : "the run was stopped") +
                         ". Nothing was sent.");
}

}  // namespace

std::optional<Error> HostGate::enter(Gate& gate, const std::string& host, const Limits& limits) {
    std::unique_lock lock(mutex_);
    while (gate.width != kWide) {
        const auto now = clock_.now();
        if (limits.stop.stop_requested()) return gaveUp(ErrorKind::cancelled, host);
        if (now >= limits.deadline) return gaveUp(ErrorKind::timeout, host);
        if (now < gate.opens) {
            const auto until = std::min(gate.opens, limits.deadline);
            lock.unlock();
            clock_.wait({until, limits.stop});
            lock.lock();
        } else if (gate.passing < gate.width) {
            break;
        } else {
            const auto free = [&] {
                return gate.passing < gate.width || clock_.now() < gate.opens;
            };
            if (limits.deadline == Time::max())
                changed_.wait(lock, limits.stop, free);
            else
                changed_.wait_until(lock, limits.stop, limits.deadline, free);
        }
    }
    ++gate.passing;
    return std::nullopt;
}

void HostGate::leave(Gate& gate, const Result<HttpResponse>& answer) {
    const auto wish = wished(answer);
    const std::scoped_lock lock(mutex_);
    --gate.passing;
    if (wish) {
        gate.opens = std::max(gate.opens, clock_.now() + *wish);
        gate.width = 1;
    } else if (gate.width != kWide && answer) {
        gate.width = std::min(kWide, gate.width * 2);
    }
    changed_.notify_all();
}

template <class Send>
Result<HttpResponse> HostGate::passing(const HttpRequest& request, const Limits& limits,
                                       Send&& send) {
    const auto host = originOf(request.url);
    Gate* gate = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        gate = &gates_[host];
    }
    if (auto refused = enter(*gate, host, limits)) return *std::move(refused);
    auto answer = send();
    leave(*gate, answer);
    return answer;
}

Result<HttpResponse> HostGate::send(const HttpRequest& request, const Limits& limits) {
    return passing(request, limits, [&] { return http_.send(request, limits); });
}

Result<HttpResponse> HostGate::sendPartly(const HttpRequest& request, const Limits& limits,
                                          HttpResponse& part) {
    return passing(request, limits, [&] { return http_.sendPartly(request, limits, part); });
}

}  // namespace tenon::net
