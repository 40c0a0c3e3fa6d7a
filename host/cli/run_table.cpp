// SPDX-License-Identifier: Apache-2.0
#include "cli/run_table.h"

#include <algorithm>

#include "cli/printable.h"
#include "text/rfc3339.h"

namespace tenon::cli {
namespace {

using Row = std::vector<std::string>;

// Where it stands; of one that has ended, nowhere.
std::string taskOf(const world::RunRow& run) {
    return world::isFinished(run.state) ? "" : std::string(world::taskOf(run.position));
}

Row rowOf(const world::RunRow& run, const std::string& needs) {
    const auto task = taskOf(run);
    return {run.id,
            stateWord(run),
            text::rfc3339(run.changed),
            task.empty() ? "" : attemptIn(task),
            run.document.name + " " + run.document.version,
            task + (task.empty() || needs.empty() ? "" : ", ") + needs};
}

std::string line(const Row& row, const std::vector<std::size_t>& widths) {
    std::string out;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) out += padded(row[i], widths[i] + 2);
    out = oneLine(out + row.back());
    return out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
}

}  // namespace

std::string stateWord(const world::RunRow& run) {
    if (!world::isFinished(run.state) && !run.driven && run.stopAsked) return "to undo";
    if (run.state != world::RunState::running) return world::name(run.state);
    return !run.driven ? "interrupted" : run.stopAsked ? "stopping" : "running";
}

std::string attemptIn(const std::string& position) {
    constexpr std::string_view begin = "/try#";
    const auto at = position.rfind(begin);
    if (at == position.npos) return "1";
    const auto from = at + begin.size();
    return position.substr(from, position.find('/', from) - from);
}

std::string runTable(const std::vector<world::RunRow>& runs,
                     const std::vector<std::string>& needs) {
    std::vector<Row> rows{{"RUN", "STATE", "SINCE", "ATTEMPT", "WORKFLOW", "TASK"}};
    for (std::size_t i = 0; i < runs.size(); ++i) rows.push_back(rowOf(runs[i], needs[i]));
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    std::string out;
    for (const auto& row : rows) out += line(row, widths);
    return out;
}

Value describedRun(const world::RunRow& run) {
    const auto task = taskOf(run);
    return Object{
        {"run", run.id},
        {"state", stateWord(run)},
        {"workflow", Object{{"namespace", run.document.space},
                            {"name", run.document.name},
                            {"version", run.document.version}}},
        {"manifest", run.manifestPath},
        {"begun", text::rfc3339(run.begun)},
        {"since", text::rfc3339(run.changed)},
        {"task", task.empty() ? Value() : Value(task)},
        {"attempt", task.empty() ? Value() : Value(std::int64_t{std::stoll(attemptIn(task))})},
        {"acts", static_cast<std::int64_t>(run.acts)},
        {"unknown", static_cast<std::int64_t>(run.unknown)}};
}

}  // namespace tenon::cli
