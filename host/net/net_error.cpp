// SPDX-License-Identifier: Apache-2.0
#include "net/net_error.h"

#include "tenon/method.h"

namespace tenon::net {
namespace {

struct Sort {
    ErrorKind kind;
    const char* title;
    bool retryable;
};

Sort sortOf(FaultKind kind) {
    switch (kind) {
        case FaultKind::refused:
            return {ErrorKind::configuration, "request refused", false};
        case FaultKind::connect:
            return {ErrorKind::communication, "connect", true};
        case FaultKind::tls:
            return {ErrorKind::communication, "tls", false};
        case FaultKind::deadline:
            return {ErrorKind::timeout, "deadline", true};
        case FaultKind::cancelled:
            return {ErrorKind::cancelled, "cancelled", false};
        case FaultKind::closed:
            return {ErrorKind::communication, "connection closed", true};
        case FaultKind::truncated:
            return {ErrorKind::communication, "truncated", true};
        case FaultKind::malformed:
            return {ErrorKind::communication, "malformed", false};
        case FaultKind::tooLarge:
            return {ErrorKind::communication, "too large", false};
    }
    return {ErrorKind::runtime, "unknown", false};
}

}  // namespace

bool isIdempotent(const HttpRequest& request) {
    return request.idempotent.value_or(tenon::isIdempotent(request.method));
}

Error netError(const Fault& fault, const HttpRequest& request, const std::string& shown,
               bool sent) {
    const Sort sort = sortOf(fault.kind());
    const std::string what =
        fault.kind() == FaultKind::refused ? "request" : request.method + " " + shown;
    Error error = makeError(sort.kind, sort.title, what + ": " + fault.what() + ".");
    const bool maybeDone = sent && !isSafe(request.method);
    error.retryable = sort.retryable && (!maybeDone || isIdempotent(request));
    if (maybeDone) {
        error.done = Done::maybe;
        error.detail += " The request had been sent, so the remote side may have acted on it.";
    } else {
        error.detail += fault.kind() == FaultKind::refused ? " Nothing was sent." : "";
    }
    return error;
}

}  // namespace tenon::net
