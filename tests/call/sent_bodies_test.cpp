// SPDX-License-Identifier: Apache-2.0
// The bytes of a body as a server gets them: those of the text, or JSON, and nothing that is not
// UTF-8.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"
#include "tenon/json.h"
#include "text/readable.h"

namespace {

using calls::CallWorld;
using calls::headerOf;
using calls::jsonAnswer;
using calls::WebServer;

class SentBodiesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SentBodiesTest);
    CPPUNIT_TEST(sendsTheBytesOfATextAsTheyAre);
    CPPUNIT_TEST(sendsAllElseAsJson);
    CPPUNIT_TEST(passesOnWhatWasNotUtf8AsBase64);
    CPPUNIT_TEST(sendsNoBytesThatAreNotUtf8);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string bodyOf(const std::string& request) {
        const auto end = request.find("\r\n\r\n");
        return end == request.npos ? "" : request.substr(end + 4);
    }
    // What is posted of `expression`, where the input is `input`. Its length is announced.
    static std::string posted(const std::string& expression, const tenon::Value& input) {
        WebServer server([](const std::string&) { return jsonAnswer("1"); });
        CallWorld world;
        world.input = input;
        same("1", world.run("  - a: {call: http, with: {method: post, endpoint: '" + server.url() +
                            "/', body: '${ " + expression + " }'}}\n"));
        const auto request = server.script().requests().at(0);
        const auto body = bodyOf(request);
        same(std::to_string(body.size()), headerOf(request, "Content-Length"));
        CPPUNIT_ASSERT(tenon::text::isUtf8(body));
        return body;
    }
    static const std::vector<std::string>& texts() {
        static const std::vector<std::string> all{"a",
                                                  " a ",
                                                  "a\n",
                                                  "a\r\nb\r\n\r\n",
                                                  std::string("a\0b", 3),
                                                  "\xc3\xbc",
                                                  "\"\\/",
                                                  "\xf0\x9f\x98\x80",
                                                  "\xef\xbb\xbf"
                                                  "a",
                                                  "\xe2\x80\xa8\x7f\x1b",
                                                  "{\"a\": 1 }",
                                                  "0\r\n\r\n",
                                                  std::string(70'000, 'x') + "\xc3\xbc"};
        return all;
    }

    void sendsTheBytesOfATextAsTheyAre() {
        for (const auto& text : texts()) same(text, posted(".", text));
    }
    void sendsAllElseAsJson() {
        for (const auto& text : texts()) {
            const tenon::Value value =
                tenon::Object{{text, tenon::Array{text, nullptr, 9007199254740993}}};
            const auto body = posted(".", value);
            const auto read = tenon::json::read(body);
            CPPUNIT_ASSERT_MESSAGE(body, read.ok());
            same(tenon::json::write(value), tenon::json::write(read.value()));
        }
    }
    void passesOnWhatWasNotUtf8AsBase64() {
        const std::string bytes("\xff\xfe\0\x80PNG\r\n", 9);
        WebServer server([&](const std::string& request) {
            return request.starts_with("GET ")
                       ? calls::answer("200 OK", bytes, {"Content-Type: application/octet-stream"})
                       : jsonAnswer("1");
        });
        CallWorld world;
        same("1", world.run("  - a: {call: http, with: {method: get, endpoint: '" + server.url() +
                            "/'}}\n  - b: {call: http, with: {method: post, endpoint: '" +
                            server.url() + "/', body: '${ . }'}}\n"));
        same("//4AgFBORw0K", bodyOf(server.script().requests().at(1)));
    }
    void sendsNoBytesThatAreNotUtf8() {
        for (const auto* base64 : {"/w==", "wyg=", "7aCA", "9JCAgA==", "4oA="})
            for (const auto* expression :
                 {". | @base64d", "{a: (. | @base64d)}", "{(. | @base64d): 1}"})
                CPPUNIT_ASSERT(!posted(expression, base64).empty());
        posted("[55296, 57343, 1114112] | map(. as $c | try ([$c] | implode) catch 0)", "x");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SentBodiesTest);

}  // namespace
