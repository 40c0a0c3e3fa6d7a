// SPDX-License-Identifier: Apache-2.0
// Runs that outlive their process, as ports: whoever keeps them implements these.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"
#include "world/document.h"
#include "world/journal.h"

namespace tenon::world {

// The numbers are in journals: none ever changes its meaning. A run that is `running` and driven by
// nobody was interrupted.
enum class RunState : std::uint8_t {
    running = 1,
    waiting = 2,    // left to be gone on with later
    completed = 3,  // from here on: finished, nobody goes on with it
    faulted = 4,
    cancelled = 5,
    unknown = 6,  // ended where nobody knows whether an act was done: needs a person
};

// The state in a word: "running", "waiting", …
constexpr const char* name(RunState state) {
    switch (state) {
        case RunState::running:
            return "running";
        case RunState::waiting:
            return "waiting";
        case RunState::completed:
            return "completed";
        case RunState::faulted:
            return "faulted";
        case RunState::cancelled:
            return "cancelled";
        case RunState::unknown:
            return "unknown";
    }
    return "unknown";
}

// Has it ended, so that nobody goes on with it?
constexpr bool isFinished(RunState state) {
    return state != RunState::running && state != RunState::waiting;
}

// What a new run takes over of an earlier one in the same folder, as if it had been answered
// itself: it keeps to it, and undoes nothing of it.
struct TakenOver {
    std::string run;                  // none where this is empty
    std::vector<std::int64_t> steps;  // the numbers of records that have ended
};

struct NewRun {
    std::string id;  // [A-Za-z0-9._-]{1,64}, once in a folder
    std::string manifestPath;
    Document document;
    std::string manifestText;
    Value pins{};  // what the run keeps to, whatever changes around it: options, versions
    Value input{};
    std::chrono::system_clock::time_point begun{};
    // The rest is for State::begin only.
    TakenOver from{};
    // Does not wait for the disk: the first act of the run does, and there it is found if the
    // name was taken in the same moment.
    bool lazily = false;
};

struct RunRow {
    std::int64_t number = 0;  // grows with each new run; the place to go on listing from
    std::string id;
    Document document;
    std::string manifestPath;
    RunState state = RunState::running;
    bool driven = false;      // by some process, now
    bool stopAsked = false;   // see State::cancel
    std::int64_t driver = 0;  // pid of who drives it, or did last
    std::chrono::system_clock::time_point begun, changed;
    std::string position, action;  // of the last record; empty where there is none
    std::size_t acts = 0;
    std::size_t unknown = 0;  // acts of which nobody knows whether they were done
};

struct StepRow {
    std::int64_t number = 0;  // grows with each record; the place to go on listing from
    std::string position;
    Asking kind = Asking::look;
    std::string action;
    bool ended = false;
    bool taken = false;                                     // over from an earlier run
    std::chrono::system_clock::time_point asked, answered;  // the latter where it ended
    Answer answer{Value()};                                 // the same
};

// What a look at all that is kept found.
struct Checked {
    struct Fault {
        std::string run;       // its name; empty: of the journal itself
        std::string position;  // of one of its records; else empty
        std::string what;      // that is damaged: "input", "answer", or what SQLite says
    };
    std::size_t runs = 0, records = 0;
    std::vector<Fault> faults{};
};

// One run, driven: nobody else drives it while this is there, on this machine. Any thread.
class RunJournal : public Journal {
  public:
    [[nodiscard]] virtual const std::string& id() const = 0;
    // The run's own, by chance: no other run anywhere has it, whatever its id.
    [[nodiscard]] virtual const std::string& key() const = 0;
    [[nodiscard]] virtual const Value& input() const = 0;
    [[nodiscard]] virtual const Value& pins() const = 0;
    [[nodiscard]] virtual const std::string& manifestText() const = 0;
    // Was the run asked to stop (State::cancel)? Looks into the folder: not for an inner loop.
    [[nodiscard]] virtual bool stopAsked() = 0;
    // The last word of this life: with `waiting` or `running` the run can be resumed later. Returns
    // when it is on disk, with everything before it; throws Leave where it cannot be kept.
    virtual void end(RunState state, const Result<Value>& outcome) = 0;
};

// The runs of one folder. Any thread. Outlives its RunJournals. The texts of all Errors are whole
// sentences; their kind is `configuration` where no other is named.
class State {
  public:
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    virtual ~State() = default;

    // A new run, on disk when this returns, unless it begins lazily. Errors: title "taken" where
    // the id is, "id" where it is none.
    virtual Result<std::unique_ptr<RunJournal>> begin(const NewRun& run) = 0;
    // Goes on with a run. Errors: "missing", "driven" (by which process), "finished" (how).
    virtual Result<std::unique_ptr<RunJournal>> resume(const std::string& id) = 0;

    // `most` runs (1,000 at most), the newest first, older than the one of that number (0: from the
    // newest).
    virtual Result<std::vector<RunRow>> list(std::int64_t after, std::size_t most) = 0;
    virtual Result<RunRow> find(const std::string& id) = 0;
    // What a run was begun with. Errors: "missing".
    virtual Result<NewRun> given(const std::string& id) = 0;
    // How it ended; null where it did not. Secrets are in it as such.
    virtual Result<Answer> outcome(const std::string& id) = 0;
    // `most` records (1,000 at most) of a run in their order, from beyond the one of that number
    // (0: the first).
    virtual Result<std::vector<StepRow>> steps(const std::string& id, std::int64_t after,
                                               std::size_t most) = 0;

    // Looks at all that is kept: can it be read, and is it what was written? Takes its time.
    virtual Result<Checked> check() = 0;

    // Asks the driver of a run to stop (RunJournal::stopAsked); one that nobody drives is cancelled
    // at once, or, where it `undoes` what it made, by its next life. Asking twice changes nothing.
    // Errors: "missing", "finished" in another way.
    virtual std::optional<Error> cancel(const std::string& id, bool undoes) = 0;
    // Seals what is kept under the key of this file from now on; all at once, or nothing. Processes
    // that have the folder open begin no further runs. Only where the folder is sealed. This object
    // is of no further use after that.
    virtual std::optional<Error> changeKey(const std::string& keyFile) = 0;
    // Removes runs that are finished and did not change since; gives how many. Never one with an
    // act whose outcome is unknown.
    virtual Result<std::size_t> prune(std::chrono::system_clock::time_point before) = 0;
};

}  // namespace tenon::world
