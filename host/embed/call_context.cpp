// SPDX-License-Identifier: Apache-2.0
#include "embed/call_context.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "catalog/guest.h"
#include "run/quoted.h"
#include "run/step_result.h"
#include "text/readable.h"
#include "world/plain_http.h"

namespace tenon::embed {

Result<Value> LentContext::call(Step& step, const Value& inputs) {
    redactor_.learn(inputs);
    knowsSecrets_ = true;
    raw_ = Value();
    auto result = run::handedOn(catalog::runGuest(step, "The step", inputs, *this), "The step",
                                limits_.stop, redactor_);
    if (result) return result;
    return redactor_.error(result.error());
}

void LentContext::log(LogLevel level, std::string_view text) {
    if (options_.log) options_.log(level, redactor_.text(text::readable(text)));
}

bool LentContext::mayUsePlainHttp(std::string_view host) const {
    return world::PlainHttp(options_.plainHttpHosts).mayGoTo(host);
}

void* LentContext::extension(std::string_view id) {
    if (id == Keep::kId) return static_cast<Keep*>(this);
    if (id == Wait::kId) return static_cast<Wait*>(this);
    if (id == PartialHttp::kId) return static_cast<PartialHttp*>(&http_);
    // A step that is called past call() had better hide its secrets itself.
    return id == Quote::kId && knowsSecrets_ ? static_cast<Quote*>(this) : nullptr;
}

std::string LentContext::quote(std::string_view text, std::size_t most) {
    return run::quoted(text, most, redactor_);
}

std::optional<Error> LentContext::wait(std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_until(lock, limits_.stop, std::min(until, limits_.deadline), [] { return false; });
    if (limits_.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled", "The call was stopped.");
    if (until > limits_.deadline)
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up before the wait was over.");
    return std::nullopt;
}

}  // namespace tenon::embed
