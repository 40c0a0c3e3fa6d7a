// SPDX-License-Identifier: Apache-2.0
// A sandbox with an instance, and calls through it.
#pragma once

#include "tenon/json.h"
#include "with_sandbox.h"

namespace support {

class ThroughInstance : public WithSandbox {
  public:
    void setUp() override {
        WithSandbox::setUp();
        token_ = *platform_->make().find("token")->string();
    }

  protected:
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // Through the instance, with its token.
    Reply of(const std::string& method, const std::string& path,
             const std::string& body = "") const {
        return platform_->through(token_, method, path, body);
    }
    // As the platform's user.
    Reply as(const std::string& method, const std::string& path,
             const std::string& body = "") const {
        return platform_->call({.method = method, .path = path, .body = body});
    }
    // The same, which must be 200; gives the body.
    std::string good(const std::string& method, const std::string& path,
                     const std::string& body = "") const {
        const auto reply = as(method, path, body);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(method + " " + path + ": " + reply.body, 200, reply.status);
        return reply.body;
    }
    void refused(int status, const std::string& message, const std::string& method,
                 const std::string& path, const std::string& body = "") const {
        const auto reply = as(method, path, body);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(method + " " + path + ": " + reply.body, status, reply.status);
        CPPUNIT_ASSERT_EQUAL(message, reply.message());
    }

    std::string token_;
};

}  // namespace support
