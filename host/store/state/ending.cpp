// SPDX-License-Identifier: Apache-2.0
#include "store/state/ending.h"

#include "store/state/run_head.h"
#include "store/state/schema.h"

namespace tenon::store {
namespace {

// So many runs in one transaction: others write in between.
constexpr std::int64_t kPruned = 100;

std::optional<Error> stop(Folder& folder, Database& database, const std::string& id, bool undoes) {
    const auto run = headOf(database, folder, id);
    if (run.state == RunState::cancelled) return std::nullopt;
    if (isFinished(run.state))
        return makeError(
            ErrorKind::configuration, "finished",
            "The run " + id + " is finished: " + name(run.state) + ". There is nothing to cancel.");
    // Its driver finds the request; where there is none, holding the fence there will be none.
    if (undoes || !folder.locks().take(run.number)) {
        Query(database, "UPDATE run SET stop = 1 WHERE run = ?").number(run.number).run();
        return std::nullopt;
    }
    try {
        Query open(database,
                   "SELECT 1 FROM step WHERE step.run = ? AND " TENON_IS_UNKNOWN " LIMIT 1");
        const auto end = open.number(run.number).next() ? RunState::unknown : RunState::cancelled;
        Query(database,
              "UPDATE run SET stop = 1, state = ?, epoch = epoch + 1, changed = max(changed, ?) "
              "WHERE run = ?")
            .number(static_cast<std::int64_t>(end))
            .number(folder.now())
            .number(run.number)
            .run();
    } catch (...) {
        folder.locks().free(run.number);
        throw;
    }
    folder.locks().free(run.number);
    return std::nullopt;
}

// The runs after `from` that may go, a few; `from` becomes the last that was looked at.
std::vector<std::int64_t> oldRuns(Folder& folder, Database& database, std::int64_t before,
                                  std::int64_t& from) {
    Query query(database,
                "SELECT run FROM run WHERE state IN (3, 4, 5) AND changed < ? AND run > ? "
                "AND NOT EXISTS (SELECT 1 FROM step WHERE step.run = run.run AND " TENON_IS_UNKNOWN
                ") ORDER BY run LIMIT ?");
    query.number(before).number(from).number(kPruned);
    std::vector<std::int64_t> runs;
    while (query.next()) {
        from = query.numberAt(0);
        if (!folder.locks().taken(from)) runs.push_back(from);
    }
    return runs;
}

}  // namespace

// The fence is free again before this is on disk: a driver that comes in between waits for the
// writer, and then finds the run cancelled.
void cancelRun(Folder& folder, const std::string& id, bool undoes) {
    auto problem = folder.writer().write(
        [&](Database& database) { return stop(folder, database, id, undoes); });
    if (problem) throw StepError(*std::move(problem));
}

std::size_t pruneRuns(Folder& folder, std::int64_t before) {
    std::size_t removed = 0;
    std::int64_t from = 0;
    for (bool more = true; more;) {
        std::vector<std::int64_t> gone;
        auto last = from;
        auto problem = folder.writer().write([&](Database& database) -> std::optional<Error> {
            last = from;
            gone = oldRuns(folder, database, before, last);
            for (const auto run : gone) {
                Query(database, "DELETE FROM step WHERE run = ?").number(run).run();
                Query(database, "DELETE FROM run WHERE run = ?").number(run).run();
            }
            return std::nullopt;
        });
        if (problem) throw StepError(*std::move(problem));
        more = last != from;
        from = last;
        removed += gone.size();
    }
    auto problem = folder.writer().write([](Database& database) {
        database.run("DELETE FROM text WHERE digest NOT IN (SELECT manifest FROM run)");
        return std::optional<Error>();
    });
    if (problem) throw StepError(*std::move(problem));
    return removed;
}

}  // namespace tenon::store
