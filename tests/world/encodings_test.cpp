// SPDX-License-Identifier: Apache-2.0
// Every secret in every encoding that a server, a shell or a log may give it back in, and these
// inside each other. Nothing of it may be left.
#include <cppunit/extensions/HelperMacros.h>

#include <functional>

#include "support/sweep.h"
#include "text/base64.h"
#include "text/excerpt.h"
#include "world/escapes.h"
#include "world/redactor.h"

using tenon::Array;
using tenon::Object;
using tenon::Secret;
using tenon::Value;
using tenon::world::Redactor;

namespace {

using Encoding = std::function<std::string(const std::string&)>;
using Named = std::pair<std::string, Encoding>;

std::string hexOf(unsigned number, int digits, bool upper) {
    char out[16];
    std::snprintf(out, sizeof out, upper ? "%0*X" : "%0*x", digits, number);
    return out;
}

// Each character by its code, as `form` has it.
Encoding each(const std::function<std::string(std::uint32_t)>& form, bool only = false) {
    return [=](const std::string& text) {
        std::string out;
        for (std::size_t i = 0; i < text.size();) {
            auto code = static_cast<unsigned char>(text[i]) + 0U;
            std::size_t size = 1;
            if (code >= 0xF0) {
                size = 4, code &= 7;
            } else if (code >= 0xE0) {
                size = 3, code &= 15;
            } else if (code >= 0xC0) {
                size = 2, code &= 31;
            }
            for (std::size_t k = 1; k < size; ++k)
                code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 63);
            const bool special = code >= 0x80 || !std::isalnum(static_cast<int>(code));
            out += only && !special ? text.substr(i, size) : form(code);
            i += size;
        }
        return out;
    };
}

Encoding eachByte(const std::string& before, bool upper, bool only) {
    return [=](const std::string& text) {
        std::string out;
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            out += only && std::isalnum(code) ? std::string(1, c) : before + hexOf(code, 2, upper);
        }
        return out;
    };
}

std::string jsonUnicode(std::uint32_t code, bool upper) {
    if (code < 0x10000) return "\\u" + hexOf(code, 4, upper);
    code -= 0x10000;
    return "\\u" + hexOf(0xD800 + (code >> 10), 4, upper) + "\\u" +
           hexOf(0xDC00 + (code & 0x3FF), 4, upper);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

// As a JSON writer must, with / escaped as PHP does.
std::string json(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\' || c == '/') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else {
            out += c;
        }
    }
    return out;
}

std::string url64(const std::string& text) {
    std::string out = replaced(replaced(tenon::text::base64(text), "+", "-"), "/", "_");
    return out.substr(0, out.find('='));
}

const std::vector<Named>& encodings() {
    static const std::vector<Named> all{
        {"as it is", [](const std::string& s) { return s; }},
        {"JSON of PHP", json},
        {"JSON, all lower", each([](std::uint32_t c) { return jsonUnicode(c, false); })},
        {"JSON, all upper", each([](std::uint32_t c) { return jsonUnicode(c, true); })},
        {"JSON, specials", each([](std::uint32_t c) { return jsonUnicode(c, false); }, true)},
        {"percent, upper", eachByte("%", true, true)},
        {"percent, lower", eachByte("%", false, true)},
        {"percent, all", eachByte("%", false, false)},
        {"percent, / kept",
         [](const std::string& s) { return replaced(eachByte("%", true, true)(s), "%2F", "/"); }},
        {"form",
         [](const std::string& s) { return replaced(eachByte("%", true, true)(s), "%20", "+"); }},
        {"\\x", eachByte("\\x", false, true)},
        {"HTML, decimal", each([](std::uint32_t c) { return "&#" + std::to_string(c) + ";"; })},
        {"HTML, hex", each([](std::uint32_t c) { return "&#x" + hexOf(c, 1, false) + ";"; }, true)},
        {"HTML, HEX", each([](std::uint32_t c) { return "&#X0" + hexOf(c, 1, true) + ";"; }, true)},
        {"HTML, named",
         [](const std::string& s) {
             std::string out = replaced(s, "&", "&amp;");
             for (const auto& [what, by] : {std::pair{"<", "&lt;"},
                                            {">", "&gt;"},
                                            {"\"", "&quot;"},
                                            {"'", "&apos;"},
                                            {"ö", "&ouml;"},
                                            {"/", "&sol;"}})
                 out = replaced(out, what, by);
             return out;
         }},
        {"JSON pointer",
         [](const std::string& s) { return replaced(replaced(s, "~", "~0"), "/", "~1"); }},
        {"base64", [](const std::string& s) { return tenon::text::base64(s); }},
        {"base64 of user:", [](const std::string& s) { return tenon::text::base64("u:" + s); }},
        {"base64 of me:",
         [](const std::string& s) { return tenon::text::base64("me:" + s + "!"); }},
        {"base64url", url64},
        {"base64url of u:", [](const std::string& s) { return url64("u:" + s + "x"); }},
        {"base64 in lines",
         [](const std::string& s) {
             std::string out = tenon::text::base64(s);
             for (std::size_t at = 7; at < out.size(); at += 8) out.insert(at, "\n");
             return out;
         }},
        {"hex", eachByte("", false, false)},
        {"HEX", eachByte("", true, false)},
    };
    return all;
}

