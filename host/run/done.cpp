// SPDX-License-Identifier: Apache-2.0
#include "run/done.h"

namespace tenon::run {

bool repeatable(const Error& error) { return error.done == Done::no || error.retryable; }

Error alsoDone(Error error, const Error& other) {
    if (other.done == Done::no) return error;
    error.retryable = repeatable(error) && repeatable(other);
    const bool said = error.instance == other.instance;
    if (error.done != Done::maybe) error.done = other.done;
    if (said) return error;
    if (!error.detail.empty())
        error.detail +=
            std::string(".!?").find(error.detail.back()) == std::string::npos ? ". " : " ";
    error.detail += other.done == Done::maybe ? "The outcome of " + other.instance + " is unknown."
                                              : "What " + other.instance + " calls has been done.";
    return error;
}

}  // namespace tenon::run
