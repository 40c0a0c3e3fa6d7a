// SPDX-License-Identifier: Apache-2.0
#include "store/state/run_faults.h"

namespace tenon::store {

const std::string& nameOf(const world::Question& question) {
    return question.action.empty() ? question.position : question.action;
}

Error interrupted(const world::Question& question) {
    auto error = makeError(ErrorKind::runtime, "interrupted",
                           "The run ended in the middle of " + nameOf(question) +
                               "; nobody knows whether it was done. Look on the remote side before "
                               "it is done again.");
    error.done = Done::maybe;
    return error;
}

Error changed(const std::string& position) {
    return makeError(ErrorKind::configuration, "changed",
                     "At " + position +
                         " the run asks for something else than when it was recorded: the answer "
                         "that is kept does not fit. Resume it with the manifest, the input and "
                         "the plugins that it was begun with.");
}

Error askedTwice(const std::string& position) {
    return makeError(ErrorKind::runtime, "journal",
                     "The run asked twice at " + position +
                         ", where it may ask once; this is a mistake in Tenon. Please report it.");
}

Error unkept(const world::Question& question, const Error& why) {
    auto error = why;
    error.done = Done::maybe;
    error.detail = nameOf(question) + " at " + question.position +
                   " was answered, but its answer could not be kept: " + why.detail +
                   " Look on the remote side before it is done again.";
    return error;
}

Error unbegun(const world::Question& question, const Error& why) {
    auto error = why;
    error.detail = nameOf(question) + " at " + question.position +
                   " was not begun, nothing was sent: " + why.detail;
    return error;
}

}  // namespace tenon::store