const std::vector<std::string>& secrets() {
    static const std::vector<std::string> all{"s3cretWord",
                                              "a/b+c=d&e<f>g",
                                              "pä\"ss\\wörd/ö",
                                              "100%25 \\n &amp; ~1",
                                              "tab\there \"and\" 'there'",
                                              "emoji\xF0\x9F\x94\x91key",
                                              "user:p@ss word?#[]",
                                              "abcd",
                                              "%41%42%43%44",
                                              "\\u0041bcd/ef",
                                              "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"};
    return all;
}

}  // namespace

class EncodingsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EncodingsTest);
    CPPUNIT_TEST(masksEverySecretInEveryEncoding);
    CPPUNIT_TEST(masksEverySecretInTwoEncodings);
    CPPUNIT_TEST(masksMixtures);
    CPPUNIT_TEST(endsOnHostileTexts);
    CPPUNIT_TEST(leavesOtherTextsAlone);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // What is left beside the mask; padding is nothing that tells.
    static std::string left(const Redactor& redactor, const std::string& text) {
        std::string out = redactor.text("<" + text + ">");
        for (const auto* padding :
             {"=", "%3D", "%3d", "\\u003d", "\\u003D", "&#61;", "&#x3d;", "&#X03D;", "\\x3d", "\n"})
            out = replaced(out, padding, "");
        return out;
    }

    void masksEverySecretInEveryEncoding() {
        for (const auto& secret : secrets()) {
            Redactor redactor;
            redactor.learn(Secret(secret));
            for (const auto& [name, encode] : encodings()) {
                const std::string found = left(redactor, encode(secret));
                const bool partly = name.ends_with("of me:") || name.ends_with("of u:") ||
                                    name.ends_with("of user:");
                if (!partly)
                    same(name + " of " + secret + ": <********>",
                         name + " of " + secret + ": " + found);
                CPPUNIT_ASSERT_MESSAGE(name + " of " + secret + ": " + found,
                                       found.size() <= 18 && found.find("********") != found.npos);
            }
        }
    }
    void masksEverySecretInTwoEncodings() {
        for (const auto& secret : secrets()) {
            Redactor redactor;
            redactor.learn(Secret(secret));
            for (const auto& [inner, first] : encodings())
                for (const auto& [outer, second] : encodings()) {
                    const bool packed = inner.find("64") != inner.npos || inner.starts_with("h") ||
                                        inner.starts_with("HE");
                    if ((packed && secret.size() < 6) || !support::tried()) continue;
                    const std::string found = redactor.text(second(first(secret)));
                    CPPUNIT_ASSERT_MESSAGE(outer + " of " + inner + " of " + secret + ": " + found,
                                           found.find("********") != found.npos);
                }
        }
    }
    void masksMixtures() {
        Redactor redactor;
        redactor.learn(Secret("a/b c&dö"));
        same("x********y", redactor.text("x\\u0061%2fb+c&amp;d%C3%B6y"));
        same("x********y", redactor.text("x&#97;\\/b%20c\\u0026d&ouml;y"));
        same("\\********", redactor.text("\\a/b c&d\\u00F6"));
        same("%********", redactor.text("%a\\/b c&dö"));
        same("&********", redactor.text("&a%2Fb c&dö"));
        same("x********y", redactor.text("x\\\\u0061\\\\\\/b c&amp;amp;d%25c3%25b6y"));
    }
    // Linear, or this would never end.
    void endsOnHostileTexts() {
        Redactor redactor;
        Array all;
        for (int i = 0; i < 1000; ++i)
            all.emplace_back(Secret("eyJhbGciOiJIUzI1NiJ9." + std::to_string(i) + "%%%%\\\\&&&&"));
        redactor.learn(all);
        redactor.learn(Secret(std::string(200, '%') + "x"));
        redactor.learn(Secret(std::string(200, '\\') + "x"));
        for (const std::string part : {"%25", "\\\\", "&amp;", "\\u0025", "eyJhbGciOiJIUzI1NiJ9.",
                                       "%5C%5C", "&#37;", "\\u005c", "YWFh", "%", "a"}) {
            if (!support::tried()) continue;
            std::string text;
            while (text.size() < 1'000) text += part;
            CPPUNIT_ASSERT(!redactor.text(text).empty());
        }
    }
    void leavesOtherTextsAlone() {
        Redactor redactor;
        redactor.learn(Array{Secret("s3cretWord"), Secret("abcd")});
        for (const std::string text :
             {"GET https://h/a%20b?c=\\u0041 gave 500: {\"error\":\"no such thing\\n\"}",
              "&lt;html&gt; 100% of C:\\users\\ab", "dGhlIHF1aWNrIGJyb3duIGZveA==", "", "%", "\\",
              "&", "&#", "\\u12", "%4", "~"})
            same(text, redactor.text(text));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EncodingsTest);
