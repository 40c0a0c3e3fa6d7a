// SPDX-License-Identifier: Apache-2.0
#include "cli/run_check.h"

#include <algorithm>
#include <iostream>
#include <set>

#include "cli/exit_code.h"
#include "cli/got.h"
#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

using world::Checked;

constexpr std::size_t kMostTold = 20;

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string lineOf(const Checked::Fault& fault) {
    if (fault.run.empty() && !fault.position.empty())
        return "journal.db: the record of " + fault.position + " belongs to no run";
    if (fault.run.empty()) return "journal.db: " + fault.what;
    return fault.run + ": " + (fault.position.empty() ? "its " : "the ") + fault.what +
           (fault.position.empty() ? "" : " of " + fault.position) + " cannot be read as written";
}

std::string textOf(const Checked& found) {
    const auto all = counted(found.runs, "run") + " with " + counted(found.records, "record");
    if (found.faults.empty()) return all + ": all of it can be read as it was written.\n";
    std::string out;
    std::set<std::string> runs;
    for (std::size_t i = 0; i < found.faults.size(); ++i) {
        const auto& fault = found.faults[i];
        if (!fault.run.empty()) runs.insert(fault.run);
        if (i < kMostTold) out += "  " + oneLine(lineOf(fault)) + "\n";
    }
    if (found.faults.size() > kMostTold)
        out += "  … and " + std::to_string(found.faults.size() - kMostTold) + " more\n";
    return out + all + ": " + counted(found.faults.size(), "fault") +
           (runs.empty() ? "" : ", in " + counted(runs.size(), "run")) +
           ". Put back a copy of the folder; where there is none, look on the remote side for what "
           "these runs did before they are begun anew.\n";
}

Value jsonOf(const Checked& found) {
    const auto named = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
    Array faults;
    for (const auto& fault : found.faults)
        faults.emplace_back(Object{
            {"run", named(fault.run)}, {"position", named(fault.position)}, {"what", fault.what}});
    return Object{{"runs", static_cast<std::int64_t>(found.runs)},
                  {"records", static_cast<std::int64_t>(found.records)},
                  {"sound", faults.empty()},
                  {"faults", std::move(faults)}};
}

}  // namespace

int checkRuns(world::State& state, bool asJson) {
    const auto found = got(state.check());
    std::cout << (asJson ? printableJson(json::pretty(jsonOf(found))) + "\n" : textOf(found));
    return found.faults.empty() ? kOk : kNotKept;
}

}  // namespace tenon::cli
