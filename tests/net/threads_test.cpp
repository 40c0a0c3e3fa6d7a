// SPDX-License-Identifier: Apache-2.0
// One client and many threads: no more connections than threads, and to each its own answer.
#include <thread>

#include "client_fixture.h"

class ThreadsTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(ThreadsTest);
    CPPUNIT_TEST(shareTheConnections);
    CPPUNIT_TEST(getTheirOwnAnswers);
    CPPUNIT_TEST(leaveEachOtherAloneWhenOneFails);
    CPPUNIT_TEST(mayAllBeTheFirst);
    CPPUNIT_TEST_SUITE_END();

    static constexpr int kThreads = 16;

    // Runs the code on all threads at once, and fails with the first of their texts.
    static void together(const std::function<std::string(int)>& code) {
        std::vector<std::string> found(kThreads);
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&, i] { found[static_cast<std::size_t>(i)] = code(i); });
        for (auto& thread : threads) thread.join();
        for (const auto& text : found) same("", text);
    }
    // Answers each request with its own body.
    static void echo(Line& line) {
        for (auto got = line.request(); !got.empty(); got = line.request()) {
            const auto body = got.substr(got.find("\r\n\r\n") + 4);
            line.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) +
                      "\r\n\r\n" + body);
        }
    }

    void shareTheConnections() {
        both(echo, [](HttpClient& client, ScriptServer& server) {
            together([&](int) {
                for (int i = 0; i < 20; ++i)
                    if (auto text = told(client, post(server)); text != "200 {}") return text;
                return std::string();
            });
            CPPUNIT_ASSERT(server.connections() <= kThreads);
            CPPUNIT_ASSERT_EQUAL(20 * kThreads, server.count("POST"));
        });
    }
    void getTheirOwnAnswers() {
        both(echo, [](HttpClient& client, ScriptServer& server) {
            together([&](int thread) {
                for (int i = 0; i < 10; ++i) {
                    const std::string body(static_cast<std::size_t>(thread * 1000 + i), 'a');
                    if (told(client, post(server, body)) != "200 " + body) return "another's";
                }
                return "";
            });
        });
    }
    void leaveEachOtherAloneWhenOneFails() {
        both(
            [](Line& line) {
                for (auto got = line.request(); !got.empty(); got = line.request()) {
                    if (got.starts_with("GET")) return line.reset();
                    line.send(kOk);
                }
            },
            [](HttpClient& client, ScriptServer& server) {
                together([&](int thread) {
                    for (int i = 0; i < 10; ++i) {
                        const bool fails = (thread + i) % 3 == 0;
                        const auto text = outcome(client, fails ? get(server) : post(server));
                        if (text != (fails ? "connection closed" : "200 ok")) return text;
                    }
                    return std::string();
                });
            });
    }
    // What is made when first needed is made once, and ready for all.
    void mayAllBeTheFirst() {
        for (int i = 0; i < 5; ++i)
            both(echo, [](HttpClient& client, ScriptServer& server) {
                together([&](int) {
                    auto text = told(client, post(server));
                    return text == "200 {}" ? "" : text;
                });
            });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ThreadsTest);
