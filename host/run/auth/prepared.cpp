// SPDX-License-Identifier: Apache-2.0
#include "run/auth/prepared.h"

namespace tenon::run {
namespace {

// The call was begun in an earlier life. It must not go another way now, whatever ails the
// authorization server and however late it is: the run is left, and can be gone on with.
void fetchAgain(Frame& frame, const Position& position, Authorization& authorization) {
    const auto problem = authorization.prepare(frame.run, Limits{.stop = frame.limits.stop});
    if (!problem) return;
    Error why = *problem;
    why.detail = "The call at " + position.text +
                 " was made in an earlier life of the run, and expressions read its "
                 "$authorization. " +
                 why.detail;
    throw world::Leave{std::move(why)};
}

}  // namespace

std::optional<Error> prepared(Frame& frame, const Position& position, Authorization& authorization,
                              bool read) {
    if (!authorization.fetches()) return std::nullopt;
    auto& run = frame.run;
    // Once for each life that came so far and was cut before the call began.
    for (std::size_t number = 1;; ++number) {
        const auto place = position.key("@token").attempt(number).text;
        if (run.known(position.text) && !run.world.journal.recorded(place)) {
            if (read) fetchAgain(frame, position, authorization);
            return std::nullopt;
        }
        bool now = false;
        const auto answer = run.ask(place, Value(), [&]() -> Result<Value> {
            now = true;
            if (auto problem = authorization.prepare(run, frame.limits)) return *problem;
            return Value(true);
        });
        if (!answer) return answer.error();
        if (now) return std::nullopt;
    }
}

}  // namespace tenon::run
