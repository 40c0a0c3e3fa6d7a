// SPDX-License-Identifier: Apache-2.0
// What the step says to inputs that do not fit; nothing is sent for them.
#pragma once

#include <functional>

#include "sample.h"
#include "tenon/json.h"

namespace sample {

// No secret stands in it, and only the whole list of problems says what is wrong.
inline std::string refusal(const tenon::Error& error, const tenon::testing::FakeContext& context) {
    CPPUNIT_ASSERT_EQUAL(std::size_t(0), context.fakeHttp.sent.size());
    CPPUNIT_ASSERT_EQUAL(std::string("validation"), std::string(tenon::name(error.kind)));
    CPPUNIT_ASSERT_EQUAL(std::string("invalid inputs"), error.title);
    CPPUNIT_ASSERT_EQUAL(400, error.status);
    CPPUNIT_ASSERT(error.done == tenon::Done::no);
    CPPUNIT_ASSERT(!error.retryable);
    for (const char* secret : {kUser, kOrganization, kPassword})
        CPPUNIT_ASSERT(error.detail.find(secret) == std::string::npos);
    const std::string before = "The inputs do not fit.\n  ";
    CPPUNIT_ASSERT_EQUAL(before, error.detail.substr(0, before.size()));
    return error.detail.substr(before.size());
}

// The problems with inputs that are good but for one change.
inline std::string refusal(const std::function<void(Inputs&)>& change) {
    auto in = inputs();
    change(in);
    tenon::testing::FakeContext context;
    const auto error = fault(call(context, in));
    return refusal(error, context);
}

// Inputs that are good after one change.
inline void accepted(const std::function<void(Inputs&)>& change) {
    auto in = inputs();
    change(in);
    tenon::testing::FakeContext context;
    context.fakeHttp.answer(200, R"({"id":1,"token":"t"})");
    const auto result = call(context, in);
    CPPUNIT_ASSERT_MESSAGE(result ? "" : result.error().detail, result.ok());
}

}  // namespace sample
