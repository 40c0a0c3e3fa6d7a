// SPDX-License-Identifier: Apache-2.0
#include "store/state/kept_run.h"

#include "store/codec.h"
#include "store/state/asked_before.h"
#include "store/state/run_faults.h"
#include "world/position.h"

namespace tenon::store {
namespace {

using world::Answer;
using world::Asking;
using world::isOnTheWay;
using world::Leave;
using world::Question;

constexpr int kBegun = 1, kEnded = 2, kTaken = 3;

// What is thrown here is no error of a task: it leaves the run.
template <class Code>
auto orLeave(Code&& code) {
    try {
        return code();
    } catch (const StepError& e) {
        throw Leave{e.error()};
    }
}

std::string hexOf(std::string_view bytes) {
    std::string out;
    for (const unsigned char byte : bytes) {
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    return out;
}

void bindDone(Query& query, const Answer& answer) {
    if (answer.result) {
        query.null();
    } else {
        query.number(static_cast<std::int64_t>(answer.result.error().done));
    }
}

}  // namespace

KeptRun::KeptRun(Folder& folder, std::shared_ptr<Life> life, Pinned pinned)
    : folder_(folder),
      life_(std::move(life)),
      key_(hexOf(life_->seal.uuid())),
      pinned_(std::move(pinned)) {}

// What nobody waited for is on disk before anybody else can drive the run.
KeptRun::~KeptRun() {
    if (!ended_) static_cast<void>(folder_.writer().write([](Database&) { return std::nullopt; }));
    if (const auto number = life_->number.load()) folder_.locks().free(number);
}

void KeptRun::load() {
    folder_.read([this](Database& database) {
        Query query(database,
                    "SELECT position, kind, what, action, answer, state FROM step WHERE run = ?");
        query.number(life_->number.load());
        while (query.next())
            earlier_[query.bytesAt(0)] =
                Record{static_cast<Asking>(query.numberAt(1)), query.bytesAt(2), query.bytesAt(3),
                       query.bytesAt(4), query.numberAt(5) == kTaken};
    });
    // What is only asked again is no way that was gone.
    for (const auto& [position, record] : earlier_)
        if (record.kind == Asking::act || !record.answer.empty()) ahead_.insert(position);
}

void KeptRun::passed(const std::string& position) {
    const std::scoped_lock lock(mutex_);
    ahead_.erase(position);
}

bool KeptRun::replaying(std::string_view position) const {
    const std::scoped_lock lock(mutex_);
    for (auto at = ahead_.lower_bound(position); at != ahead_.end(); ++at) {
        if (!at->starts_with(position)) return false;
        if (isOnTheWay(*at, position)) return true;
    }
    return false;
}

bool KeptRun::takenOver(std::string_view position) const {
    for (auto at = earlier_.lower_bound(position);
         at != earlier_.end() && at->first.starts_with(position); ++at)
        if (at->second.taken && at->second.kind != Asking::choice &&
            isOnTheWay(at->first, position))
            return true;
    return false;
}

std::vector<world::Journal::Earlier> KeptRun::skip(std::string_view position) {
    std::vector<Earlier> out;
    for (auto at = earlier_.lower_bound(position);
         at != earlier_.end() && at->first.starts_with(position); ++at) {
        const auto& where = at->first;
        auto& record = at->second;
        if (!isOnTheWay(where, position)) continue;
        passed(where);
        if (record.kind != Asking::act) continue;
        const Question question{where, record.kind, {}, actionOf(where, record)};
        if (record.answer.empty())
            orLeave([&] { return keep(question, record.what, &record, {interrupted(question)}); });
        out.push_back({question, decoded(where, record.answer)});
    }
    return out;
}

std::string KeptRun::actionOf(const std::string& position, const Record& record) const {
    const auto action =
        orLeave([&] { return life_->seal.open("step.action", position, record.action); });
    if (!action) throw Leave{action.error()};
    return action.value();
}

std::optional<Answer> KeptRun::recorded(const std::string& position) {
    const auto found = earlier_.find(position);
    if (found == earlier_.end() || found->second.answer.empty()) return std::nullopt;
    passed(position);
    return decoded(position, found->second.answer);
}

Answer KeptRun::once(const Question& question, const Ask& ask) {
    const auto digest = orLeave([&] { return life_->seal.digest(question); });
    const auto found = earlier_.find(question.position);
    Record* const earlier = found == earlier_.end() ? nullptr : &found->second;
    if (earlier) {
        passed(question.position);
        const bool same = earlier->what == digest ||
                          (earlier->taken && orLeave([&] {
                               return wasAsked(question, earlier->what, life_->seal, life_->id);
                           }));
        if (earlier->kind != question.kind || !same) throw Leave{changed(question.position)};
        if (!earlier->answer.empty()) return decoded(question.position, earlier->answer);
        if (question.kind == Asking::act)
            return orLeave(
                [&] { return keep(question, digest, earlier, {interrupted(question)}); });
    } else {
        orLeave([&] { begin(question, digest); });
    }
    const auto answer = ask();
    return orLeave([&] { return keep(question, digest, earlier, answer); });
}

Answer KeptRun::decoded(const std::string& position, const std::string& record) const {
    const auto bytes = orLeave([&] { return life_->seal.open("step.answer", position, record); });
    if (!bytes) throw Leave{bytes.error()};
    auto answer = decodeAnswer(bytes.value());
    if (!answer) throw Leave{answer.error()};
    return std::move(answer).value();
}

// A choice is the engine's own, and made anew where its end is not recorded.
void KeptRun::begin(const Question& question, const std::string& digest) {
    if (auto lost = life_->lost()) throw Leave{*std::move(lost)};
    if (question.kind == Asking::choice) return;
    auto work = [life = life_, position = question.position, kind = question.kind, digest,
                 action = life_->seal.close("step.action", question.position, question.action),
                 now = folder_.now()](Database& database) -> std::optional<Error> {
        if (auto lost = life->lost()) return lost;
        if (auto other = life->current(database)) return other;
        Query(database,
              "INSERT OR IGNORE INTO step (run, position, kind, state, what, action, asked) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)")
            .number(life->number.load())
            .text(position)
            .number(static_cast<std::int64_t>(kind))
            .number(kBegun)
            .blob(digest)
            .blob(action)
            .number(now)
            .run();
        if (database.changes() == 0) return askedTwice(position);
        return std::nullopt;
    };
    if (question.kind == Asking::look) return later(std::move(work));
    if (auto problem = folder_.writer().write(std::move(work))) {
        life_->lose(*problem);
        throw Leave{unbegun(question, *problem)};
    }
}

Answer KeptRun::keep(const Question& question, const std::string& digest, Record* earlier,
                     const Answer& answer) {
    const auto bytes = encode(answer);
    const auto record = life_->seal.close("step.answer", question.position, bytes);
    auto again = decodeAnswer(bytes);
    if (!again) throw Leave{again.error()};
    const bool whole = question.kind == Asking::choice && !earlier;
    auto work = [life = life_, question, digest, record, answer, whole,
                 action = whole
                              ? life_->seal.close("step.action", question.position, question.action)
                              : std::string(),
                 now = folder_.now()](Database& database) -> std::optional<Error> {
        if (auto lost = life->lost(); lost && question.kind != Asking::act && !question.parts)
            return lost;
        if (auto other = life->current(database)) return other;
        Query query(database,
                    whole
                        ? "INSERT OR IGNORE INTO step (answered, done, answer, run, position, "
                          "kind, state, what, action, asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        : "UPDATE step SET answered = ?, done = ?, answer = ?, state = 2 "
                          "WHERE run = ? AND position = ? AND state = 1");
        query.number(now);
        bindDone(query, answer);
        query.blob(record).number(life->number.load()).text(question.position);
        if (whole)
            query.number(static_cast<std::int64_t>(question.kind))
                .number(kEnded)
                .blob(digest)
                .blob(action)
                .number(now);
        query.run();
        if (database.changes() == 0) return askedTwice(question.position);
        return std::nullopt;
    };
    if (!question.isKeptFirst()) {
        later(std::move(work));
    } else if (auto problem = folder_.writer().write(std::move(work), Writer::Room::reserve)) {
        life_->lose(*problem);
        throw Leave{earlier ? *problem : unkept(question, *problem)};
    }
    if (earlier) earlier->answer = record;
    return std::move(again).value();
}

void KeptRun::later(Writer::Work work) {
    folder_.writer().later(std::move(work), [life = life_](const Error& why) { life->lose(why); });
}

bool KeptRun::stopAsked() {
    if (stopAsked_) return true;
    try {
        return stopAsked_ = folder_.read([this](Database& database) {
            Query query(database, "SELECT stop FROM run WHERE run = ?");
            return query.number(life_->number.load()).next() && query.numberAt(0) != 0;
        });
    } catch (const StepError&) {
        return false;  // what ails the journal is told where something is to be kept
    }
}

void KeptRun::end(RunState state, const Result<Value>& outcome) {
    const auto record =
        orLeave([&] { return life_->seal.close("run.outcome", "", encode(Answer{outcome})); });
    const auto problem = folder_.writer().write(
        [life = life_, state, record, now = folder_.now()](Database& database) {
            if (auto other = life->current(database)) return other;
            Query(database,
                  "UPDATE run SET state = ?, outcome = ?, changed = max(changed, ?) WHERE run = ?")
                .number(static_cast<std::int64_t>(state))
                .blob(record)
                .number(now)
                .number(life->number.load())
                .run();
            return std::optional<Error>();
        },
        Writer::Room::reserve);
    if (problem) throw Leave{*problem};
    ended_ = true;
}

}  // namespace tenon::store
