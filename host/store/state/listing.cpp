// SPDX-License-Identifier: Apache-2.0
#include "store/state/listing.h"

#include <algorithm>

#include "store/codec.h"
#include "store/state/run_head.h"
#include "store/state/schema.h"

namespace tenon::store {
namespace {

// As many as one reading gives: it keeps the log from being begun anew.
constexpr std::size_t kPage = 1000;

void addLast(Database& database, const RunSeal& seal, RunRow& row) {
    Query query(database,
                "SELECT position, action, max(asked, coalesce(answered, 0)) FROM step "
                "WHERE step = (SELECT max(step) FROM step WHERE run = ?)");
    if (!query.number(row.number).next()) return;
    row.position = query.bytesAt(0);
    row.action = seal.open("step.action", row.position, query.bytesAt(1)).value();
    row.changed = std::max(row.changed, timeOf(query.numberAt(2)));
}

// Of a run that is driven, an act that is under way is no unknown one.
void addActs(Database& database, RunRow& row) {
    Query query(database,
                "SELECT count(*), total(state = 1 AND " TENON_IS_UNKNOWN
                "), total(done = 1 AND " TENON_IS_UNKNOWN ") FROM step WHERE run = ? AND kind = 1");
    if (!query.number(row.number).next()) return;
    row.acts = static_cast<std::size_t>(query.numberAt(0));
    row.unknown =
        static_cast<std::size_t>((row.driven ? 0 : query.numberAt(1)) + query.numberAt(2));
    if (row.state == RunState::unknown && row.unknown == 0) row.unknown = 1;
    if (row.state == RunState::completed) row.unknown = 0;  // a later attempt found it out
}

RunRow rowOf(Folder& folder, Database& database, const RunHead& run) {
    RunRow row;
    row.number = run.number;
    row.id = run.id;
    row.state = run.state;
    row.driven = folder.locks().taken(run.number);
    row.stopAsked = run.stopAsked;
    row.driver = run.driver;
    row.begun = timeOf(run.begun);
    row.changed = timeOf(run.changed);
    const auto seal = sealOf(folder, run);
    openHead(seal, run.head, row);
    addLast(database, seal, row);
    addActs(database, row);
    return row;
}

StepRow stepAt(const Query& query, const RunSeal& seal) {
    StepRow row;
    row.number = query.numberAt(0);
    row.position = query.bytesAt(1);
    row.kind = static_cast<world::Asking>(query.numberAt(2));
    row.ended = query.numberAt(3) > 1;
    row.taken = query.numberAt(3) == 3;
    row.action = seal.open("step.action", row.position, query.bytesAt(4)).value();
    row.asked = timeOf(query.numberAt(5));
    if (!row.ended) return row;
    row.answered = timeOf(query.numberAt(6));
    row.answer =
        decodeAnswer(seal.open("step.answer", row.position, query.bytesAt(7)).value()).value();
    return row;
}

}  // namespace

std::vector<RunRow> listRuns(Folder& folder, std::int64_t after, std::size_t most) {
    return folder.read([&](Database& database) {
        Query query(database, "SELECT " TENON_RUN_HEAD
                              " FROM run WHERE ? = 0 OR run < ? ORDER BY run DESC LIMIT ?");
        query.number(after).number(after).number(static_cast<std::int64_t>(std::min(most, kPage)));
        std::vector<RunRow> rows;
        while (query.next()) rows.push_back(rowOf(folder, database, headAt(query)));
        return rows;
    });
}

RunRow findRun(Folder& folder, const std::string& id) {
    return folder.read(
        [&](Database& database) { return rowOf(folder, database, headOf(database, folder, id)); });
}

world::Answer outcomeOf(Folder& folder, const std::string& id) {
    return folder.read([&](Database& database) -> world::Answer {
        const auto run = headOf(database, folder, id);
        Query query(database, "SELECT outcome FROM run WHERE run = ?");
        if (!query.number(run.number).next() || query.isNull(0)) return {Value()};
        return decodeAnswer(sealOf(folder, run).open("run.outcome", "", query.bytesAt(0)).value())
            .value();
    });
}

std::vector<StepRow> listSteps(Folder& folder, const std::string& id, std::int64_t after,
                               std::size_t most) {
    return folder.read([&](Database& database) {
        const auto run = headOf(database, folder, id);
        const auto seal = sealOf(folder, run);
        // The numbers alone are in the index of positions.
        Query query(database,
                    "SELECT step, position, kind, state, action, asked, answered, answer FROM step "
                    "WHERE step IN (SELECT step FROM step WHERE run = ? AND step > ? "
                    "ORDER BY step LIMIT ?) ORDER BY step");
        query.number(run.number)
            .number(after)
            .number(static_cast<std::int64_t>(std::min(most, kPage)));
        std::vector<StepRow> rows;
        while (query.next()) rows.push_back(stepAt(query, seal));
        return rows;
    });
}

}  // namespace tenon::store
