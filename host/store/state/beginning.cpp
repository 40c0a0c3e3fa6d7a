// SPDX-License-Identifier: Apache-2.0
#include "store/state/beginning.h"

#include <unistd.h>

#include "store/codec.h"
#include "store/state/faults.h"
#include "store/state/run_head.h"

namespace tenon::store {
namespace {

constexpr std::string_view kIdCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

// It may hold anything, and is shown to a person.
void checkId(const std::string& id) {
    if (!id.empty() && id.size() <= 64 && id.find_first_not_of(kIdCharacters) == id.npos) return;
    throw StepError(
        stateError("id",
                   "The name of a run is 1 to 64 of the characters A-Z, a-z, 0-9, \".\", "
                   "\"_\" and \"-\"; the one that was given is not. Choose another."));
}

Error driven(Folder& folder, const RunHead& run) {
    const bool here = run.driver == ::getpid();
    return stateError("driven",
                      "The run " + run.id + " in " + folder.name() + " is driven by " +
                          (here ? "this process already"
                                : "another process (" + std::to_string(run.driver) + ")") +
                          ". Wait for its end, or cancel it.");
}

Error finished(const RunHead& run) {
    return stateError("finished",
                      "The run " + run.id + " is finished: " + name(run.state) +
                          ". Only one that was interrupted or that waits can be gone on "
                          "with; begin a new one.");
}

// Frees a run's fence, unless it was handed on.
class Fence {
  public:
    explicit Fence(Locks& locks) : locks_(locks) {}
    ~Fence() {
        if (run_) locks_.free(run_);
    }
    Fence(const Fence&) = delete;
    Fence& operator=(const Fence&) = delete;

    bool take(std::int64_t run) {
        if (!locks_.take(run)) return false;
        run_ = run;
        return true;
    }
    void handOn() { run_ = 0; }

