// SPDX-License-Identifier: Apache-2.0
// What a step is lent in a test: a FakeHttp, a clock that only waits move, and whatever the test
// sets; all that `tenon run` lends.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "tenon/keep.h"
#include "tenon/once.h"
#include "tenon/quote.h"
#include "tenon/testing/fake_http.h"
#include "tenon/wait.h"

namespace tenon::testing {

// Thread: one at a time.
class FakeContext final : public Context, private Keep, private Once, private Quote, private Wait {
  public:
    FakeHttp fakeHttp;
    Limits given;
    std::vector<std::string> logged;
    std::string key = "run/do/0/task";
    std::set<std::string, std::less<>> plainHttpHosts;  // besides this machine
    Value kept;
    // What quote() hides, whole and unencoded; unset, it is a host that quotes nothing.
    std::optional<std::set<std::string>> secrets;
    std::vector<std::string> quoted;  // as the step gave them
    std::vector<std::chrono::milliseconds> waited;
    // The wait that goes beyond this, in sum, finds the task's time up.
    std::chrono::milliseconds patience = std::chrono::milliseconds::max();
    // What past() says; unset, it is a host that knows of no act.
    std::optional<Past> known = Past{};
    std::vector<Value> acts;  // `what` of each
    // What the first acts gave in an earlier life of the run: they are not done again.
    std::deque<Result<Value>> before;

    // What an act gives again that was cut in an earlier life.
    [[nodiscard]] static Error interrupted() {
        auto error = makeError(ErrorKind::runtime, "interrupted",
                               "The run was interrupted while this was done.");
        error.done = Done::maybe;
        return error;
    }

    Http& http() override { return fakeHttp; }
    [[nodiscard]] const Limits& limits() const override { return given; }
    void log(LogLevel, std::string_view text) override { logged.emplace_back(text); }
    [[nodiscard]] std::string_view idempotencyKey() const override { return key; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override {
        return isLoopback(host) || plainHttpHosts.contains(host);
    }
    void* extension(std::string_view id) override {
        if (id == Keep::kId) return static_cast<Keep*>(this);
        if (id == Once::kId) return known ? static_cast<Once*>(this) : nullptr;
        if (id == Wait::kId) return static_cast<Wait*>(this);
        if (id == PartialHttp::kId) return static_cast<PartialHttp*>(&fakeHttp);
        return id == Quote::kId && secrets ? static_cast<Quote*>(this) : nullptr;
    }

  private:
    void keep(Value answer) override { kept = std::move(answer); }
    std::string quote(std::string_view text, std::size_t most) override {
        std::string out(quoted.emplace_back(text));
        for (const auto& secret : *secrets)
            for (auto at = secret.empty() ? out.npos : out.find(secret); at != out.npos;
                 at = out.find(secret, at + kMask.size()))
                out.replace(at, secret.size(), kMask);
        for (char& c : out)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
        if (out.size() <= most) return out;
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;
        return out.substr(0, end).append("…");
    }
    [[nodiscard]] Past past() const override { return known.value_or(Past()); }
    Result<Value> act(const Value& what, const Doing& doing) override {
        acts.push_back(what);
        if (before.empty()) return doing();
        auto gave = std::move(before.front());
        before.pop_front();
        return gave;
    }
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
