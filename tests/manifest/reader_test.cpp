// SPDX-License-Identifier: Apache-2.0
// What the reader makes of good files, and of bad ones that a repository should not hold.
#include <cppunit/extensions/HelperMacros.h>

#include "manifest/yaml.h"
#include "tenon/json.h"

namespace json = tenon::json;
using tenon::manifest::Faults;

class ReaderTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ReaderTest);
    CPPUNIT_TEST(readsYamlAndJsonAlike);
    CPPUNIT_TEST(readsEscapedPairsOfJson);
    CPPUNIT_TEST(takesNoEscapedPairForOneOutsideJson);
    CPPUNIT_TEST(keepsQuotedAndTaggedTextsTexts);
    CPPUNIT_TEST(expandsAnchors);
    CPPUNIT_TEST(takesAByteOrderMarkAndLineEndsOfWindows);
    CPPUNIT_TEST(countsCharactersInColumns);
    CPPUNIT_TEST(saysWhereEverythingStands);
    CPPUNIT_TEST(refusesNulBytes);
    CPPUNIT_TEST(refusesUtf16);
    CPPUNIT_TEST(refusesHalfCharacters);
    CPPUNIT_TEST(refusesWhatIsTooLarge);
    CPPUNIT_TEST(takesCommentsAndQuotesForWhatTheyAre);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The data as JSON, or the faults.
    static std::string read(const std::string& text) {
        Faults faults;
        const auto node = tenon::manifest::readYaml(text, faults);
        CPPUNIT_ASSERT_EQUAL(node.has_value(), faults.empty());
        return node ? json::write(node->value()) : faults.text("f");
    }

    void readsYamlAndJsonAlike() {
        const std::string expected = R"({"a":[1,-2.5,true,null,"x"],"b":{"c":"d\n"}})";
        same(expected, read("a: [1, -2.5, true, null, x]\nb:\n  c: |\n    d\n"));
        same(expected, read(expected));
        same(expected, read("{\n\t\"a\":[1,-2.5,true,null,\"x\"],\n\t\"b\":{\"c\":\"d\\n\"}\n}\n"));
        same("null", read("---\n"));
    }
    void readsEscapedPairsOfJson() {
        same("{\"a\":\"😀 \\\\ud83d\\\\ude00 / ü\"}",
             read(R"({"a": "\ud83d\ude00 \\ud83d\\ude00 \/ \u00fc"})"));
        same("[\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"]", read(R"(["\uD800\uDC00\uDBFF\uDFFF"])"));
        same("f:1:10: an escape that stands for no character; write the character itself\n",
             read(R"( ["\ud83d\u0041"])"));
    }
    void takesNoEscapedPairForOneOutsideJson() {
        same(R"({"a":"\\ud83d\\ude00"})", read(R"(a: '\ud83d\ude00')"));
    }
    void keepsQuotedAndTaggedTextsTexts() {
        same(R"({"a":"1","b":"true","c":"12","d":""})",
             read("a: '1'\nb: \"true\"\nc: !!str 12\nd: ''\n"));
        same(R"({"a":[1],"b":{"x":1},"c":"1"})", read("a: !!seq [1]\nb: !!map {x: 1}\nc: ! 1\n"));
    }
    void expandsAnchors() {
        same(R"({"a":{"x":[1]},"b":{"x":[1]},"c":"t","t":1})",
             read("a: &a {x: [1]}\nb: *a\nc: &t t\n*t : 1\n"));
    }
    void takesAByteOrderMarkAndLineEndsOfWindows() {
        same(R"({"a":1,"b":"x"})", read("\xef\xbb\xbf"
                                        "a: 1\r\nb: x\r\n"));
        same("f:2:4: the byte 0xff is not UTF-8; save the file as UTF-8\n",
             read("\xef\xbb\xbf"
                  "a: 1\r\nb: \xff\r\n"));
    }
    void countsCharactersInColumns() {
        same("f:2:12: the key \"é\" stands twice here\n", read("x: 1\nää: {é: €, é: 2}\n"));
        same("f:1:29: the key \"x\" stands twice here\n",
             read("{\"ü\": [{\"é\": \"ß\"}], \"x\": 1, \"x\": 2}"));
    }
    void saysWhereEverythingStands() {
        Faults faults;
        const auto root = tenon::manifest::readYaml("a:\n  - ü: {x/~y: [1, 2]}\n", faults);
        const auto* inner = root->find("a")->items[0].find("ü");
        const auto& two = inner->find("x/~y")->items[1];
        same("/a/0/ü/x~1~0y/1", two.pointer);
        CPPUNIT_ASSERT_EQUAL(2, two.place.line);
        CPPUNIT_ASSERT_EQUAL(19, two.place.column);
        CPPUNIT_ASSERT_EQUAL(9, inner->entries[0].place.column);
    }
    void refusesNulBytes() {
        const std::string text =
            " cannot stand in a file as it is; write it in double quotes as an escape, such as "
            "\"\\u001b\"\n";
        same("f:2:1: the control character 0x00" + text, read(std::string("a: 1\n\0b: 2\n", 11)));
        // Two bytes by which yaml-cpp would know UTF-16.
        same("f:1:1: the control character 0x00" + text, read(std::string("\0a: b\n", 6)));
        // By which yaml-cpp knows the end.
        same("f:1:4: the control character 0x04" + text, read("a: \x04\nb: 2\n"));
        same(R"({"a":"\u0000"})", read("a: \"\\0\"\n"));
    }
    void refusesUtf16() {
        same("f:1:1: the byte 0xff is not UTF-8; save the file as UTF-8\n",
             read(std::string("\xff\xfe"
                              "a\0:\0 \0b\0",
                              10)));
    }
    void refusesHalfCharacters() {
        for (const std::string bytes :
             {"\xc3", "\xe2\x82", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"}) {
            const auto found = read("a: \"" + bytes + "\"\n");
            same("f:1:5: the byte 0x", found.substr(0, 18));
            same(" is not UTF-8; save the file as UTF-8\n", found.substr(20));
        }
    }
    void refusesWhatIsTooLarge() {
        const auto list = [](int size) {
            std::string out;
            for (int i = 0; i < size; ++i) out += "- x\n";
            return out;
        };
        same("f:100001:3: more than 100,000 nodes\n", read(list(100'001)));
        CPPUNIT_ASSERT(read(list(99'999)).starts_with("[\"x\","));
        // Not one by one into the depth: what nests this deep would end the process.
        same("f:1:51: nested more than 100 deep\n", read(std::string(1'000'000, '[')));
        std::string keys;
        for (int i = 0; i < 100; ++i) keys += "{a: ";
        same(R"({"a":)", read(keys + "1" + std::string(100, '}')).substr(0, 5));
    }
    void takesCommentsAndQuotesForWhatTheyAre() {
        same(R"({"a":"${ .a }","b":"${ .a # b }","c":"${ [.a] }"})",
             read("a: ${ .a } # b\nb: \"${ .a # b }\" # c\nc: &x ${ [.a] } # b\n"));
        same(R"({"a":"it's","b":"\"x"})", read("a: 'it''s'\nb: !!str \"\\\"x\""));
        same(R"("x")", read("\"x\""));
        same(R"(["x"])", read("- &a 'x' # \"\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ReaderTest);
