// SPDX-License-Identifier: Apache-2.0
#include "store/state/checking.h"

#include <map>

#include "store/codec.h"
#include "store/state/run_head.h"

namespace tenon::store {
namespace {

using world::Checked;

// As many rows as one reading looks at: it keeps the log from being begun anew.
constexpr std::int64_t kRuns = 100, kSteps = 500;

// SQLite's own look at its file. Contents that were changed in place it takes as they are.
void checkFile(Database& database, Checked& out) {
    Query query(database, "PRAGMA quick_check(20)");
    while (query.next())
        if (auto found = query.bytesAt(0); found != "ok") out.faults.push_back({"", "", found});
}

// What is kept of one run, each by its column.
class Records {
  public:
    Records(Checked& out, std::string run, const Result<RunSeal>& seal)
        : out_(out), run_(std::move(run)), seal_(seal) {}

    // `read`: from the plain bytes to what they are.
    template <class Read>
    void check(const std::string& column, const std::string& position, const std::string& record,
               const Read& read) {
        ++out_.records;
        const auto dot = column.find('.');
        const auto plain = seal_.value().open(column, position, record);
        if (!plain || !read(plain.value())) fault(column.substr(dot + 1), position);
    }
    void fault(const std::string& what, const std::string& position = "") {
        out_.faults.push_back({run_, position, what});
    }

  private:
    Checked& out_;
    const std::string run_;
    const Result<RunSeal>& seal_;
};

bool isValue(const std::string& bytes) { return decodeValue(bytes).ok(); }
bool isAnswer(const std::string& bytes) { return decodeAnswer(bytes).ok(); }
bool isText(const std::string&) { return true; }

bool isRunState(std::int64_t state) {
    return state >= static_cast<std::int64_t>(RunState::running) &&
           state <= static_cast<std::int64_t>(RunState::unknown);
}

// Gives the number of the last run that was looked at; 0 where there was none. `texts`: which of
// the manifests' texts open, by their digests.
std::int64_t checkRuns(Folder& folder, Database& database, std::int64_t after,
                       std::map<std::string, bool>& texts, Checked& out) {
    Query query(database, "SELECT " TENON_RUN_HEAD
                          ", pins, input, outcome, manifest FROM run WHERE run > ? ORDER BY run "
                          "LIMIT ?");
    query.number(after).number(kRuns);
    std::int64_t last = 0;
    while (query.next()) {
        const auto run = headAt(query);
        last = run.number;
        ++out.runs;
        const auto seal = RunSeal::kept(folder.master(), run.uuid, run.key);
        Records records(out, run.id, seal);
        if (!isRunState(query.numberAt(5))) records.fault("state");
        const auto manifest = query.bytesAt(14);
        if (!texts.contains(manifest)) texts[manifest] = folder.keptText(database, manifest).ok();
        if (!texts[manifest]) records.fault("manifest");
        if (!seal) {
            records.fault("key");
            continue;
        }
        records.check("run.head", "", run.head, isValue);
        records.check("run.pins", "", query.bytesAt(11), isValue);
        records.check("run.input", "", query.bytesAt(12), isValue);
        if (!query.isNull(13)) records.check("run.outcome", "", query.bytesAt(13), isAnswer);
    }
    return last;
}

// The same for what was asked in them.
std::int64_t checkSteps(Folder& folder, Database& database, std::int64_t after, Checked& out) {
    Query query(database,
                "SELECT step.step, step.position, step.kind, step.state, step.action, step.answer, "
                "run.id, run.uuid, run.key FROM step LEFT JOIN run ON run.run = step.run "
                "WHERE step.step > ? ORDER BY step.step LIMIT ?");
    query.number(after).number(kSteps);
    std::int64_t last = 0;
    while (query.next()) {
        last = query.numberAt(0);
        const auto position = query.bytesAt(1);
        if (query.isNull(6)) {
            out.faults.push_back({"", position, "run"});
            continue;
        }
        const auto seal = RunSeal::kept(folder.master(), query.bytesAt(7), query.bytesAt(8));
        if (!seal) continue;  // that was said
        Records records(out, query.bytesAt(6), seal);
        const auto kind = query.numberAt(2), state = query.numberAt(3);
        const bool ended = state == 2 || state == 3;
        if (kind < 1 || kind > 3 || (state != 1 && !ended) || ended == query.isNull(5))
            records.fault("state", position);
        records.check("step.action", position, query.bytesAt(4), isText);
        if (!query.isNull(5)) records.check("step.answer", position, query.bytesAt(5), isAnswer);
    }
    return last;
}

// Page by page, each as it is at one moment: others may write meanwhile. `page` gives the number of
// its last row, 0 after the last one.
template <class Page>
void allPages(Folder& folder, const Page& page) {
    for (std::int64_t after = 0, last = 0;; after = last) {
        last = folder.read([&](Database& database) { return page(database, after); });
        if (last == 0) return;
    }
}

}  // namespace

Checked checkAll(Folder& folder) {
    Checked out;
    try {
        folder.read([&](Database& database) { checkFile(database, out); });
        std::map<std::string, bool> texts;
        allPages(folder, [&](Database& database, std::int64_t after) {
            return checkRuns(folder, database, after, texts, out);
        });
        allPages(folder, [&](Database& database, std::int64_t after) {
            return checkSteps(folder, database, after, out);
        });
    } catch (const DatabaseFault& e) {
        if (e.error().title != "damaged") throw;
        out.faults.push_back({"", "", e.error().detail});
    }
    return out;
}

}  // namespace tenon::store
