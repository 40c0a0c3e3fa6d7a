// SPDX-License-Identifier: Apache-2.0
// A world that has nothing to say: all time spent is the engine's.
#pragma once

#include "run/workflow/workflow.h"
#include "world/redactor.h"

namespace bench {

class QuietClock final : public tenon::world::Clock {
  public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override {
        return std::chrono::steady_clock::now();
    }
    [[nodiscard]] std::chrono::system_clock::time_point wall() const override {
        return std::chrono::system_clock::now();
    }
    void wait(const tenon::Limits&) override {}
};

class NoChance final : public tenon::world::Chance {
  public:
    double fraction() override { return 0; }
    std::string uuid() override { return "00000000-0000-4000-8000-000000000000"; }
};

class NoHttp final : public tenon::Http {
  public:
    tenon::Result<tenon::HttpResponse> send(const tenon::HttpRequest&,
                                            const tenon::Limits&) override {
        return tenon::HttpResponse{200, "OK", {}, "", false};
    }
};

class NoSteps final : public tenon::world::Steps {
  public:
    [[nodiscard]] const tenon::world::StepDescription* find(std::string_view) const override {
        return nullptr;
    }
    [[nodiscard]] std::vector<std::string> names() const override { return {}; }
    std::optional<tenon::Error> ready(const tenon::world::StepDescription&) override { return {}; }
    tenon::Result<tenon::Value> call(const tenon::world::StepDescription&,
                                     const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

class NoSecrets final : public tenon::world::SecretSource {
  public:
    tenon::Result<tenon::Value> find(const std::string&) override { return tenon::Value(); }
};

class NoObserver final : public tenon::world::Observer {
  public:
    void on(const tenon::world::Event&) override {}
};

struct QuietWorld {
    NoHttp http;
    NoSteps steps;
    NoSecrets secrets;
    QuietClock clock;
    NoChance chance;
    tenon::world::NoJournal journal;
    NoObserver observer;
    tenon::world::Redactor redactor;

    tenon::Result<tenon::Value> run(const tenon::run::Workflow& workflow,
                                    const tenon::Value& input) {
        tenon::world::World world{
            {http, steps, clock, chance}, secrets, journal, observer, redactor};
        tenon::run::RunOptions options{.id = "bench", .input = input, .limits = {}};
        return workflow.run(world, options);
    }
};

}  // namespace bench
