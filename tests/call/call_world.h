// SPDX-License-Identifier: Apache-2.0
// Calls as a manifest makes them, over real sockets to a server of the test.
#pragma once

#include <functional>
#include <string>

#include "fakes/fake_ports.h"
#include "net/client.h"
#include "run/workflow/workflow.h"
#include "script_server.h"
#include "world/redactor.h"

namespace calls {

// "HTTP/1.1 200 OK", the headers (each "Name: value") and the body.
std::string answer(const std::string& status, const std::string& body,
                   const std::vector<std::string>& headers = {});
std::string jsonAnswer(const std::string& body);

// Answers every request with what the function gives for it, and closes: no client keeps it busy.
class WebServer {
  public:
    explicit WebServer(std::function<std::string(const std::string&)> answers);

    // "http://localhost:PORT".
    [[nodiscard]] std::string url() const;
    // The requests so far, each as "GET /a?b=c" and the value of the header, if it has it.
    [[nodiscard]] std::string seen(const std::string& header = "Authorization") const;
    [[nodiscard]] const support::ScriptServer& script() const { return server_; }

  private:
    support::ScriptServer server_;
};

// The header's value in the request as it was sent; empty if it has none.
std::string headerOf(const std::string& request, const std::string& name);

// The time of this machine, and what the test adds. The hour is what the test adds to 1970.
class MovedClock final : public tenon::world::Clock {
  public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override;
    [[nodiscard]] std::chrono::system_clock::time_point wall() const override {
        return std::chrono::system_clock::time_point(std::chrono::seconds(passed_));
    }
    void wait(const tenon::Limits&) override {}  // whatever it is for, the time has come
    void pass(std::chrono::seconds time) { passed_ += time.count(); }

  private:
    std::atomic<std::int64_t> passed_ = 0;
};

class FixedChance final : public tenon::world::Chance {
  public:
    double fraction() override { return 0; }
    std::string uuid() override { return "0a4f113b-0000-4000-8000-000000000000"; }
};

class Unobserved final : public tenon::world::Observer {
  public:
    void on(const tenon::world::Event& event) override { texts += event.error.detail + event.text; }

    std::string texts;  // of all errors and log lines
};

// Faults of a manifest with these tasks, as "LINE:COLUMN: POINTER: TEXT" lines; `more` stands
// before `do`.
std::string faultsOf(const std::string& tasks, const std::string& more = "");

struct CallWorld {
    MovedClock clock;
    FixedChance chance;
    Unobserved observer;
    tenon::world::NoJournal forgetful;
    tenon::world::Journal* journal = &forgetful;
    fakes::FakeSteps steps;
    fakes::FakeSecrets secrets;
    tenon::world::Redactor redactor;
    tenon::net::HttpClient http{[] {
        tenon::net::ClientOptions options;
        options.environment = [](std::string_view) { return std::nullopt; };
        return options;
    }()};
    tenon::Value input;
    tenon::world::Fetched* fetched = nullptr;  // by the process

    // The output as JSON with its secrets masked, or the whole Error, as it is shown to the user;
    // the numbers of ports are PORT. `tasks`: what stands below `do:`, `more` before it.
    std::string run(const std::string& tasks, const std::string& more = "");
    CallWorld& given(const std::string& json);
};

// A text with every ":12345" behind this machine's name or address as ":PORT".
std::string withoutPorts(std::string text);

}  // namespace calls
