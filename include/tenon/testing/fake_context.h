// SPDX-License-Identifier: Apache-2.0
// What a step is lent in a test: a FakeHttp, a clock that only waits move, and whatever the test
// sets. One thread.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tenon/keep.h"
#include "tenon/testing/fake_http.h"
#include "tenon/wait.h"

namespace tenon::testing {

class FakeContext final : public Context, private Keep, private Wait {
  public:
    FakeHttp fakeHttp;
    Limits given;
    std::vector<std::string> logged;
    std::string key = "run/do/0/task";
    std::set<std::string, std::less<>> plainHttpHosts;  // besides this machine
    Value kept;
    std::vector<std::chrono::milliseconds> waited;
    // The wait that goes beyond this, in sum, finds the task's time up.
    std::chrono::milliseconds patience = std::chrono::milliseconds::max();

    Http& http() override { return fakeHttp; }
    [[nodiscard]] const Limits& limits() const override { return given; }
    void log(LogLevel, std::string_view text) override { logged.emplace_back(text); }
    [[nodiscard]] std::string_view idempotencyKey() const override { return key; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override {
        return isLoopback(host) || plainHttpHosts.contains(host);
    }
    void* extension(std::string_view id) override {
        if (id == Keep::kId) return static_cast<Keep*>(this);
        if (id == Wait::kId) return static_cast<Wait*>(this);
        return nullptr;
    }

  private:
    void keep(Value answer) override { kept = std::move(answer); }
    std::optional<Error> wait(std::chrono::milliseconds time) override {
        if (given.stop.stop_requested())
            return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped.");
        if (time > patience) return makeError(ErrorKind::timeout, "deadline", "The time was up.");
        patience -= time;
        waited.push_back(time);
        return std::nullopt;
    }
};

}  // namespace tenon::testing
