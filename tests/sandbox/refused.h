// SPDX-License-Identifier: Apache-2.0
// One call that the sandbox refuses: status, shape and text of the error.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include <regex>

#include "running_sandbox.h"

namespace support {

inline void refused(const RunningSandbox& platform, int status, const std::string& message,
                    const Call& call) {
    const auto reply = platform.call(call);
    const std::string which = call.method + " " + call.path + " " + call.body.substr(0, 200);
    CPPUNIT_ASSERT_EQUAL_MESSAGE(which, status, reply.status);
    CPPUNIT_ASSERT_EQUAL(std::string("application/json;charset=UTF-8"),
                         reply.header("Content-Type"));
    const std::regex shape(R"(\{"requestId":"[0-9a-f]{24}","message":.*\})");
    CPPUNIT_ASSERT_MESSAGE(reply.body, std::regex_match(reply.body, shape));
    CPPUNIT_ASSERT_EQUAL_MESSAGE(which, message, reply.message());
}

}  // namespace support
