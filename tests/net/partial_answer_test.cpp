// SPDX-License-Identifier: Apache-2.0
// An answer to a POST that breaks off, wherever and however: what had come of it is handed over,
// and no Error shows it.
#include "client_fixture.h"
#include "gzip.h"

class PartialAnswerTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(PartialAnswerTest);
    CPPUNIT_TEST(handsOverWhatHadComeWhereverItBreaksOff);
    CPPUNIT_TEST(handsOverWhatCouldBeUnpacked);
    CPPUNIT_TEST(handsOverWhatItCannotRead);
    CPPUNIT_TEST(handsOverTheBeginningOfWhatIsTooLarge);
    CPPUNIT_TEST(handsOverWhatHadComeWhenItIsStopped);
    CPPUNIT_TEST(handsOverNothingOfAnAnswerThatNeverBegan);
    CPPUNIT_TEST(refusesALargeAnswerToAGetAtOnce);
    CPPUNIT_TEST_SUITE_END();

    static inline const std::string kBody = R"({"id":427902,"token":"tok-BUIWhN8NTPaeyYo7","a":1})";
    static inline const std::string kHead = "HTTP/1.1 200 OK\r\n";

    // An answer piece by piece: what is body, and what is not.
    using Pieces = std::vector<std::pair<std::string, bool>>;
    static std::vector<Pieces> framings() {
        const std::string half = kBody.substr(0, 20), rest = kBody.substr(20);
        const std::string length = kHead + "Content-Length: ";
        Pieces chunks{{kHead + "Transfer-Encoding: chunked\r\n\r\n", false}};
        for (const char c : kBody) {
            chunks.insert(chunks.end(), {{"1\r\n", false}, {std::string(1, c), true}});
            chunks.emplace_back("\r\n", false);
        }
        chunks.emplace_back("0\r\n\r\n", false);
        return {{{length + std::to_string(kBody.size()) + "\r\n\r\n", false}, {kBody, true}},
                {{"HTTP/1.1 100 Continue\r\n\r\n" + length + "99\r\n\r\n", false}, {kBody, true}},
                {{kHead + "Transfer-Encoding: chunked\r\n\r\n14\r\n", false},
                 {half, true},
                 {"\r\n1e;x=y\r\n", false},
                 {rest, true},
                 {"\r\n0\r\nA: b\r\n\r\n", false}},
                chunks};
    }

    // How a server ends: in order, by a reset, or as a lost process.
    static std::vector<std::function<void(Line&)>> ends() {
        return {[](Line&) {}, [](Line& line) { line.waitUntilHeard(), line.reset(); },
                [](Line& line) { line.cut(); }};
    }

    struct Came {
        tenon::Result<tenon::HttpResponse> result;
        tenon::HttpResponse part;
    };
    static Came send(const ScriptServer::Script& script, bool tls, std::size_t maxBody = 1000,
                     const Limits& limits = patiently()) {
        ScriptServer server(tls ? support::Certificates::get().server("good") : nullptr, script);
        HttpClient client(trusting());
        auto request = post(server);
        request.maxBody = maxBody;
        tenon::HttpResponse part;
        auto result = client.sendPartly(request, limits, part);
        return {std::move(result), std::move(part)};
    }
    static void unknown(const Came& came, const std::string& what) {
        CPPUNIT_ASSERT_MESSAGE(what, !came.result);
        const auto& error = came.result.error();
        CPPUNIT_ASSERT_MESSAGE(what, error.done == tenon::Done::maybe);
        CPPUNIT_ASSERT_MESSAGE(what + error.detail,
                               (error.detail + error.title).find("BUIW") == std::string::npos);
    }

    void handsOverWhatHadComeWhereverItBreaksOff() {
        for (const auto& pieces : framings())
            for (std::size_t end = 0; end < ends().size(); ++end) {
                std::string sent, body;
                for (const auto& [bytes, isBody] : pieces)
                    for (const char c : bytes) {
                        const auto came = send(
                            [&](Line& line) { line.request(), line.send(sent), ends()[end](line); },
                            false);
                        const std::string what = sent + " end " + std::to_string(end);
                        unknown(came, what);
                        CPPUNIT_ASSERT_EQUAL_MESSAGE(what, body, came.part.body);
                        sent += c;
                        if (isBody) body += c;
                    }
            }
        const Pieces pieces = framings().front();
        const auto cut = pieces[0].first + kBody.substr(0, 40);
        for (const auto& end : ends()) {
            const auto came = send(
                [&](Line& line) {
                    line.request(), line.send(cut), line.waitUntilHeard(), end(line);
                },
                true);
            unknown(came, "TLS");
            same(kBody.substr(0, 40), came.part.body);
            CPPUNIT_ASSERT_EQUAL(200, came.part.status);
        }
    }
    void handsOverWhatCouldBeUnpacked() {
        const std::string packed = support::gzip(kBody);
        const std::string head = kHead + "Content-Encoding: gzip\r\nContent-Length: ";
        const auto answer = [&](const std::string& body, std::size_t length) {
            return send(
                [&](Line& line) {
                    line.request();
                    line.send(head + std::to_string(length) + "\r\n\r\n" + body);
                },
                false);
        };
        std::size_t before = 0;
        for (std::size_t size = 11; size < packed.size(); ++size)
            for (const bool told : {true, false}) {
                const auto came = answer(packed.substr(0, size), told ? packed.size() : size);
                unknown(came, std::to_string(size));
                const auto& part = came.part.body;
                if (part == packed.substr(0, size)) continue;  // nothing could be unpacked
                CPPUNIT_ASSERT_MESSAGE(part, kBody.starts_with(part));
                CPPUNIT_ASSERT_MESSAGE(part, part.size() >= before);
                before = part.size();
            }
        CPPUNIT_ASSERT_EQUAL(kBody.size(), before);
        std::string wrongSum = packed;
        wrongSum[packed.size() - 6] ^= 1;
        same(kBody, answer(wrongSum, wrongSum.size()).part.body);
        same(kBody, answer(packed + "more", packed.size() + 4).part.body);
        same(kBody, answer(kBody, kBody.size()).part.body);
        same("", answer("", 0).part.body);
        std::string noMagic = packed;
        noMagic[0] ^= 1;
        same(noMagic, answer(noMagic, noMagic.size()).part.body);
    }
    void handsOverWhatItCannotRead() {
        const std::string end = "\r\n\r\n" + kBody;
        for (const std::string& bytes : {
                 kHead + "Content-Length: 50\r\nContent-Length: 50" + end,
                 kHead + "Content-Length: 50\r\nTransfer-Encoding: chunked" + end,
                 kHead + "Transfer-Encoding: gzip" + end,
                 kHead + "Content-Length: fifty" + end,
                 kHead + "Content-Length: -1" + end,
                 kHead + "A: b\r\n c: d" + end,
                 kHead + "no name" + end,
                 kHead + "A: \x01" + end,
                 kHead + "A: " + std::string(20'000, 'a') + end,
                 "HTTP/2.0 200 OK" + end,
                 "HTTP/1.1 2000 OK" + end,
                 "HTTP/1.1 099 OK" + end,
                 "HTTP/1.1 101 Switching Protocols" + end,
                 "ICY 200 OK" + end,
                 kBody + "\r\n",
                 kHead + "Transfer-Encoding: chunked\r\n\r\n" + kBody + "\r\n",
                 kHead + "Transfer-Encoding: chunked\r\n\r\nfifty\r\n" + kBody + "\r\n",
                 kHead + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + kBody + "\r\n",
                 kHead + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + kBody,
             })
            for (const std::size_t piece : {bytes.size(), std::size_t(1), std::size_t(7)}) {
                const auto came = send(
                    [&](Line& line) {
                        line.request();
                        for (std::size_t at = 0; at < bytes.size(); at += piece)
                            if (!line.send(bytes.substr(at, piece))) return;
                    },
                    false, 50'000);
                const std::string what = bytes + " in pieces of " + std::to_string(piece);
                unknown(came, what);
                CPPUNIT_ASSERT_MESSAGE(what + " gave " + came.part.body,
                                       came.part.body.find(kBody) != std::string::npos);
            }
    }
    void handsOverTheBeginningOfWhatIsTooLarge() {
        const std::string large = kBody + std::string(100'000, ' ');
        const std::string packed = support::gzip(large);
        const auto sized = [](const std::string& body) {
            return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        };
        for (const std::string& rest :
             {sized(large), "Transfer-Encoding: chunked\r\n\r\n186d2\r\n" + large, "\r\n" + large,
              "Content-Encoding: gzip\r\n" + sized(packed)}) {
            const auto came =
                send([&](Line& line) { line.request(), line.send(kHead + rest); }, false, 1000);
            unknown(came, rest.substr(0, 40));
            same("too large", came.result.error().title);
            same(large.substr(0, 1000), came.part.body);
        }
    }
    void handsOverWhatHadComeWhenItIsStopped() {
        for (const auto& pieces : framings()) {
            std::stop_source stop;
            const auto came = send(
                [&](Line& line) {
                    line.request();
                    std::string sent;
                    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) sent += pieces[i].first;
                    line.send(sent + pieces.back().first.substr(0, 2));
                    line.waitUntilHeard();
                    stop.request_stop();
                    line.hold();
                },
                false, 1000, {Limits().deadline, stop.get_token()});
            unknown(came, "stopped");
            same("cancelled", came.result.error().title);
            CPPUNIT_ASSERT(kBody.starts_with(came.part.body));
        }
        const auto late = send(
            [&](Line& line) {
                line.request();
                line.send(kHead + "\r\n" + kBody);
                line.hold();
            },
            false, 1000, within(std::chrono::milliseconds(300)));
        unknown(late, "late");
        same("deadline", late.result.error().title);
        same(kBody, late.part.body);
    }
    void handsOverNothingOfAnAnswerThatNeverBegan() {
        const auto came = send([](Line& line) { line.request(); }, false);
        unknown(came, "closed");
        CPPUNIT_ASSERT_EQUAL(0, came.part.status);
        same("", came.part.body);
    }
    // What only looks may be asked again: nothing is read in vain.
    void refusesALargeAnswerToAGetAtOnce() {
        ScriptServer server(nullptr, [](Line& line) {
            line.request();
            line.send(kHead + "Content-Length: 1001\r\n\r\n");
            line.hold();
        });
        HttpClient client(trusting());
        auto request = get(server);
        request.maxBody = 1000;
        same("too large", outcome(client, request));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(PartialAnswerTest);
