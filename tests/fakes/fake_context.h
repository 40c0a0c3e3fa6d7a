// SPDX-License-Identifier: Apache-2.0
// What a step is lent in a test: a FakeHttp, and whatever the test sets.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "fakes/fake_http.h"
#include "tenon/keep.h"

namespace fakes {

class FakeContext final : public tenon::Context, private tenon::Keep {
  public:
    FakeHttp fakeHttp;
    tenon::Limits given;
    std::vector<std::string> logged;
    std::string key = "run/do/0/task";
    std::set<std::string, std::less<>> plainHttpHosts;  // besides this machine

    tenon::Http& http() override { return fakeHttp; }
    [[nodiscard]] const tenon::Limits& limits() const override { return given; }
    void log(tenon::LogLevel, std::string_view text) override { logged.emplace_back(text); }
    [[nodiscard]] std::string_view idempotencyKey() const override { return key; }
    [[nodiscard]] bool mayUsePlainHttp(std::string_view host) const override {
        return tenon::isLoopback(host) || plainHttpHosts.contains(host);
    }
    void* extension(std::string_view id) override {
        return id == Keep::kId ? static_cast<Keep*>(this) : nullptr;
    }

    tenon::Value kept;

  private:
    void keep(tenon::Value answer) override { kept = std::move(answer); }
};

}  // namespace fakes
