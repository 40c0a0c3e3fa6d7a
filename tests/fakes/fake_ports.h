// SPDX-License-Identifier: Apache-2.0
// A stand-in for every port of the engine: scripted by the test, and it records what it was asked.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "world/ports.h"

namespace fakes {

// Stands still until the test lets time pass. Its wall says 2026-01-02T03:04:05.678Z at the begin.
class FakeClock final : public tenon::world::Clock {
  public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override {
        return std::chrono::steady_clock::time_point(std::chrono::hours(1) + passed_);
    }
    [[nodiscard]] std::chrono::system_clock::time_point wall() const override {
        return std::chrono::system_clock::time_point(std::chrono::milliseconds(1767323045678) +
                                                     passed_);
    }
    void pass(std::chrono::milliseconds time) {
        passed_ += time;
        if (whenItPasses) whenItPasses();
    }
    [[nodiscard]] std::chrono::milliseconds passed() const { return passed_; }
    // Time flies to the end of every wait.
    void wait(const tenon::Limits& until) override {
        if (!until.stop.stop_requested() && until.deadline > now())
            pass(std::chrono::ceil<std::chrono::milliseconds>(until.deadline - now()));
    }

    std::function<void()> whenItPasses;

  private:
    std::chrono::milliseconds passed_{};
};

class FakeChance final : public tenon::world::Chance {
  public:
    double fraction() override { return 0.5; }
    std::string uuid() override { return "uuid-" + std::to_string(++made_); }

  private:
    int made_ = 0;
};

class FakeJournal final : public tenon::world::Journal {
  public:
    tenon::world::Answer once(const tenon::world::Question& question, const Ask& ask) override {
        std::unique_lock lock(mutex_);
        if (const auto found = kept.find(question.position); found != kept.end()) {
            log += "replayed " + question.position + "\n";
            return {found->second};
        }
        log += "began " + question.position + "\n";
        if (refuses) return {*std::exchange(refuses, std::nullopt)};
        lock.unlock();
        auto answer = ask();
        lock.lock();
        log += "gave " + question.position + "\n";
        kept.insert_or_assign(question.position, answer.result);
        last = answer.raw;
        return answer;
    }

    std::string log;
    std::map<std::string, tenon::Result<tenon::Value>> kept;
    std::optional<tenon::Error> refuses;  // what the next question is answered with
    tenon::Value last;                    // the raw answer beside the last result

  private:
    std::mutex mutex_;
};

// Every event as a line: "3 taskCompleted /do/0/a set {"x":1}".
std::string lineOf(const tenon::world::Event& event);

class FakeObserver final : public tenon::world::Observer {
  public:
    void on(const tenon::world::Event& event) override {
        events.push_back(event);
        text += lineOf(event) + "\n";
    }

    std::vector<tenon::world::Event> events;
    std::string text;
};

class FakeHttp final : public tenon::Http {
  public:
    tenon::Result<tenon::HttpResponse> send(const tenon::HttpRequest& request,
                                            const tenon::Limits& limits) override;
    // What the next requests are answered with; 200 and an empty body when all are used up.
    void answer(tenon::Result<tenon::HttpResponse> answer) {
        answers_.push_back(std::move(answer));
    }
    void answerJson(const std::string& body);

    std::vector<tenon::HttpRequest> requests;
    std::vector<tenon::Limits> limits;
    std::function<void()> before = [] {};  // each answer

  private:
    std::deque<tenon::Result<tenon::HttpResponse>> answers_;
};

// Knows CreateThing 1.0.0, which is typed, and Free 1.0.0, which is not. What they do is the
// test's.
class FakeSteps final : public tenon::world::Steps {
  public:
    FakeSteps();
    [[nodiscard]] const tenon::world::StepDescription* find(std::string_view name) const override;
    [[nodiscard]] std::vector<std::string> names() const override;
    std::optional<tenon::Error> ready(const tenon::world::StepDescription&) override {
        return notReady;
    }
    tenon::Result<tenon::Value> call(const tenon::world::StepDescription& step,
                                     const tenon::Value& inputs, tenon::Context& context) override;

    std::vector<tenon::world::StepDescription> known;
    std::optional<tenon::Error> notReady;
    std::function<tenon::Result<tenon::Value>(const tenon::Value&, tenon::Context&)> does =
        [](const tenon::Value& inputs, tenon::Context&) { return inputs; };
    std::string calls;  // "CreateThing {"name":"n"}\n", secrets in the clear

  private:
    std::mutex mutex_;
};

class FakeSecrets final : public tenon::world::SecretSource {
  public:
    tenon::Result<tenon::Value> find(const std::string& name) override;

    tenon::Object given;
};

}  // namespace fakes
