// SPDX-License-Identifier: Apache-2.0
// The world as the engine sees it. Adapters implement these; the engine includes none of them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/context.h"
#include "tenon/error.h"
#include "tenon/http.h"
#include "tenon/value.h"
#include "world/event.h"
#include "world/journal.h"

namespace tenon::world {

class Redactor;
struct Fetched;

class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual std::chrono::steady_clock::time_point now() const = 0;
    [[nodiscard]] virtual std::chrono::system_clock::time_point wall() const = 0;
    // Returns at the deadline or when `stop` is requested, whichever comes first. Any thread.
    virtual void wait(const Limits& until) = 0;
};

// What nobody can foresee. Any thread.
class Chance {
  public:
    virtual ~Chance() = default;
    // From 0 to 1, without 1.
    virtual double fraction() = 0;
    // A random UUID.
    virtual std::string uuid() = 0;
};

// What is known of a step before any of its code is loaded.
struct StepDescription {
    std::string name;
    std::string version;
    std::string summary;
    std::string plugin;
    Value inputs{};           // JSON Schema; null if the step is not typed
    Value outputs{};          // the same
    bool idempotent = false;  // does the same call twice come to the same as once?
    bool once = false;        // does it look for what it made before it makes it again?
};

// The catalog. Any thread may call a step, any number at once.
class Steps {
  public:
    virtual ~Steps() = default;
    // nullptr if there is none of that name.
    [[nodiscard]] virtual const StepDescription* find(std::string_view name) const = 0;
    [[nodiscard]] virtual std::vector<std::string> names() const = 0;
    // Loads the step's code if it is not; what is wrong with it, if anything is.
    virtual std::optional<Error> ready(const StepDescription& step) = 0;
    // Never throws, whatever the step's code does.
    virtual Result<Value> call(const StepDescription& step, const Value& inputs,
                               Context& context) = 0;
};

// Where `use.secrets` get their values: sealed (sealed.h), so that each is a Secret from the moment
// it enters. The Error of a missing one says how to give it.
class SecretSource {
  public:
    virtual ~SecretSource() = default;
    virtual Result<Value> find(const std::string& name) = 0;
};

// A command for the shell of the machine, with everything that it gets.
struct ShellCommand {
    std::string command;
    std::vector<std::string> arguments{};  // $1, $2, …
    std::string input{};                   // on its standard input
    std::vector<std::pair<std::string, std::string>> environment{};
};

struct ShellEnd {
    int code = 0;         // 128 + the signal where one ended it
    bool killed = false;  // by a signal that was none of ours
    std::string out;
    std::string err;
};

// Runs commands on this machine. Any thread.
class Shell {
  public:
    virtual ~Shell() = default;
    // The Error of a command that was given up says, as `done`, that it may have acted; `came` is
    // what it had written.
    virtual Result<ShellEnd> run(const ShellCommand& command, const Limits& limits,
                                 ShellEnd& came) = 0;
};

// Told every event, one at a time, in the order of their numbers.
class Observer {
  public:
    virtual ~Observer() = default;
    virtual void on(const Event& event) = 0;
};

// The folder of the manifest. Any thread.
class Files {
  public:
    virtual ~Files() = default;
    // The whole text of a file in it or below it. The Error says why there is none.
    virtual Result<std::string> read(const std::string& path) = 0;
    // The names of the files in it beside the manifest, in their order.
    [[nodiscard]] virtual std::vector<std::string> others() const = 0;
};

// What all runs of a process share. Outlives them.
struct Process {
    Http& http;
    Steps& steps;
    Clock& clock;
    Chance& chance;
    Shell* shell = nullptr;      // where manifests may run commands
    Fetched* fetched = nullptr;  // where runs share what they fetched
};

// Everything that a run needs: the process, and what is the run's own. Outlives it.
struct World : Process {
    SecretSource& secrets;
    Journal& journal;
    Observer& observer;
    Redactor& redactor;
    Files* files = nullptr;  // where a manifest has a folder
};

}  // namespace tenon::world
