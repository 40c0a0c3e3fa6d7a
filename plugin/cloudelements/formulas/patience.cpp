// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/patience.h"

#include <algorithm>

namespace cloudelements {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using tenon::Error;

tenon::Backoff backoff() { return {250ms, 15s}; }

bool mayPass(const Error& error) {
    return error.status == 404 || error.status == 408 || error.status == 429 || error.status >= 500;
}

milliseconds pause(tenon::Backoff& backoff, const std::optional<Error>& trouble) {
    const auto next = backoff.next();
    return trouble && trouble->retryAfter ? std::max<milliseconds>(next, *trouble->retryAfter)
                                          : next;
}

std::optional<tenon::HttpResponse> findPatiently(Client& client, tenon::Context& context,
                                                 const Call& call) {
    auto waits = backoff();
    for (int troubles = 1;; ++troubles) try {
            return client.find(call);
        } catch (const tenon::StepError& e) {
            if (!mayPass(e.error()) || troubles == kMostTroubles) throw;
            tenon::wait(context, std::min<milliseconds>(pause(waits, e.error()), 60s));
        }
}

Budget::Budget(milliseconds limit) : limit_(limit) {}

milliseconds Budget::left() const {
    const auto now = std::chrono::steady_clock::now();
    const auto passed = std::chrono::duration_cast<milliseconds>(now - begin_);
    return std::max(0ms, limit_ - std::max(passed, waited_));
}

void Budget::wait(tenon::Context& context, milliseconds time) {
    time = std::min(time, left());
    tenon::wait(context, time);
    waited_ += time;
}

}  // namespace cloudelements
