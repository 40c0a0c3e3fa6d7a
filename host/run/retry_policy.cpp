// SPDX-License-Identifier: Apache-2.0
#include "run/retry_policy.h"

#include "run/use.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

namespace {

void loadLimit(Loader& loader, const Node& node, RetryPolicy& policy) {
    MapReader reader(node, "\"limit\"", loader.faults());
    policy.duration = loader.duration(reader.optional("duration"));
    if (const auto* attempt = reader.optional("attempt")) {
        MapReader inner(*attempt, "\"attempt\"", loader.faults());
        policy.attemptDuration = loader.duration(inner.optional("duration"));
        if (const auto* count = inner.optional("count")) {
            const auto* number = count->scalar.integer();
            if (number && *number >= 0) {
                policy.count = *number;
            } else {
                manifest::wrongKind(*count, "a whole number of retries", loader.faults());
            }
        }
        inner.finish();
    }
    reader.finish();
}

void loadBackoff(Loader& loader, const Node& node, RetryPolicy& policy) {
    MapReader reader(node, "\"backoff\"", loader.faults());
    int given = 0;
    const auto one = [&](std::string_view key, Backoff backoff) {
        if (!reader.optional(key)) return;
        policy.backoff = backoff;
        ++given;
    };
    one("constant", Backoff::constant);
    one("linear", Backoff::linear);
    one("exponential", Backoff::exponential);
    reader.finish();
    if (given != 1 && reader.usable())
        loader.faults().add(node, "wanted one of \"constant\", \"linear\" and \"exponential\"");
}

std::shared_ptr<const RetryPolicy> loadPolicy(Loader& loader, const Node& node) {
    auto policy = std::make_shared<RetryPolicy>();
    MapReader reader(node, "\"retry\"", loader.faults());
    policy->when = loader.expression(reader.optional("when"));
    policy->exceptWhen = loader.expression(reader.optional("exceptWhen"));
    policy->delay = loader.duration(reader.optional("delay"));
    if (const auto* limit = reader.optional("limit")) loadLimit(loader, *limit, *policy);
    if (const auto* backoff = reader.optional("backoff")) loadBackoff(loader, *backoff, *policy);
    if (const auto* jitter = reader.optional("jitter")) {
        MapReader inner(*jitter, "\"jitter\"", loader.faults());
        policy->jitterFrom = loader.duration(inner.required("from"));
        policy->jitterTo = loader.duration(inner.required("to"));
        inner.finish();
    }
    reader.finish();
    return policy;
}

}  // namespace

std::shared_ptr<const RetryPolicy> loadRetry(Loader& loader, const Node& node) {
    const Node* policy = loader.use().resolve(node, "retries", loader.faults());
    return policy ? loadPolicy(loader, *policy) : nullptr;
}

Result<RetryTimes> RetryPolicy::times(const expr::Scope& scope) const {
    RetryTimes out;
    out.backoff = backoff;
    out.count = count;
    const auto read = [&](const std::optional<Duration>& from) {
        return from ? from->evaluate(scope).value() : Milliseconds(0);
    };
    try {
        out.delay = read(delay);
        out.jitterFrom = read(jitterFrom);
        out.jitterTo = std::max(out.jitterFrom, read(jitterTo));
        if (duration) out.duration = read(duration);
    } catch (const StepError& e) {
        return located(e.error(), "catch/retry");
    }
    return out;
}

}  // namespace tenon::run
