// SPDX-License-Identifier: Apache-2.0
// A step and a platform that answers what it was told to, and what the two said.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "cloudelements/platform/connection.h"
#include "tenon/step.h"
#include "tenon/testing/fake_context.h"

namespace conversation {

inline const std::string kBase = "https://api.example.com/elements/api-v2";

inline cloudelements::Connection connection() {
    return {kBase, tenon::Secret("BUIWhN8NTPaeyYo7Kblo91CJ1tCG6PUonwnV/XJjy2A="),
            tenon::Secret("5f0c2b0b9d7e4c6a8f1e3d5c7b9a0f12")};
}

// "POST /formulas {…}", a line each; what is below the base.
inline std::string said(const tenon::testing::FakeContext& context) {
    std::string out;
    for (const auto& one : context.fakeHttp.sent) {
        CPPUNIT_ASSERT_EQUAL(kBase, one.request.url.substr(0, kBase.size()));
        out += one.request.method + " " + one.request.url.substr(kBase.size());
        if (!one.request.body.empty()) out += " " + one.request.body;
        out += "\n";
    }
    return out;
}

template <class Step>
tenon::Result<typename Step::Outputs> call(tenon::testing::FakeContext& context,
                                           typename Step::Inputs in) {
    in.connection = connection();
    Step step;
    return tenon::call<typename Step::Outputs>(step, in, context);
}

template <class Step>
typename Step::Outputs good(tenon::testing::FakeContext& context, const typename Step::Inputs& in) {
    auto result = call<Step>(context, in);
    CPPUNIT_ASSERT_MESSAGE(result ? "" : result.error().detail, result.ok());
    return result.value();
}

template <class Step>
tenon::Error bad(tenon::testing::FakeContext& context, const typename Step::Inputs& in) {
    const auto result = call<Step>(context, in);
    CPPUNIT_ASSERT(!result);
    return result.error();
}

// What is wrong with the inputs, seen before anything was sent.
template <class Step>
std::string refused(const typename Step::Inputs& in) {
    tenon::testing::FakeContext context;
    const auto error = bad<Step>(context, in);
    CPPUNIT_ASSERT_EQUAL(std::string(), said(context));
    CPPUNIT_ASSERT_EQUAL(std::string("validation"), std::string(tenon::name(error.kind)));
    return error.detail;
}

inline void same(const std::string& expected, const std::string& found) {
    CPPUNIT_ASSERT_EQUAL(expected, found);
}
inline void is(tenon::Done expected, const tenon::Error& error) {
    CPPUNIT_ASSERT_EQUAL(static_cast<int>(expected), static_cast<int>(error.done));
}

}  // namespace conversation
