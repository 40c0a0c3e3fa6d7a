// SPDX-License-Identifier: Apache-2.0
#include "run/step_result.h"

#include "run/names.h"
#include "run/quoted.h"
#include "text/readable.h"
#include "world/redactor.h"

namespace tenon::run {

Result<Value> handedOn(const Result<Value>& given, const std::string& who,
                       const std::stop_token& stop, const Redactor& redactor) {
    if (given) return text::readableAll(given.value());
    Error error = boundedError(given.error(), redactor);
    if (error.kind != ErrorKind::cancelled || stop.stop_requested()) return error;
    error.kind = ErrorKind::runtime;
    error.status = standardStatus(error.kind);
    error.detail = who + " says that it was cancelled, but nobody stopped it: " + error.detail;
    return error;
}

}  // namespace tenon::run
