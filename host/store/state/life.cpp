// SPDX-License-Identifier: Apache-2.0
#include "store/state/kept_run.h"

namespace tenon::store {

void Life::lose(const Error& why) {
    const std::scoped_lock lock(mutex_);
    if (!lost_) lost_ = why;
}

std::optional<Error> Life::lost() const {
    const std::scoped_lock lock(mutex_);
    return lost_;
}

std::optional<Error> Life::current(Database& database) const {
    if (number == 0) {
        if (auto why = lost()) return why;
        return makeError(ErrorKind::runtime, "journal", "The run " + id + " was not begun.");
    }
    Query query(database, "SELECT epoch FROM run WHERE run = ?");
    if (!query.number(number.load()).next())
        return makeError(ErrorKind::configuration, "missing",
                         "The run " + id + " was removed while it was driven here.");
    if (query.numberAt(0) == epoch) return std::nullopt;
    return makeError(ErrorKind::configuration, "driven",
                     "The run " + id +
                         " is driven by another process since: its lock was lost here. Let that "
                         "process go on.");
}

}  // namespace tenon::store
