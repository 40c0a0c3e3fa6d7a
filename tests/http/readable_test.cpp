// SPDX-License-Identifier: Apache-2.0
// Bytes of others as texts, and what cannot be carried.
#include "text/readable.h"

#include <cppunit/extensions/HelperMacros.h>

#include "http/call.h"
#include "http/url.h"
#include "support/whole.h"
#include "tenon/json.h"
#include "world/redactor.h"

namespace {

using namespace tenon::http;
using namespace tenon::text;

class ReadableTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ReadableTest);
    CPPUNIT_TEST(keepsWhatIsUtf8);
    CPPUNIT_TEST(convertsCharsets);
    CPPUNIT_TEST(makesContentOfAnswers);
    CPPUNIT_TEST(showsRefusalsAsText);
    CPPUNIT_TEST(carriesWideIntegersDigitForDigit);
    CPPUNIT_TEST(spellsHeadersInLowerCase);
    CPPUNIT_TEST(putsAQueryIntoAnyUrl);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    static std::string output(const std::string& type, const std::string& body,
                              const char* method = "GET", HttpOutput as = HttpOutput::content,
                              std::vector<tenon::Header> headers = {}) {
        tenon::HttpResponse response;
        response.status = 200;
        response.body = body;
        response.headers = std::move(headers);
        if (!type.empty()) response.headers.push_back({"Content-Type", type});
        HttpAsk ask;
        ask.request.method = method;
        ask.request.url = "https://h/a";
        HttpCall call;
        call.output = as;
        const auto result = httpOutput(call, ask, response, {});
        if (!result) return support::whole(result.error());
        const auto& value = result.value();
        return tenon::json::write(as == HttpOutput::response ? *value.find("headers") : value);
    }

    void keepsWhatIsUtf8() {
        struct Row {
            const char *bytes, *expected;
        };
        const Row rows[] = {
            {"", ""},
            {"a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80", "aä€😀"},
            {"M\xFCller \xC3\xA4", "Müller ä"},
            {"\x80", "€"},
            {"\xC0\xAF", "À¯"},       // overlong
            {"\xED\xA0\x80", "í €"},  // half a surrogate pair
            {"\xF4\x90\x80\x80", "ô\xC2\x90€€"},
            {"\xE2\x82", "â‚"},
            {"\x81", "\xEF\xBF\xBD"},
        };
        for (const auto& row : rows) {
            CPPUNIT_ASSERT(isUtf8(readable(std::string_view(row.bytes))));
            if (std::string(row.bytes) == "\xED\xA0\x80" || std::string(row.bytes)[0] == '\xF4')
                continue;
            same(row.expected, readable(std::string_view(row.bytes)));
        }
        same(R"({"ü":["ä",1]})", tenon::json::write(readableAll(tenon::Value(tenon::Object{
                                     {"\xFC", tenon::Value(tenon::Array{"\xE4", 1})}}))));
        // The last guard.
        same("{\"\xEF\xBF\xBD\":\"a\xEF\xBF\xBDä\"}",
             tenon::json::write(tenon::Value(tenon::Object{{"\xFC", "a\xE4\xC3\xA4"}})));
    }

    void convertsCharsets() {
        struct Row {
            const char* charset;
            std::string bytes, expected;
        };
        const Row rows[] = {
            {"ISO-8859-1", "M\xFCller", "Müller"},
            {"latin1", "\x80", "€"},
            {"windows-1252", "\x93x\x94", "“x”"},
            {"windows-1251", "\xEF\xF0", "пр"},
            {"ISO-8859-15", "\xA4", "€"},
            {"Shift_JIS", "\x83\x65", "テ"},
            {"utf-16le", std::string("a\0\xE4\0", 4), "aä"},
            {"utf-16be", std::string("\0a\0\xE4", 4), "aä"},
            {"utf-16", std::string("\xFE\xFF\0a", 4), "a"},
            {"",
             std::string("\xFF\xFE"
                         "a\0",
                         4),
             "a"},
            {"utf-8", "\xEF\xBB\xBFx", "x"},
            {"", "x\xE4", "xä"},
        };
        for (const auto& row : rows)
            same(row.expected, decoded(row.bytes, row.charset).value_or("?"));
        CPPUNIT_ASSERT(!decoded("a", "klingon"));
        CPPUNIT_ASSERT(!decoded("a", "utf-8//translit"));
        CPPUNIT_ASSERT(!decoded(std::string("\xD8", 1), "utf-16be"));
    }

    void makesContentOfAnswers() {
        same("\"ä\"", output("text/plain; charset=\"ISO-8859-1\"", "\xE4"));
        same("\"ä\"", output("text/plain", "\xE4"));
        same("\"x\"", output("", "x"));
        same(R"({"name":"Müller"})", output("application/json", "{\"name\":\"M\xFCller\"}"));
        same(R"({"name":"ü"})", output("application/json", "\xEF\xBB\xBF{\"name\":\"ü\"}"));
        same(R"({"name":"ü"})",
             output("application/json;charset=latin1", "{\"name\":\"\xFC\"}", "POST"));
        for (const auto* type : {"image/png", "application/octet-stream", "application/pdf",
                                 "application/zip", "audio/ogg", "font/woff2", "video/mp4"}) {
            same("\"iVBO/w==\"", output(type, "\x89PN\xFF"));
            same("\"YQ==\"", output(type, "a"));
            same("\"\"", output(type, ""));
        }
        for (const auto* type : {"application/xml", "image/svg+xml", "text/csv",
                                 "application/javascript", "application/yaml"})
            same("\"a\"", output(type, "a"));
        same(
            "communication 500, malformed: GET https://h/a: the answer's text cannot be read as "
            "klingon; output: raw gives its bytes in base64.",
            output("text/plain; charset=klingon", "a"));
    }

    void showsRefusalsAsText() {
        tenon::HttpResponse response;
        response.status = 404;
        response.body = std::string(399, 'x') + "ü!";
        const auto shown = [&] { return httpOutput({}, {}, response, {}).error().detail; };
        same("GET  was answered with 404: " + std::string(399, 'x') + "…", shown());
        response.body = "M\xFCller";
        same("GET  was answered with 404: Müller", shown());
        response.headers = {{"Content-Type", "text/plain; charset=utf-16be"}};
        response.body = std::string("\0\xFC", 2);
        same("GET  was answered with 404: ü", shown());
    }

    void carriesWideIntegersDigitForDigit() {
        for (const auto* body :
             {R"({"x":"\"[{","a":[1,{"b/c":9223372036854775808}]})", "12345678901234567890",
              "[9223372036854775807,-9223372036854775808,1e+30]", "[-9223372036854775809]",
              R"({"id":"9223372036854775808","n":123456789012345678901234567890.0})"})
            for (const auto* method : {"GET", "POST"}) {
                const std::string wanted = std::string(body).find(".0}") == std::string::npos
                                               ? body
                                               : R"({"id":"9223372036854775808","n":)"
                                                 R"(1.2345678901234568e+29})";
                same(wanted, output("application/json", body, method));
            }
    }

    void spellsHeadersInLowerCase() {
        for (const auto* name : {"Elements-Next-Page-Token", "elements-next-page-token",
                                 "ELEMENTS-NEXT-PAGE-TOKEN", "eLEMENTS-next-PAGE-token"})
            same(R"({"elements-next-page-token":"x"})",
                 output("", "", "GET", HttpOutput::response, {{name, "x"}}));
        same(R"({"vary":"a, b"})",
             output("", "", "GET", HttpOutput::response, {{"Vary", "a"}, {"VARY", "b"}}));
        same(R"({"x":"ä"})", output("", "", "GET", HttpOutput::response, {{"X", "\xE4"}}));
    }

    void putsAQueryIntoAnyUrl() {
        struct Row {
            const char *url, *plain, *more;
        };
        const Row rows[] = {
            {"http://h/e", "http://h/e", "http://h/e?y=2"},
            {"http://h/e#s", "http://h/e#s", "http://h/e?y=2#s"},
            {"http://h/e#s?t", "http://h/e#s?t", "http://h/e?y=2#s?t"},
            {"http://h/e?", "http://h/e?", "http://h/e?y=2"},
            {"http://h/e?#s", "http://h/e?#s", "http://h/e?y=2#s"},
            {"http://h/e?x=1", "http://h/e?x=1", "http://h/e?x=1&y=2"},
            {"http://h/e?x=1&", "http://h/e?x=1&", "http://h/e?x=1&y=2"},
            {"http://h/e?x=1#s", "http://h/e?x=1#s", "http://h/e?x=1&y=2#s"},
            {"http://u:p@h/e", "http://u:p@h/e", "http://u:p@h/e?y=2"},
            {"http://[::1]:8/e#s", "http://[::1]:8/e#s", "http://[::1]:8/e?y=2#s"},
            {"http://h", "http://h", "http://h?y=2"},
            {"http://h#s", "http://h#s", "http://h?y=2#s"},
        };
        for (const auto& row : rows) {
            same(row.plain, withQuery(row.url, ""));
            same(row.more, withQuery(row.url, "y=2"));
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ReadableTest);

}  // namespace
