// SPDX-License-Identifier: Apache-2.0
// A step as the host calls it, untyped, with a fake of HTTP; what it sent and what came of it, as
// texts.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "sample.h"
#include "tenon/json.h"

class StepFixture : public CppUnit::TestFixture {
  protected:
    tenon::testing::FakeContext context_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string base() { return "https://api.example.com/elements/api-v2"; }
    // The inputs as JSON, with connection and token.
    static tenon::Value inputs(const std::string& json) {
        auto all = *tenon::json::read(json).value().object();
        all.set("connection",
                tenon::Object{{"baseUrl", base() + "/"},
                              {"user", tenon::Secret(sample::kUser)},
                              {"organization", tenon::Secret(sample::kOrganization)}});
        if (!all.find("token")) all.set("token", tenon::Secret(sample::kToken));
        return all;
    }
    // The output, or "DONE: DETAIL" of the Error.
    template <class Step>
    std::string does(const std::string& json) {
        Step step;
        const auto result = static_cast<tenon::Step&>(step).run(inputs(json), context_);
        if (result) return tenon::json::write(result.value(), tenon::json::Secrets::reveal);
        const char* const done[] = {"no", "maybe", "yes"};
        return std::string(done[static_cast<int>(result.error().done)]) + ": " +
               result.error().detail;
    }
    // "METHOD PATH?QUERY BODY" of each request, a line each; forgets them.
    std::string sent() {
        std::string out;
        for (const auto& one : context_.fakeHttp.sent) {
            const auto& request = one.request;
            CPPUNIT_ASSERT(request.url.starts_with(base()));
            same(std::string("User ") + sample::kUser + ", Organization " + sample::kOrganization +
                     ", Element " + sample::kToken,
                 request.headers.at(0).value);
            out += (out.empty() ? "" : "\n") + request.method + " " +
                   request.url.substr(base().size()) +
                   (request.body.empty() ? "" : " " + request.body);
        }
        context_.fakeHttp.sent.clear();
        return out;
    }
    // What is said of inputs, before anything is sent.
    template <class Step>
    std::string refusal(const std::string& json) {
        const std::string start = "no: The inputs do not fit.\n  ";
        const auto text = does<Step>(json);
        CPPUNIT_ASSERT_MESSAGE(json + ": " + text, text.starts_with(start));
        CPPUNIT_ASSERT(context_.fakeHttp.sent.empty());
        return text.substr(start.size());
    }
};
