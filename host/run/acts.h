// SPDX-License-Identifier: Apache-2.0
// What a run did outside that must not be done twice: each call that acted or may have, with what
// it gave. It is kept for the whole run, whatever becomes of the task that did it.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::run {

struct Act {
    std::string position;  // of its task: "/do/0/t/try#2/0/create"
    std::string action;    // "call CreateSageCRMInstance"
    Done done = Done::maybe;
    Value gave{};             // null where nothing came back
    bool idempotent = false;  // the manifest says that it may be done again
    // Where it may be asked for again, for it finds what it did: the same for every attempt. What a
    // later one gives stands for the earlier ones.
    std::string key{};
    bool ended = false;     // has it been answered, or given up?
    bool stranded = false;  // was it done on a way that the run left: a failed attempt, a lost race
};

// The acts of one run, in the order in which they began. Any thread.
class Acts {
  public:
    // Until it ends, nobody knows whether it was done. A token for end().
    std::size_t begin(Act act);
    // `no`: nothing was done, and it is forgotten.
    void end(std::size_t token, Done done, Value gave);
    // The task or the attempt at this position led nowhere.
    void strand(std::string_view position);
    // What the task at this position did was taken back: nothing of it is there any more. Gives the
    // keys of what may be asked for again.
    std::vector<std::string> forget(std::string_view position);

    // Those of the task, the list or the attempt at this position; of all of them for "". Without
    // those that may be repeated, unless `all`.
    [[nodiscard]] std::vector<Act> within(std::string_view position, bool all = false) const;
    [[nodiscard]] std::vector<Act> every() const { return within("", true); }

  private:
    mutable std::mutex mutex_;
    std::vector<std::optional<Act>> acts_;
};

// Of those whose outcome nobody knows: "/do/0/a (call http)", one after the other; empty if there
// is none.
std::string unknown(const std::vector<Act>& acts);

}  // namespace tenon::run
