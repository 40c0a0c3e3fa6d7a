// SPDX-License-Identifier: Apache-2.0
// An answer of success that gives no usable id and token: the instance may well exist, and nothing
// of the answer is quoted, since its token is a secret that nobody knows to mask.
#include "sample.h"

class UnusableAnswerTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(UnusableAnswerTest);
    CPPUNIT_TEST(refusesAnAnswerWithoutAnId);
    CPPUNIT_TEST(refusesAnIdThatIsNoInteger);
    CPPUNIT_TEST(refusesAnAnswerWithoutAToken);
    CPPUNIT_TEST(refusesWhatIsNotJson);
    CPPUNIT_TEST(refusesJsonThatIsNoObject);
    CPPUNIT_TEST_SUITE_END();

    // The whole Error, for every body.
    static void refused(const std::string& why, const std::vector<std::string>& bodies) {
        for (const std::string& body : bodies) {
            const auto error = sample::fault(sample::answered(200, body));
            CPPUNIT_ASSERT_EQUAL("The platform's answer to the creation of the instance " + why +
                                     "." + sample::kLookFirst,
                                 error.detail);
            CPPUNIT_ASSERT_EQUAL(std::string("unusable answer"), error.title);
            CPPUNIT_ASSERT_EQUAL(std::string("communication"),
                                 std::string(tenon::name(error.kind)));
            CPPUNIT_ASSERT_EQUAL(500, error.status);
            CPPUNIT_ASSERT(error.done == tenon::Done::maybe);
            CPPUNIT_ASSERT(!error.retryable);
        }
    }

    void refusesAnAnswerWithoutAnId() {
        refused("has no id", {"{}", R"({"token":"t0ken"})", R"({"token":"t0ken","id":null})",
                              R"({"token":"t0ken","ID":1})"});
    }
    void refusesAnIdThatIsNoInteger() {
        const auto with = [](const std::string& id) {
            return R"({"token":"t0ken","id":)" + id + "}";
        };
        refused("has an id that is not a 64-bit integer",
                {with("1.5"), with("427902.0"), with("4e5"), with("\"427902\""), with("true"),
                 with("[1]"), with("{}"), with("9223372036854775808"), with("18446744073709551616"),
                 with("-9223372036854775809"), with("123456789012345678901234567890")});
    }
    void refusesAnAnswerWithoutAToken() {
        refused("has no token; the id in it is 427902",
                {R"({"id":427902})", R"({"id":427902,"token":null})", R"({"id":427902,"token":""})",
                 R"({"id":427902,"token":5})", R"({"id":427902,"token":["t0ken"]})"});
    }
    void refusesWhatIsNotJson() {
        refused("is not JSON", {"", " \r\n", "t0ken", "<html><body>t0ken</body></html>",
                                R"({"id":1,"token":"t0ken")", R"({"id":1,"token":"t0ken"} {})",
                                R"({"id":1,"token":"t0ken",})",
                                std::string("{\"id\":1,\"token\":\"t0ken\"}\0", 25),
                                std::string(200, '[') + R"("t0ken")" + std::string(200, ']')});
    }
    void refusesJsonThatIsNoObject() {
        refused("is not a JSON object",
                {R"([{"id":1,"token":"t0ken"}])", "[]", R"("t0ken")", "427902", "null", "true"});
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(UnusableAnswerTest);
