// SPDX-License-Identifier: Apache-2.0
#include "run/acts.h"

namespace tenon::run {
namespace {

bool isWithin(std::string_view position, std::string_view outer) {
    return position.starts_with(outer) &&
           (outer.empty() || position.size() == outer.size() || position[outer.size()] == '/');
}

}  // namespace

std::size_t Acts::begin(Act act) {
    const std::scoped_lock lock(mutex_);
    acts_.emplace_back(std::move(act));
    return acts_.size() - 1;
}

void Acts::end(std::size_t token, Done done, Value gave) {
    const std::scoped_lock lock(mutex_);
    auto& act = acts_[token];
    if (done == Done::no) {
        act.reset();
        return;
    }
    act->done = done;
    act->gave = std::move(gave);
    act->ended = true;
    if (done != Done::yes || act->key.empty()) return;
    for (auto& other : acts_)
        if (other && &other != &act && other->key == act->key && other->ended) other.reset();
}

void Acts::strand(std::string_view position) {
    const std::scoped_lock lock(mutex_);
    for (auto& act : acts_)
        if (act && isWithin(act->position, position)) act->stranded = true;
}

std::vector<std::string> Acts::forget(std::string_view position) {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> keys;
    for (auto& act : acts_) {
        if (!act || !isWithin(act->position, position)) continue;
        if (!act->key.empty()) keys.push_back(act->key);
        act.reset();
    }
    return keys;
}

std::vector<Act> Acts::within(std::string_view position, bool all) const {
    const std::scoped_lock lock(mutex_);
    std::vector<Act> out;
    for (const auto& act : acts_)
        if (act && (all || !act->idempotent) && isWithin(act->position, position))
            out.push_back(*act);
    return out;
}

std::string unknown(const std::vector<Act>& acts) {
    std::string out;
    for (const auto& act : acts)
        if (act.done == Done::maybe)
            out += (out.empty() ? "" : ", ") + act.position + " (" + act.action + ")";
    return out;
}

}  // namespace tenon::run
