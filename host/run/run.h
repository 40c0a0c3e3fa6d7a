// SPDX-License-Identifier: Apache-2.0
// One run of a workflow: what its tasks share.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "run/acts.h"
#include "run/confiding.h"
#include "run/names.h"
#include "run/places.h"
#include "run/undoings.h"
#include "schema/schema.h"
#include "tenon/once.h"
#include "world/fetched.h"
#include "world/plain_http.h"
#include "world/ports.h"
#include "world/position.h"

namespace tenon::run {

// How one run is to go.
struct RunOptions {
    std::string id;  // tells this run from every other
    Value input;
    Limits limits;
    // What idempotency keys begin with: by chance, and no person's. Empty: the id.
    std::string key{};
    // Asks to rest: what was begun is ended and recorded, nothing more is begun, and Leave is
    // thrown. For a run that can be gone on with.
    std::stop_token rest{};
    std::chrono::seconds requestTimeout{120};  // for one request
    world::PlainHttp plainHttp{};              // what steps are told; the client sees to it
    Acts* acts = nullptr;  // where what the run did is to be found when it has ended, if anywhere
};

// One run: shared by all its frames. Threads of a fork share it too.
class Run {
  public:
    // `outer`: the run that this one is a task of.
    Run(World& world, const RunOptions& options, Document document, const Places& places,
        Value secrets, Run* outer = nullptr)
        : world(world),
          options(options),
          document(std::move(document)),
          places(places),
          secrets(std::move(secrets)),
          nesting(outer ? outer->nesting + 1 : 0),
          outermost(outer ? outer->outermost : *this),
          fetched(outer           ? outer->fetched
                  : world.fetched ? *world.fetched
                                  : ownFetched_),
          acts(outer          ? outer->acts
               : options.acts ? *options.acts
                              : ownActs_),
          outer_(outer) {}

    World& world;
    const RunOptions options;
    const Document document;
    const Places& places;  // in its manifest
    Value workflow{};      // $workflow; set before the first task
    const Value secrets;   // $secrets
    const int nesting;     // how many runs are round it
    Run& outermost;
    world::Fetched& fetched;              // of the process, or of the outermost run
    Acts& acts;                           // of the outermost run
    Confiding confidant{world.redactor};  // of its expressions
    Shared<schema::Schema> schemas;       // from outside the manifest
    Shared<Value> documents;              // that calls are described in, parsed
    Undoings undoings;                    // of the outermost run

    // Numbers the event, takes the secrets out of its texts, and tells the observer.
    void tell(Event event);
    // Everything that a run learns from outside comes through here: from the journal if it was
    // asked before, else by the question, and then recorded. Secrets in `what`, which goes out, and
    // in what comes in are hidden from now on.
    Result<Value> ask(const std::string& position, const Value& what,
                      const std::function<Result<Value>()>& question);
    // The same for what must not be done twice: it is kept for the whole run. What comes back and
    // fits into no result, the question leaves in `raw`.
    using Doing = std::function<Result<Value>(Value& raw)>;
    Result<Value> act(const Act& act, const Value& what, const Doing& doing);
    // The same for who looks for what he did before he does it again (tenon/once.h), and is asked
    // again in a later life of the run. What he does is recorded by part().
    Result<Value> remake(const Act& act, const Value& what, const Doing& doing);
    Result<Value> part(const Act& act, const Value& what,
                       const std::function<Result<Value>()>& doing);
    // What is known of an act's parts, over all its attempts.
    [[nodiscard]] Past past(const Act& act) const;
    // What the task at this position did was taken back, and may be done again.
    void forget(std::string_view position);
    // A run inside this one, which is over; an undoing may still need it.
    void keep(std::unique_ptr<Run> inner);
    // An act of an earlier life, on a way that is not gone again.
    void know(const world::Journal::Earlier& act);
    // What the engine decides by time or chance: as it was decided in an earlier life of the run,
    // or as `decide` does now. `told`: see world::Question.
    Value choose(const std::string& position, const std::function<Value()>& decide,
                 bool told = false);
    // The moment so long after now, or after the moment at which an earlier life asked.
    std::chrono::steady_clock::time_point after(std::chrono::milliseconds time,
                                                const std::string& position);
    // When what is at this position began; recorded if it is `kept`, for nobody may ask.
    std::chrono::system_clock::time_point startedAt(bool kept, const std::string& position);
    // Waits; nothing if the time came, else why it was given up. Leaves the run where it is to
    // rest, if it may.
    [[nodiscard]] std::optional<Error> wait(std::chrono::steady_clock::time_point until,
                                            const Limits& limits, bool mayRest = true) const;
    // So much of the run happens for the first time: grows with each question that is really asked.
    [[nodiscard]] std::size_t fresh() const { return outermost.fresh_; }
    // Is this position, or something inside it, still to be gone through again?
    [[nodiscard]] bool known(std::string_view position) const {
        return world.journal.replaying(position);
    }
    // Lets all branches rest: one of them has left the run.
    void rest() { outermost.resting_.request_stop(); }
    // Is the time up for what is at this position? What was in time in an earlier life of the run
    // is in time again, and what was late is late again.
    bool late(const Limits& limits, const std::string& position);
    // Is it stopped? What was gone through in an earlier life is gone through again.
    [[nodiscard]] bool stopped(const Limits& limits, std::string_view position) const {
        return limits.stop.stop_requested() && !replaying(position);
    }
    // When one request that begins now is to be given up.
    [[nodiscard]] Limits requestLimits(const Limits& task) const;

  private:
    [[nodiscard]] bool replaying(std::string_view position) const {
        return world.journal.replaying(branchOf(position));
    }
    // Nothing more is to be begun: throws Leave, unless it was begun in an earlier life.
    void mayLeave(const std::string& position) const;
    // The answer, from the journal or by asking now. Secrets in what goes out and in what comes in
    // are hidden from now on.
    world::Answer answered(const world::Question& question,
                           const std::function<world::Answer()>& ask);
    void learnPast(const std::string& key, const Result<Value>& part);

    Acts ownActs_;
    world::Fetched ownFetched_;
    Run* const outer_;
    std::stop_source resting_;  // of the outermost, as what follows
    std::atomic<std::size_t> fresh_{0};
    std::mutex mutex_;
    std::uint64_t events_ = 0;
    mutable std::mutex pastMutex_;
    std::map<std::string, Past> past_;  // by the acts' keys
    std::map<std::string, std::size_t>
        parts_;  // of those that run: how many were begun, by position
    std::vector<std::unique_ptr<Run>> inner_;  // that are over
};

}  // namespace tenon::run
