// SPDX-License-Identifier: Apache-2.0
// A host that asks to wait is waited for by everybody.
#include "net/host_gate.h"

#include <cppunit/extensions/HelperMacros.h>

#include <atomic>
#include <deque>
#include <thread>

using tenon::HttpRequest;
using tenon::HttpResponse;
using tenon::Limits;
using tenon::Result;
using namespace std::chrono_literals;

class HostGateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HostGateTest);
    CPPUNIT_TEST(everybodyWaitsForAHostThatAsksTo);
    CPPUNIT_TEST(nobodyWaitsForAnotherHost);
    CPPUNIT_TEST(givesUpWithTheTimeOrTheRun);
    CPPUNIT_TEST(letsOneThroughAfterAWait);
    CPPUNIT_TEST_SUITE_END();

    // Time flies to the end of every wait.
    class Clock final : public tenon::world::Clock {
      public:
        [[nodiscard]] std::chrono::steady_clock::time_point now() const override { return now_; }
        [[nodiscard]] std::chrono::system_clock::time_point wall() const override { return {}; }
        void wait(const Limits& until) override {
            if (!until.stop.stop_requested() && until.deadline > now_.load()) now_ = until.deadline;
        }
        [[nodiscard]] std::string passed() const {
            const auto time = now_.load().time_since_epoch() - 1h;
            return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time).count()) +
                   " s";
        }

      private:
        std::atomic<std::chrono::steady_clock::time_point> now_{
            std::chrono::steady_clock::time_point(1h)};
    };
    class Script final : public tenon::PartialHttp {
      public:
        Result<HttpResponse> send(const HttpRequest& request, const Limits&) override {
            sent += request.url + "\n";
            if (answers.empty()) return asking(200, "");
            auto answer = answers.front();
            answers.pop_front();
            return answer;
        }
        Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                        HttpResponse&) override {
            return send(request, limits);
        }
        std::string sent;
        std::deque<HttpResponse> answers;
    };

    Clock clock_;
    Script http_;
    tenon::net::HostGate gate_{http_, clock_};

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string send(const std::string& url, const Limits& limits = {}) {
        HttpRequest request;
        request.url = url;
        HttpResponse part;
        const auto answer = gate_.sendPartly(request, limits, part);
        return answer ? std::to_string(answer.value().status) : answer.error().detail;
    }
    static HttpResponse asking(int status, const std::string& seconds) {
        HttpResponse answer;
        answer.status = status;
        if (!seconds.empty()) answer.headers.push_back({"Retry-After", seconds});
        return answer;
    }

    void everybodyWaitsForAHostThatAsksTo() {
        http_.answers = {asking(429, "30"), asking(503, "5"), asking(503, "")};
        same("429", send("https://h/a"));
        same("0 s", clock_.passed());
        same("503", send("https://h/b"));
        same("30 s", clock_.passed());
        same("503", send("https://h/c"));
        same("35 s", clock_.passed());
        same("200", send("https://h/d"));  // without a wish, that is one's own affair
        same("35 s", clock_.passed());
    }
    void nobodyWaitsForAnotherHost() {
        http_.answers = {asking(429, "30")};
        same("429", send("https://h/a"));
        for (const char* url : {"https://other/a", "http://h/a", "https://h:8443/a"})
            same("200", send(url));
        same("0 s", clock_.passed());
        same("200", send("https://h?b"));
        same("30 s", clock_.passed());
    }
    void givesUpWithTheTimeOrTheRun() {
        http_.answers = {asking(429, "30")};
        send("https://h/a");
        Limits limits;
        limits.deadline = clock_.now() + 10s;
        same(
            "https://h asked everybody to wait, and the time was up before that was over. Nothing "
            "was sent.",
            send("https://h/b", limits));
        same("10 s", clock_.passed());
        std::stop_source stop;
        stop.request_stop();
        limits = {};
        limits.stop = stop.get_token();
        same("https://h asked everybody to wait, and the run was stopped. Nothing was sent.",
             send("https://h/b", limits));
        same("https://h/a\n", http_.sent);
    }

    // Many wait; no more go at once than were answered before.
    void letsOneThroughAfterAWait() {
        class Counting final : public tenon::PartialHttp {
          public:
            Result<HttpResponse> send(const HttpRequest&, const Limits&) override {
                const int now = ++passing_;
                const int answered = answered_;
                if (first_.exchange(false)) {
                    --passing_;
                    return asking(429, "1");
                }
                if (now > (1 << std::min(answered, 16))) tooMany = true;
                std::this_thread::yield();
                ++answered_;
                --passing_;
                return asking(200, "");
            }
            Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                            HttpResponse&) override {
                return send(request, limits);
            }
            std::atomic<bool> tooMany{false};

          private:
            std::atomic<int> passing_{0}, answered_{0};
            std::atomic<bool> first_{true};
        } http;
        tenon::net::HostGate gate(http, clock_);
        HttpRequest request;
        request.url = "https://h/";
        CPPUNIT_ASSERT_EQUAL(429, gate.send(request, {}).value().status);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 16; ++i)
                threads.emplace_back([&] {
                    for (int n = 0; n < 20; ++n) static_cast<void>(gate.send(request, {}));
                });
        }
        CPPUNIT_ASSERT(!http.tooMany);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(HostGateTest);
