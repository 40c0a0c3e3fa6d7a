// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>

#include "tenon/partial_http.h"
#include "world/ports.h"

namespace tenon::net {

// HTTP for many at once: where a host says 429, or names a time to wait for with 503, everybody
// waits who asks it, and not only the one who was told. After that one request goes at a time, then
// two, four and so on, as long as they are answered. Who waits here has sent nothing. Any thread.
class HostGate final : public PartialHttp {
  public:
    // Both outlive it.
    HostGate(PartialHttp& http, world::Clock& clock) : http_(http), clock_(clock) {}

    Result<HttpResponse> send(const HttpRequest& request, const Limits& limits) override;
    Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                    HttpResponse& part) override;

  private:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::size_t kWide = 1u << 20;  // nobody waits
    struct Gate {
        Time opens{};
        std::size_t width = kWide;  // so many at once
        std::size_t passing = 0;
    };

    template <class Send>
    Result<HttpResponse> passing(const HttpRequest& request, const Limits& limits, Send&& send);
    std::optional<Error> enter(Gate& gate, const std::string& host, const Limits& limits);
    void leave(Gate& gate, const Result<HttpResponse>& answer);

    PartialHttp& http_;
    world::Clock& clock_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::map<std::string, Gate> gates_;  // by scheme, host and port
};

}  // namespace tenon::net
