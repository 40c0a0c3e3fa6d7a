// SPDX-License-Identifier: Apache-2.0
#include "run/undoings.h"

#include <algorithm>
#include <iterator>

namespace tenon::run {
namespace {

bool inside(const Undoing& one, std::string_view position) {
    return world::isInside(one.position.text, position);
}

}  // namespace

void Undoings::add(Undoing undoing) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(all_, [&](const Undoing& other) {
        if (!world::isInside(other.position.work, undoing.position.work)) return false;
        undoing.instead.push_back(other.position.text);
        undoing.instead.insert(undoing.instead.end(), other.instead.begin(), other.instead.end());
        return true;
    });
    all_.push_back(std::move(undoing));
}

std::vector<Undoing> Undoings::take(std::string_view position) {
    const std::scoped_lock lock(mutex_);
    const auto begin = std::stable_partition(
        all_.begin(), all_.end(), [&](const Undoing& one) { return !inside(one, position); });
    std::vector<Undoing> out(std::make_move_iterator(begin), std::make_move_iterator(all_.end()));
    all_.erase(begin, all_.end());
    std::reverse(out.begin(), out.end());
    return out;
}

bool Undoings::any(std::string_view position) const {
    const std::scoped_lock lock(mutex_);
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Undoing& one) { return inside(one, position); });
}

}  // namespace tenon::run
