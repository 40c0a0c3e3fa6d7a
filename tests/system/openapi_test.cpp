// SPDX-License-Identifier: Apache-2.0
// An instance as a client uses it that was not written for the sandbox and knows its API docs
// alone.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>

#include "program.h"
#include "support/running.h"
#include "support/skip.h"

using support::Folder;
using support::program;

class OpenApiTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OpenApiTest);
    CPPUNIT_TEST(isUsedByItsDocs);
    CPPUNIT_TEST_SUITE_END();

    const std::string kFiles = TENON_SOURCE "/tests/system/openapi/";
    Folder folder_;

    // Nothing where the client is not installed.
    static bool hasClient() {
        if (support::run({"perl", "-MOpenAPI::Client", "-e", "1"}).code == 0) return true;
        support::skip("there is no OpenAPI::Client (libopenapi-client-perl)");
        return false;
    }
    // Times and ids of requests differ from run to run.
    static std::string constant(const std::string& text) {
        const auto times =
            std::regex_replace(text, std::regex(R"("2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ")"), "TIME");
        return std::regex_replace(times, std::regex(R"("[0-9a-f]{24}")"), "REQUEST");
    }

    void isUsedByItsDocs() {
        if (!hasClient()) return;
        const auto secrets = folder_.path("secrets.json");
        // One answer that the docs do not allow, to see that the client looks.
        const auto faults = folder_.write(
            "faults.json", R"({"rules":[{"on":"GET /leads","answer":{"status":200,"body":{}}}]})");
        support::Running sandbox(
            {TENON_PROGRAM, "sandbox", "--secrets-to", secrets, "--sandbox-faults", faults});
        sandbox.readUntil("Requests (Ctrl-C ends it):");
        const auto made = program(
            {"run", support::kCreate, "--secrets", secrets, "--output", folder_.path("made.json")});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(made.err, 0, made.code);
        const auto token =
            *tenon::json::read(folder_.read("made.json")).value().find("token")->string();
        const auto ended = support::run({"perl", kFiles + "client.pl", secrets, token});
        CPPUNIT_ASSERT_EQUAL(std::string(), ended.err);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        std::ostringstream expected;
        expected << std::ifstream(kFiles + "expected.txt").rdbuf();
        CPPUNIT_ASSERT_EQUAL(expected.str(), constant(ended.out));
        sandbox.endBy(SIGTERM);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OpenApiTest);