  private:
    Locks& locks_;
    std::int64_t run_ = 0;
};

// What a new run is to keep, closed.
struct Closed {
    std::string head, pins, input, key;
};

std::optional<Error> taken(Folder& folder, Database& database, const std::string& id) {
    Query known(database, "SELECT 1 FROM run WHERE id = ?");
    if (!known.text(id).next()) return std::nullopt;
    return stateError("taken", "There is a run " + id + " in " + folder.name() +
                                   " already. Resume it, or choose another name.");
}

std::optional<Error> insert(Folder& folder, Database& database, const NewRun& run,
                            const RunSeal& seal, const Closed& closed) {
    if (auto refused = taken(folder, database, run.id)) return refused;
    if (auto refused = folder.refuseMixed(database)) return refused;
    Query query(database,
                "INSERT INTO run (id, uuid, state, begun, changed, epoch, driver, stop, manifest, "
                "head, pins, input, key) VALUES (?, ?, ?, ?, ?, 1, ?, 0, ?, ?, ?, ?, ?)");
    query.text(run.id).blob(seal.uuid()).number(static_cast<std::int64_t>(RunState::running));
    query.number(millis(run.begun)).number(folder.now()).number(::getpid());
    query.blob(folder.keepText(database, run.manifestText));
    query.blob(closed.head).blob(closed.pins).blob(closed.input);
    if (closed.key.empty()) {
        query.null();
    } else {
        query.blob(closed.key);
    }
    query.run();
    return std::nullopt;
}

// The records that it takes over, closed for it.
void takeOver(Folder& folder, Database& database, const world::TakenOver& from, std::int64_t number,
              const RunSeal& seal) {
    if (from.run.empty()) return;
    const auto there = sealOf(folder, headOf(database, folder, from.run));
    for (const auto step : from.steps) {
        Query old(database,
                  "SELECT position, kind, what, action, asked, answered, done, answer FROM step "
                  "WHERE step = ? AND state > 1");
        if (!old.number(step).next())  // what is not taken over would be done again
            throw StepError(stateError("missing", "The run " + from.run + " in " + folder.name() +
                                                      " has changed since it was looked at. Begin "
                                                      "the new one again."));
        const auto position = old.bytesAt(0);
        const auto closed = [&](const char* column, int at) {
            return seal.close(column, position,
                              there.open(column, position, old.bytesAt(at)).value());
        };
        Query query(database,
                    "INSERT INTO step (run, position, kind, state, what, action, asked, answered, "
                    "done, answer) VALUES (?, ?, ?, 3, ?, ?, ?, ?, ?, ?)");
        query.number(number).text(position).number(old.numberAt(1)).blob(old.bytesAt(2));
        query.blob(closed("step.action", 3)).number(old.numberAt(4)).number(old.numberAt(5));
        old.isNull(6) ? query.null() : query.number(old.numberAt(6));
        query.blob(closed("step.answer", 7)).run();
    }
}

Value opened(const RunSeal& seal, std::string_view column, const std::string& record) {
    return decodeValue(seal.open(column, "", record).value()).value();
}

Pinned pinnedOf(const Folder& folder, Database& database, const RunHead& run, const RunSeal& seal) {
    Pinned pinned;
    Query query(database, "SELECT pins, input, manifest FROM run WHERE run = ?");
    if (!query.number(run.number).next()) return pinned;
    pinned.pins = opened(seal, "run.pins", query.bytesAt(0));
    pinned.input = opened(seal, "run.input", query.bytesAt(1));
    pinned.manifestText = folder.keptText(database, query.bytesAt(2)).value();
    return pinned;
}

// A new run, its fence held. Taken before anybody can see the run; the writer may do this twice.
std::optional<Error> write(Folder& folder, Database& database, const NewRun& run,
                           const Closed& closed, Life& life) {
    if (const auto before = life.number.exchange(0)) folder.locks().free(before);
    if (auto refused = insert(folder, database, run, life.seal, closed)) return refused;
    const auto number = database.lastRow();
    takeOver(folder, database, run.from, number, life.seal);
    if (!folder.locks().take(number))
        return stateError("state folder", "The lock of a new run in " + folder.name() +
                                              " is held by another program. Begin it again.");
    life.number = number;
    return std::nullopt;
}

}  // namespace

std::unique_ptr<RunJournal> beginRun(Folder& folder, const NewRun& run) {
    checkId(run.id);
    auto seal = RunSeal::fresh(folder.master());
    if (!run.from.run.empty())
        folder.read([&](Database& database) {
            const auto there = sealOf(folder, headOf(database, folder, run.from.run));
            std::vector<std::string> earlier{run.from.run};
            earlier.insert(earlier.end(), there.earlier().begin(), there.earlier().end());
            seal.keepTo(std::string(there.digestKey()), std::move(earlier));
        });
    const Closed closed{closeHead(seal, run), seal.close("run.pins", "", encode(run.pins)),
                        seal.close("run.input", "", encode(run.input)),
                        seal.wrappedKey(folder.master())};
    Pinned pinned{decodeValue(encode(run.input)).value(), decodeValue(encode(run.pins)).value(),
                  run.manifestText};
    auto life = std::make_shared<Life>(0, 1, run.id, std::move(seal));
    auto work = [&folder, run, closed, life](Database& database) {
        auto refused = write(folder, database, run, closed, *life);
        // Before what the run says next, which may be in the same transaction.
        if (refused) life->lose(*refused);
        return refused;
    };
    auto problem =
        run.lazily
            ? folder.read([&](Database& database) { return taken(folder, database, run.id); })
            : folder.writer().write(work);
    const auto unbegun = [&folder, life](const Error& why) {
        if (const auto number = life->number.exchange(0)) folder.locks().free(number);
        life->lose(why);
    };
    if (problem) {
        unbegun(*problem);
        throw StepError(*std::move(problem));
    }
    if (run.lazily) folder.writer().later(std::move(work), unbegun);
    auto kept = std::make_unique<KeptRun>(folder, std::move(life), std::move(pinned));
    if (!run.from.run.empty()) kept->load();
    return kept;
}

NewRun givenOf(Folder& folder, const std::string& id) {
    return folder.read([&](Database& database) {
        const auto run = headOf(database, folder, id);
        const auto seal = sealOf(folder, run);
        auto pinned = pinnedOf(folder, database, run, seal);
        RunRow row;
        openHead(seal, run.head, row);
        return NewRun{.id = run.id,
                      .manifestPath = row.manifestPath,
                      .document = row.document,
                      .manifestText = std::move(pinned.manifestText),
                      .pins = std::move(pinned.pins),
                      .input = std::move(pinned.input),
                      .begun = timeOf(run.begun),
                      .from = {}};
    });
}

std::unique_ptr<RunJournal> resumeRun(Folder& folder, const std::string& id) {
    Fence fence(folder.locks());
    const auto seen = folder.read([&](Database& database) { return headOf(database, folder, id); });
    if (isFinished(seen.state)) throw StepError(finished(seen));
    if (!fence.take(seen.number)) throw StepError(driven(folder, seen));
    auto seal = sealOf(folder, seen);
    auto pinned =
        folder.read([&](Database& database) { return pinnedOf(folder, database, seen, seal); });
    // Whoever drove it may have ended it, or cancelled it, since it was seen.
    std::int64_t epoch = 0;
    auto problem = folder.writer().write([&](Database& database) -> std::optional<Error> {
        const auto now = headOf(database, folder, id);
        if (isFinished(now.state)) return finished(now);
        epoch = now.epoch + 1;
        Query(database,
              "UPDATE run SET epoch = ?, driver = ?, state = ?, changed = max(changed, ?) "
              "WHERE run = ?")
            .number(epoch)
            .number(::getpid())
            .number(static_cast<std::int64_t>(RunState::running))
            .number(folder.now())
            .number(now.number)
            .run();
        return std::nullopt;
    });
    if (problem) throw StepError(*std::move(problem));
    auto life = std::make_shared<Life>(seen.number, epoch, id, std::move(seal));
    auto kept = std::make_unique<KeptRun>(folder, std::move(life), std::move(pinned));
    fence.handOn();
    kept->load();
    return kept;
}

}  // namespace tenon::store
