// SPDX-License-Identifier: Apache-2.0
// What is hidden of a secret, in every form in which it may come along.
#include <cppunit/extensions/HelperMacros.h>

#include "tenon/json.h"
#include "world/redactor.h"

using tenon::Array;
using tenon::Object;
using tenon::Secret;
using tenon::Value;
using tenon::world::Redactor;

class RedactorTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RedactorTest);
    CPPUNIT_TEST(masksASecretWhereverItStands);
    CPPUNIT_TEST(masksItAsJsonWritesIt);
    CPPUNIT_TEST(masksItAsAUrlWritesIt);
    CPPUNIT_TEST(masksItInBase64);
    CPPUNIT_TEST(masksTheLongerOfTwoFirst);
    CPPUNIT_TEST(masksAllThatTwoCoverWhereTheyOverlap);
    CPPUNIT_TEST(masksWhatAnAddressLeavesReadable);
    CPPUNIT_TEST(findsEachOfMany);
    CPPUNIT_TEST(masksAShortOneOnlyAsAWhole);
    CPPUNIT_TEST(leavesSchemeAndHostOfAUrlReadable);
    CPPUNIT_TEST(masksAUrlWithCredentialsWhole);
    CPPUNIT_TEST(learnsEverySecretOfAValue);
    CPPUNIT_TEST(masksInsideValues);
    CPPUNIT_TEST(masksTheTextsOfAnError);
    CPPUNIT_TEST(masksTypeAndInstanceOfAnError);
    CPPUNIT_TEST(masksEachLineOfASecret);
    CPPUNIT_TEST(masksWhatOnlyLooksLikeAnAddress);
    CPPUNIT_TEST(masksNumbers);
    CPPUNIT_TEST(knowsSecretsInNames);
    CPPUNIT_TEST(saysWhatIsHardToHide);
    CPPUNIT_TEST(endsForASecretThatLooksLikeTheMask);
    CPPUNIT_TEST(knowsNothingBeforeItLearned);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string masked(const std::string& secret, const std::string& text) {
        Redactor redactor;
        redactor.learn(Secret(secret));
        return redactor.text(text);
    }

    void masksASecretWhereverItStands() {
        same("********", masked("s3cret", "s3cret"));
        same("a ******** b********", masked("s3cret", "a s3cret bs3cret"));
        same("****************", masked("s3cret", "s3crets3cret"));
        same("S3CRET s3cre", masked("s3cret", "S3CRET s3cre"));
        same("a ********", masked("two\nlines", "a two\nlines"));
    }
    void masksItAsJsonWritesIt() {
        const std::string secret = "a\"b\\c\nd";
        same("{\"k\":\"********\"}",
             masked(secret, tenon::json::write(Value(Object{{"k", secret}}))));
    }
    void masksItAsAUrlWritesIt() {
        same("https://h/?k=********&x=1", masked("a b/c+d", "https://h/?k=a%20b%2Fc%2Bd&x=1"));
        same("********", masked("pass:word@", "pass%3Aword%40"));
    }
    void masksItInBase64() {
        same("Basic ********==", masked("user:pass1", "Basic dXNlcjpwYXNzMQ=="));
        same("Basic ********", masked("user:pass1", "Basic dXNlcjpwYXNzMQ"));
    }
    void masksTheLongerOfTwoFirst() {
        Redactor redactor;
        redactor.learn(Array{Secret("abcd"), Secret("abcdefgh")});
        same("******** ********", redactor.text("abcdefgh abcd"));
    }
    void masksAllThatTwoCoverWhereTheyOverlap() {
        Redactor redactor;
        redactor.learn(Array{Secret("abcdef"), Secret("efghijk"), Secret("jklm"), Secret("nopq")});
        same("-********-", redactor.text("-abcdefghijk-"));
        same("-********-", redactor.text("-abcdefghijklm-"));
        same("-****************-", redactor.text("-abcdefghijklmnopq-"));
        redactor.learn(Secret("http://h/abc"));
        same("http://h/********", redactor.text("http://h/abc"));
        same("********", redactor.text("http://h/abcdef"));
    }
    void masksWhatAnAddressLeavesReadable() {
        Redactor redactor;
        redactor.learn(Array{Secret("https://crm.example.com/x"), Secret("crm.example.com")});
        same("https://********/********", redactor.text("https://crm.example.com/x"));
        same("http://h/********", masked("http://h/", "http://h/"));
    }
    void findsEachOfMany() {
        Redactor redactor;
        std::string text, expected;
        for (int i = 0; i < 3000; ++i) {
            const std::string secret = "eyJh" + std::to_string(i) + "x";
            redactor.learn(Secret(secret));
            text += secret + "," + secret.substr(0, secret.size() - 1) + ";";
            expected += "********,eyJh" + std::to_string(i) + ";";
        }
        same(expected, redactor.text(text));
    }
    // Else half of all words would be masked.
    void masksAShortOneOnlyAsAWhole() {
        same("********", masked("abc", "abc"));
        same("an abc", masked("abc", "an abc"));
        same("", masked("", ""));
        same("********", masked("abcd", "abcd"));
        same("an ********", masked("abcd", "an abcd"));
    }
    void leavesSchemeAndHostOfAUrlReadable() {
        same("POST https://api.example.com/********/instances: no",
             masked("https://api.example.com/elements/v2",
                    "POST https://api.example.com/elements/v2/instances: no"));
        same("http://h:80?********", masked("http://h:80?key=k", "http://h:80?key=k"));
        same("https://h#********", masked("https://h#frag", "https://h#frag"));
        same("to https://h", masked("https://h", "to https://h"));
        same("https://h/******** https://h/********",
             masked("https://h/x", "https://h/x https%3A%2F%2Fh%2Fx"));
    }
    void masksAUrlWithCredentialsWhole() {
        same("to ********", masked("https://me:pw@h/x", "to https://me:pw@h/x"));
        same("********", masked("ftp://h/x", "ftp://h/x"));
    }
    void learnsEverySecretOfAValue() {
        Redactor redactor;
        redactor.learn(Object{{"open", "plain"},
                              {"list", Array{Secret("one-1"), Object{{"deep", Secret("two-2")}}}}});
        same("plain ******** ********", redactor.text("plain one-1 two-2"));
    }
    void masksInsideValues() {
        Redactor redactor;
        redactor.learn(Secret("s3cret"));
        same(R"({"a":"********","b":["x ********",12,null,"********"],"key ********":true})",
             tenon::json::write(
                 redactor.value(Object{{"a", Secret("not learned")},
                                       {"b", Array{"x s3cret", 12, Value(), Secret("s3cret")}},
                                       {"key s3cret", true}}),
                 tenon::json::Secrets::reveal));
    }
    void masksTheTextsOfAnError() {
        Redactor redactor;
        redactor.learn(Secret("s3cret"));
        tenon::Error error = tenon::makeError(tenon::ErrorKind::runtime, "a s3cret", "b s3cret");
        error.requestId = "c-s3cret";
        error.instance = "/do/0/a";
        const auto shown = redactor.error(error);
        same("a ********|b ********|c-********|/do/0/a",
             shown.title + "|" + shown.detail + "|" + shown.requestId + "|" + shown.instance);
    }
    void masksTypeAndInstanceOfAnError() {
        Redactor redactor;
        redactor.learn(Secret("s3cret"));
        tenon::Error error = tenon::makeError(tenon::ErrorKind::runtime, "", "");
        error.type = "https://e/s3cret";
        error.instance = "/do/s3cret";
        const auto shown = redactor.error(error);
        same("https://e/********|/do/********", shown.type + "|" + shown.instance);
    }
    void masksEachLineOfASecret() {
        for (const std::string end : {"\n", "\r\n"}) {
            const std::string key = "  first-line" + end + "\tsecond-line " + end + "x" + end;
            same("a ******** b", masked(key, "a first-line b"));
            same("a ******** b", masked(key, "a second-line b"));
            same("a ********  ",
                 masked(key, "a " + key.substr(2, key.size() - 2 - end.size()) + "  "));
            same("x", masked(key, "x"));
        }
        same("-********-", masked("trimmed\n", "-trimmed-"));
    }
    void masksWhatOnlyLooksLikeAnAddress() {
        for (const std::string secret : {"https-token://x", "httpsecret://word/x", "https://a_b!c",
                                         "http://", "https://tok en/x"})
            same("-********-", masked(secret, "-" + secret + "-"));
    }
    void masksNumbers() {
        Redactor redactor;
        redactor.learn(Array{Secret("4711"), Secret("s3cr\u00f6t")});
        same(R"({"a":"********","b":471,"c":["********",8],"d":"********"})",
             tenon::json::write(
                 redactor.value(Object{{"a", 4711},
                                       {"b", 471},
                                       {"c", Array{-4711, 8}},
                                       {"d", Array{32, 115, 51, 99, 114, 0xf6, 116}}})));
    }
    void knowsSecretsInNames() {
        Redactor redactor;
        redactor.learn(Secret("s3cret"));
        CPPUNIT_ASSERT(redactor.inNames(Array{Object{{"a", Object{{"x s3cret", 1}}}}}));
        CPPUNIT_ASSERT(!redactor.inNames(Object{{"a", "s3cret"}}));
    }
    void saysWhatIsHardToHide() {
        using tenon::world::hardToHide;
        CPPUNIT_ASSERT(hardToHide("abc") && hardToHide("1"));
        CPPUNIT_ASSERT(!hardToHide("abcd") && !hardToHide(""));
    }
    void endsForASecretThatLooksLikeTheMask() {
        same("******** x ********", masked("****", "**** x ****"));
    }
    void knowsNothingBeforeItLearned() {
        const Redactor redactor;
        same("s3cret", redactor.text("s3cret"));
        same("\"********\"",
             tenon::json::write(redactor.value(Secret("x")), tenon::json::Secrets::reveal));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RedactorTest);
