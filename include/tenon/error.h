// SPDX-License-Identifier: Apache-2.0
// What went wrong, as a value: it crosses every boundary (plugin and host, host and command line).
// Inside a function errors travel as StepError; at a boundary they become an Error once.
#pragma once

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace tenon {
inline namespace v1 {

// The standard error types of the workflow language, plus `cancelled`. The numbers are written to
// journals: none ever changes its meaning.
// Thread: a value's.
enum class ErrorKind {
    configuration = 0,   // the manifest or the host's set-up is wrong                    (400)
    validation = 1,      // an input or an answer does not have the shape that it must    (400)
    expression = 2,      // an expression cannot be evaluated                             (400)
    authentication = 3,  // the remote side does not know the credentials                 (401)
    authorization = 4,   // credentials are missing, or do not allow this                 (403)
    timeout = 5,         // the deadline passed                                           (408)
    communication = 6,   // the remote side could not be reached or answered with a fault (500)
    runtime = 7,         // anything else that happened while running                     (500)
    cancelled = 8,       // the user or another branch asked to stop                      (499)
};

// Has the remote side acted on the request? `maybe` is the answer that costs: nobody may repeat
// such a request without looking first. `yes`: it has, and the fault came after. Journals hold the
// numbers.
// Thread: a value's.
enum class Done { no = 0, maybe = 1, yes = 2 };

// Thread: a value's.
struct Error {
    ErrorKind kind = ErrorKind::runtime;
    int status = 500;    // HTTP status, or the standard status of the kind
    std::string title;   // a few words, the same for every error of the sort: "connection closed"
    std::string detail;  // one or more sentences for a person: what, where, what to do
    bool retryable = false;  // could the same request succeed later, unchanged?
    Done done = Done::no;    // has the remote side acted?
    std::optional<std::chrono::seconds> retryAfter;  // the remote side's own wish
    std::string requestId;  // the remote side's name for the request; empty if it gave none
    std::string instance;   // JSON pointer to the task; the host fills it in
    std::string place;      // of that in its manifest, "FILE:LINE:COLUMN"; the host fills it in
    std::string type;       // URI of an error of the user's own; empty: the kind's standard type
};

// The kind's name in the workflow language: "validation", "communication", …
// Thread: any.
constexpr const char* name(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::configuration:
            return "configuration";
        case ErrorKind::validation:
            return "validation";
        case ErrorKind::expression:
            return "expression";
        case ErrorKind::authentication:
            return "authentication";
        case ErrorKind::authorization:
            return "authorization";
        case ErrorKind::timeout:
            return "timeout";
        case ErrorKind::communication:
            return "communication";
        case ErrorKind::runtime:
            return "runtime";
        case ErrorKind::cancelled:
            return "cancelled";
    }
    return "runtime";
}

// The status that goes with a kind where no remote side gave one.
// Thread: any.
constexpr int standardStatus(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::configuration:
        case ErrorKind::validation:
        case ErrorKind::expression:
            return 400;
        case ErrorKind::authentication:
            return 401;
        case ErrorKind::authorization:
            return 403;
        case ErrorKind::timeout:
            return 408;
        case ErrorKind::cancelled:
            return 499;
        case ErrorKind::communication:
        case ErrorKind::runtime:
            return 500;
    }
    return 500;
}

// Thread: any.
inline Error makeError(ErrorKind kind, std::string title, std::string detail) {
    Error error;
    error.kind = kind;
    error.status = standardStatus(kind);
    error.title = std::move(title);
    error.detail = std::move(detail);
    return error;
}

// An Error on its way up inside one side of a boundary.
// Thread: a value's.
class StepError : public std::exception {
  public:
    explicit StepError(Error error) : error_(std::move(error)) {}
    [[nodiscard]] const Error& error() const noexcept { return error_; }
    [[nodiscard]] const char* what() const noexcept override { return error_.detail.c_str(); }

  private:
    Error error_;
};

// A value or an Error. Test with ok() first; value() of a failed result throws its StepError.
// Thread: a value's.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return check(), std::get<0>(state_); }
    const T& value() const& { return check(), std::get<0>(state_); }
    T&& value() && { return check(), std::move(std::get<0>(state_)); }
    // Only where !ok().
    [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

  private:
    void check() const {
        if (!ok()) throw StepError(std::get<1>(state_));
    }

    std::variant<T, Error> state_;
};

}  // namespace v1
}  // namespace tenon
