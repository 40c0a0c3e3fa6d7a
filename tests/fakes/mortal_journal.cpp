// SPDX-License-Identifier: Apache-2.0
#include "fakes/mortal_journal.h"

#include <algorithm>
#include <stdexcept>

#include "world/position.h"

namespace fakes {

using tenon::world::Answer;
using tenon::world::Asking;
using tenon::world::isOnTheWay;
using tenon::world::Question;

namespace {

Answer interrupted(const Question& question) {
    auto error = tenon::makeError(tenon::ErrorKind::runtime, "interrupted",
                                  "The run ended in the middle of " + question.action + ".");
    error.done = tenon::Done::maybe;
    return {error};
}

}  // namespace

void MortalJournal::moment(const std::string& what) {
    if (died_.empty() && (++moments_ == death_ || what == deathName_)) {
        died_ = what;
        if (forgets_) forget();
    }
    if (!died_.empty())
        throw tenon::world::Leave{
            tenon::makeError(tenon::ErrorKind::runtime, "died", "The process died " + died_)};
}

void MortalJournal::forget() {
    for (const auto& [position, whole] : later_) {
        if (whole) {
            disk_.erase(position);
        } else {
            disk_.at(position).answer.reset();
        }
    }
    later_.clear();
}

Answer MortalJournal::once(const Question& question, const Ask& ask) {
    std::unique_lock lock(mutex_);
    const auto& where = question.position;
    if (const auto found = disk_.find(where); found != disk_.end()) {
        before_.erase(where);
        if (!(found->second.question.what == question.what))
            throw std::logic_error(where + " is asked something else");
        if (!found->second.answer && question.kind == Asking::act)
            found->second.answer = interrupted(question);
        if (found->second.answer) return *found->second.answer;
    }
    moment("before " + where + " was begun");
    if (disk_.insert_or_assign(where, Kept{question, std::nullopt}).second) later_[where] = true;
    if (question.kind == Asking::act) flush();
    moment("after " + where + " was begun");
    lock.unlock();
    auto answer = ask();
    lock.lock();
    moment("before the answer of " + where + " was kept");
    disk_.at(where).answer = answer;
    later_.try_emplace(where, false);
    if (question.isKeptFirst()) flush();
    moment("after the answer of " + where + " was kept");
    return answer;
}

bool MortalJournal::replaying(std::string_view position) const {
    const std::scoped_lock lock(mutex_);
    return std::any_of(before_.begin(), before_.end(),
                       [&](const std::string& one) { return isOnTheWay(one, position); });
}

std::optional<Answer> MortalJournal::recorded(const std::string& position) {
    const std::scoped_lock lock(mutex_);
    const auto found = disk_.find(position);
    if (found == disk_.end()) return std::nullopt;
    before_.erase(position);
    return found->second.answer;
}

std::vector<tenon::world::Journal::Earlier> MortalJournal::skip(std::string_view position) {
    const std::scoped_lock lock(mutex_);
    std::vector<Earlier> out;
    for (auto& [where, kept] : disk_) {
        if (!isOnTheWay(where, position)) continue;
        before_.erase(where);
        if (kept.question.kind != Asking::act) continue;
        if (!kept.answer) kept.answer = interrupted(kept.question);
        out.push_back({kept.question, *kept.answer});
    }
    return out;
}

}  // namespace fakes
