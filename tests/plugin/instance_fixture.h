// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sample.h"
#include "tenon/json.h"

// For tests of the steps that have to do with instances: calls one as the host does.
class InstanceFixture : public CppUnit::TestFixture {
  protected:
    tenon::testing::FakeContext context_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::Object with(tenon::Object inputs) {
        inputs.set("connection",
                   tenon::Object{{"baseUrl", "https://api.example.com/elements/api-v2/"},
                                 {"user", tenon::Secret(sample::kUser)},
                                 {"organization", tenon::Secret(sample::kOrganization)}});
        return inputs;
    }
    // The output with its secrets, or "KIND DONE: DETAIL".
    template <class Step>
    std::string does(tenon::Object inputs) {
        Step step;
        const auto result = static_cast<tenon::Step&>(step).run(with(std::move(inputs)), context_);
        if (result) return tenon::json::write(result.value(), tenon::json::Secrets::reveal);
        const char* const done[] = {"no", "maybe", "yes"};
        return std::string(done[static_cast<int>(result.error().done)]) + ": " +
               result.error().detail;
    }
    // "METHOD PATH?QUERY BODY" of a request.
    [[nodiscard]] std::string sent(std::size_t at = 0) const {
        const auto& request = context_.fakeHttp.sent.at(at).request;
        const std::string base = "https://api.example.com/elements/api-v2";
        CPPUNIT_ASSERT(request.url.starts_with(base));
        return request.method + " " + request.url.substr(base.size()) +
               (request.body.empty() ? "" : " " + request.body);
    }
    [[nodiscard]] std::string authorization() const {
        return context_.fakeHttp.sent.at(0).request.headers.at(0).value;
    }
};
