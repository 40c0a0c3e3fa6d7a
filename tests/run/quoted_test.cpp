// SPDX-License-Identifier: Apache-2.0
// What a step says of a remote side's words: the whole is freed from secrets before it is cut.
#include "run/quoted.h"

#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "tenon/quote.h"
#include "text/base64.h"

using fakes::FakeWorld;
using tenon::Context;
using tenon::Error;
using tenon::Value;

class QuotedTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(QuotedTest);
    CPPUNIT_TEST(showsNoPieceOfASecretAtTheCutOfAQuote);
    CPPUNIT_TEST(showsNoPieceOfASecretAtTheCutOfAnyTextOfAnError);
    CPPUNIT_TEST(showsNoPieceOfASecretThatAStepRepeats);
    CPPUNIT_TEST(cutsBetweenCharacters);
    CPPUNIT_TEST(keepsTheEndOfADetail);
    CPPUNIT_TEST(leavesWhatIsNotTooLong);
    CPPUNIT_TEST(putsAQuoteOnOneLine);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // 40 characters, no three of which stand in it twice.
    static inline const std::string kSecret = "kQ3/vW9+zR7=tY5&pL1\"mN8<bH6>dJ4'gF2\\sC0A";

    static std::string each(const char* format) {
        std::string out;
        for (const char c : kSecret) {
            char part[16];
            std::snprintf(part, sizeof part, format, static_cast<unsigned>(c));
            out += part;
        }
        return out;
    }
    static std::vector<std::string> encodings() {
        return {kSecret,
                each("%%%02X"),
                each("%%%02x"),
                each("\\u%04x"),
                each("\\u%04X"),
                each("&#%u;"),
                each("&#x%x;"),
                each("%02x"),
                each("%02X"),
                tenon::text::base64(kSecret),
                tenon::text::base64("u:" + kSecret),
                tenon::text::base64("u-:" + kSecret),
                tenon::text::base64(kSecret).insert(30, "\r\n"),
                tenon::text::base64(tenon::text::base64(kSecret))};
    }
    // Is any piece of the encoded secret in the text? Of one byte it is two or more.
    static bool shows(const std::string& text, const std::string& encoded) {
        constexpr std::size_t piece = 8;
        for (std::size_t at = 6; at + piece <= encoded.size(); ++at)
            if (text.find(encoded.substr(at, piece)) != std::string::npos) return true;
        return false;
    }
    // The encoded secret round the cut, cut after each of its characters, in a text of that size.
    static std::vector<std::string> around(std::size_t cut, const std::string& encoded,
                                           std::size_t size) {
        std::vector<std::string> out;
        for (std::size_t at = cut - encoded.size() - 3; at < cut + 3; at += encoded.size() / 40) {
            std::string text = std::string(at, '.') + encoded;
            text.resize(std::max(size, text.size() + 9), '.');
            out.push_back(std::move(text));
        }
        return out;
    }
    static Error of(const std::string& text) {
        Error out = tenon::makeError(tenon::ErrorKind::runtime, text, text);
        out.type = out.requestId = out.instance = text;
        return out;
    }
    static void shownNowhere(const Error& error, const std::string& encoded) {
        for (const auto& part :
             {error.title, error.detail, error.type, error.requestId, error.instance})
            CPPUNIT_ASSERT_MESSAGE(part, !shows(part, encoded));
    }

    void showsNoPieceOfASecretAtTheCutOfAQuote() {
        tenon::world::Redactor redactor;
        redactor.learn(tenon::Secret(kSecret));
        for (const auto& encoded : encodings())
            for (const auto& text : around(500, encoded, 520)) {
                const auto shown = redactor.text(tenon::run::quoted(text, 500, redactor));
                CPPUNIT_ASSERT_MESSAGE(shown, !shows(shown, encoded));
                CPPUNIT_ASSERT(shown.size() <= 500 + 3);
            }
    }
    void showsNoPieceOfASecretAtTheCutOfAnyTextOfAnError() {
        tenon::world::Redactor redactor;
        redactor.learn(tenon::Secret(kSecret));
        for (const auto& encoded : encodings())
            for (const std::size_t cut : {400u, 1000u, 3000u, 3500u}) {
                const auto texts = around(cut, encoded, cut < 3000 ? 0 : 4500);
                for (std::size_t i = 0; i < texts.size(); i += 7)
                    shownNowhere(redactor.error(tenon::run::boundedError(of(texts[i]), redactor)),
                                 encoded);
            }
    }
    // The host does so for every step.
    void showsNoPieceOfASecretThatAStepRepeats() {
        for (const auto& encoded : encodings()) {
            const auto text = around(500, encoded, 5000)[20];
            FakeWorld world;
            world.secrets.given.set("s", tenon::Secret(kSecret));
            world.steps.does = [&](const Value&, Context& context) {
                auto* quote = static_cast<tenon::Quote*>(context.extension(tenon::Quote::kId));
                auto error = of(text);
                error.detail = quote->quote(text, 500) + text;
                return error;
            };
            const auto result = world.run("  - a: {call: Free, with: {s: '${ $secrets.s }'}}\n",
                                          "use: {secrets: [s]}\n");
            shownNowhere(world.redactor.error(result.error()), encoded);
            CPPUNIT_ASSERT(result.error().title.size() < 500);
        }
    }
    void cutsBetweenCharacters() {
        tenon::world::Redactor redactor;
        same("aé…", tenon::run::quoted("aéé", 4, redactor));
        same("aéé", tenon::run::quoted("aéé", 5, redactor));
        Error error = tenon::makeError(tenon::ErrorKind::runtime, std::string(399, 'x') + "é", "");
        same(std::string(399, 'x') + "…", tenon::run::boundedError(error, redactor).title);
    }
    void keepsTheEndOfADetail() {
        tenon::world::Redactor redactor;
        Error error = tenon::makeError(tenon::ErrorKind::runtime, "no",
                                       std::string(100'000, 'x') + " Look first.");
        const auto detail = tenon::run::boundedError(error, redactor).detail;
        same(std::string(3000, 'x') + "… …" + std::string(988, 'x') + " Look first.", detail);
    }
    void leavesWhatIsNotTooLong() {
        tenon::world::Redactor redactor;
        redactor.learn(tenon::Secret("hidden"));
        Error error = tenon::makeError(tenon::ErrorKind::runtime, "a hidden\ntitle",
                                       "hidden\n" + std::string(3993, 'x'));
        error.type = "https://hidden.example/";
        const auto found = tenon::run::boundedError(error, redactor);
        same(error.title, found.title);
        same(error.detail, found.detail);
        same(error.type, found.type);
    }
    void putsAQuoteOnOneLine() {
        tenon::world::Redactor redactor;
        redactor.learn(tenon::Secret("first line\nlast line"));
        same("a  b ******** c",
             tenon::run::quoted("a\r\nb first line\nlast line\tc", 99, redactor));
        same("caf\xc3\xa9", tenon::run::quoted("caf\xe9", 99, redactor));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(QuotedTest);
