// SPDX-License-Identifier: Apache-2.0
#include "run/done.h"

namespace tenon::run {

Error withSentence(Error error, const std::string& sentence) {
    std::string text = error.detail.empty() ? error.title : error.detail;
    if (!text.empty()) text += std::string(".!?").find(text.back()) == text.npos ? ". " : " ";
    error.detail = text + sentence;
    return error;
}

Error alsoDone(Error error, const Error& other) {
    if (other.done == Done::no) return error;
    const auto mayBe = [](const Error& one) { return one.done == Done::no || one.retryable; };
    error.retryable = mayBe(error) && mayBe(other);
    const bool said = error.instance == other.instance;
    if (error.done != Done::maybe) error.done = other.done;
    if (said) return error;
    return withSentence(std::move(error), other.done == Done::maybe
                                              ? "The outcome of " + other.instance + " is unknown."
                                              : "What " + other.instance + " calls has been done.");
}

Error alsoDone(Error error, const std::vector<Act>& acts) {
    if (acts.empty()) return error;
    if (error.done == Done::no) {
        error.done = Done::yes;
        error.retryable = false;
    }
    if (!unknown(acts).empty()) error.done = Done::maybe;
    return error;
}

Error thrown(const std::exception& problem, bool outside) {
    Error error = makeError(ErrorKind::runtime, "internal",
                            std::string("Something went wrong inside: ") + problem.what() + ".");
    if (outside) error.done = Done::maybe;
    return error;
}

}  // namespace tenon::run
