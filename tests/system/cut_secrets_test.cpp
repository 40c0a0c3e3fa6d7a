// SPDX-License-Identifier: Apache-2.0
// What is shown of a long text may begin or end in the middle of a secret, however that is written:
// no piece of it is shown, neither on the screen nor in the file of events.
#include <Poco/Base64Encoder.h>

#include <cstdio>
#include <sstream>

#include "manifest_fixture.h"
#include "scenarios/stub_server.h"
#include "support/sweep.h"

class CutSecretsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(CutSecretsTest);
    CPPUNIT_TEST(showsNoPieceOfOneInTheLastWordsOfACommand);
    CPPUNIT_TEST(showsNoPieceOfOneInTheBodyOfAnAnswer);
    CPPUNIT_TEST_SUITE_END();

    // No three characters of it stand in it twice.
    static inline const std::string kSecret = "kQ3/vW9+zR7=tY5&pL1\"mN8<bH6>dJ4'gF2\\sC0A";
    static constexpr std::size_t kPiece = 8;

    static std::string each(const char* format) {
        std::string out;
        for (const char c : kSecret) {
            char part[16];
            std::snprintf(part, sizeof part, format, static_cast<unsigned>(c));
            out += part;
        }
        return out;
    }
    static std::string base64(const std::string& text) {
        std::ostringstream out;
        Poco::Base64Encoder encoder(out);
        encoder.rdbuf()->setLineLength(0);
        encoder << text;
        encoder.close();
        return out.str();
    }
    static std::vector<std::string> encodings() {
        return {kSecret,      each("%%%02x"),  each("\\u%04x"),       each("&#%u;"),
                each("%02x"), base64(kSecret), base64("u:" + kSecret)};
    }
    // Runs `task`, `${ . }` in which is each number below `count`; all that is shown of its faults.
    std::string shown(const std::string& task, std::size_t count) {
        const auto secrets =
            folder_.write("secrets.json", tenon::json::write(tenon::Object{{"s", kSecret}}));
        const auto file = manifest(
            "use: {secrets: [s]}\ndo:\n  - all:\n      for: {each: n, in: '${ [range(" +
            std::to_string(count) +
            ")] }'}\n      do:\n        - t:\n            try:\n              - a: " + task +
            "\n            catch: {as: e}\n  - last:\n      input: {from: " +
            std::to_string(count / 2) +
            "}\n      do:\n        - setN: {set: {n: '${ . }'}}\n        - a: " +
            std::regex_replace(task, std::regex("\\$n"), ".n") + "\n");
        const auto events = folder_.path("events");
        const auto ended = support::program(
            {"run", file, "--secrets", secrets, "--allow-shell", "--events", events});
        CPPUNIT_ASSERT_MESSAGE(ended.err, ended.code != 0);
        return ended.out + ended.err + folder_.read("events");
    }
    // Neither `encoded` nor a piece of it is in the text, which shows that there was one.
    static void hidden(const std::string& text, const std::string& encoded) {
        for (std::size_t at = 6; at + kPiece <= encoded.size(); ++at)
            CPPUNIT_ASSERT_MESSAGE(encoded.substr(at, kPiece) + " in\n" + text.substr(0, 5000),
                                   text.find(encoded.substr(at, kPiece)) == text.npos);
        CPPUNIT_ASSERT_MESSAGE(text.substr(0, 5000), text.find("********") != text.npos);
    }

    void showsNoPieceOfOneInTheLastWordsOfACommand() {
        constexpr std::size_t most = 1000;
        for (const auto& encoded : encodings()) {
            if (!support::tried()) continue;
            // The longest is more than a pipe holds.
            const std::size_t before = encoded == kSecret ? 70'000 : 100;
            const std::size_t step = encoded.size() / kSecret.size();
            const std::size_t count = kSecret.size() + 6;
            for (std::size_t i = 0; i < count; ++i)
                folder_.write("t" + std::to_string(i), std::string(before, '.') + encoded +
                                                           std::string(most + 3 - i * step, '.'));
            hidden(shown("{run: {shell: {command: 'cat \"$1\" >&2; exit 3', arguments: ['${ \"" +
                             folder_.path("t") + "\" + ($n | tostring) }']}}}",
                         count),
                   encoded);
        }
    }
    void showsNoPieceOfOneInTheBodyOfAnAnswer() {
        constexpr std::size_t most = 400;
        for (const auto& encoded : encodings()) {
            if (!support::tried()) continue;
            const std::size_t step = encoded.size() / kSecret.size();
            scenarios::StubServer server(nullptr, [&](const scenarios::Received& request) {
                const auto at = std::stoul(request.target.substr(1)) * step;
                return scenarios::Answer{.status = 500,
                                         .headers = {{"Content-Type", "text/plain"}},
                                         .body = std::string(most + 3 - at, 'x') + encoded};
            });
            hidden(shown("{call: http, with: {method: get, endpoint: '${ \"http://127.0.0.1:" +
                             std::to_string(server.port()) + "/\" + ($n | tostring) }'}}",
                         kSecret.size() + 6),
                   encoded);
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CutSecretsTest);
