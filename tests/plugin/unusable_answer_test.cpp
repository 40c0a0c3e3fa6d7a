// SPDX-License-Identifier: Apache-2.0
// An answer of success that gives no usable id and token: the instance may well exist, and nothing
// of the answer is quoted, since its token is a secret that nobody knows to mask.
#include "sample.h"

class UnusableAnswerTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(UnusableAnswerTest);
    CPPUNIT_TEST(refusesAnAnswerWithoutAnId);
    CPPUNIT_TEST(refusesAnIdThatIsNoInteger);
    CPPUNIT_TEST(refusesAnAnswerWithoutAToken);
    CPPUNIT_TEST(refusesWhatIsNoObject);
    CPPUNIT_TEST(takesNoPartOfAnIdOrAToken);
    CPPUNIT_TEST(readsWhatCanBeRead);
    CPPUNIT_TEST_SUITE_END();

    // The whole Error, for every body.
    static void refused(const std::string& why, const std::vector<std::string>& bodies) {
        for (const std::string& body : bodies) {
            const auto error = sample::fault(sample::answered(200, body));
            CPPUNIT_ASSERT_EQUAL("The platform's answer to the creation of the instance " + why +
                                     "." + sample::kLookFirst,
                                 error.detail);
            CPPUNIT_ASSERT_EQUAL(std::string("unknown outcome"), error.title);
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
                {with("1.5"), with("427902.0"), with("4e5"), with("\"427902.5\""), with("true"),
                 with("[1]"), with("{}"), with("9223372036854775808"), with("18446744073709551616"),
                 with("-9223372036854775809"), with("123456789012345678901234567890")});
    }
    void refusesAnAnswerWithoutAToken() {
        refused("has no token; the id in it is 427902",
                {R"({"id":427902})", R"({"id":427902,"token":null})", R"({"id":427902,"token":""})",
                 R"({"id":427902,"token":5})", R"({"id":427902,"token":["t0ken"]})"});
    }
    void refusesWhatIsNoObject() {
        refused("is not a JSON object",
                {"", " \r\n", "t0ken", "<html><body>t0ken</body></html>",
                 R"([{"id":1,"token":"t0ken"}])", "[]", R"("t0ken")", "427902", "null", "true",
                 std::string(200, '[') + R"("t0ken")" + std::string(200, ']')});
    }
    // What is cut off may be a part of it only.
    void takesNoPartOfAnIdOrAToken() {
        refused("has no id", {R"({"token":"t0ken","id":42)", R"({"token":"t0ken","id)",
                              R"({"token":"t0ken" "id":1})"});
        refused("has no token; the id in it is 1",
                {R"({"id":1,"token":"t0k)", R"({"id":1,)", R"({"id":1,"token":"t0ken\")"});
        refused("has a damaged token; the id in it is 1", {"{\"id\":1,\"token\":\"t0k\xe9n\"}"});
    }
    void readsWhatCanBeRead() {
        const std::string good = R"({"id":427902,"name":"Sales","token":"t0ken"})";
        for (const std::string& body :
             {"\xef\xbb\xbf" + good, good.substr(0, good.size() - 1), good + " {}",
              good + "\n\r\0x", std::string(R"({"id":"427902","token":"t0ken"})"),
              std::string(R"({"id":1,"id":427902,"token":"t0ken"})"),
              std::string("{\"name\":\"Caf\xe9\",\"id\":427902,\"token\":\"t0ken\"}"),
              std::string(
                  "{\"name\":\"\xed\xa0\x80\xf5\xc0\x80\",\"id\":427902,\"token\":\"t0ken\"}"),
              std::string(R"({"x":NaN,"y":'z',"id":427902,"n":01,"token":"t0ken"})"),
              std::string(R"({"id":427902,"a":{"id":1,"b":["}",{"c":"]"}]},"token":"t0ken",})"),
              std::string("{\"name\":\"a\nb\",\"id\":427902,\"token\":\"t0ken\"}"),
              std::string("{\"id\":427902,\"token\":\"t0ken\",\"deep\":") + std::string(300, '[') +
                  std::string(300, ']') + "}"}) {
            const auto out = sample::answered(200, body);
            CPPUNIT_ASSERT_MESSAGE(body, out.ok());
            CPPUNIT_ASSERT_EQUAL(std::int64_t(427902), out.value().id);
            CPPUNIT_ASSERT_EQUAL(std::string("t0ken"), out.value().token.reveal());
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(UnusableAnswerTest);
