// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/once/search.h"

#include <algorithm>

#include "tenon/wait.h"

namespace cloudelements {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr int kFewestLooks = 3;

// What the platform wishes counts, within reason.
milliseconds pauseBefore(tenon::Backoff& waits, milliseconds left,
                         const std::optional<tenon::Error>& trouble) {
    const auto next = std::min(waits.next(), left);
    return trouble && trouble->retryAfter
               ? std::max(next, std::min<milliseconds>(*trouble->retryAfter, 60s))
               : next;
}

}  // namespace

Sought seek(tenon::Context& context, milliseconds window, const Look& look) {
    Sought out;
    tenon::Backoff waits(2s, 15s);
    milliseconds waited{};
    for (int looks = 1;; ++looks) {
        std::optional<tenon::Error> trouble;  // of this look
        try {
            out.found = look();
            if (!out.found.empty()) return out;
        } catch (const tenon::StepError& e) {
            out.trouble = trouble = e.error();
            if (!trouble->retryable) return out;
        }
        if (waited >= window && looks >= kFewestLooks) return out;
        if (waited >= window) continue;
        try {
            const auto pause = pauseBefore(waits, window - waited, trouble);
            tenon::wait(context, pause);
            waited += pause;
        } catch (const tenon::StepError& e) {
            out.trouble = e.error();
            out.isOver = true;
            return out;
        }
    }
}

}  // namespace cloudelements
