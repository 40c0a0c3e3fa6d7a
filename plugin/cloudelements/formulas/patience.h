// SPDX-License-Identifier: Apache-2.0
// Asking again where the platform could not answer for now.
#pragma once

#include <chrono>
#include <optional>

#include "cloudelements/platform/client.h"
#include "tenon/wait.h"

namespace cloudelements {

// So many questions in a row may fail.
inline constexpr int kMostTroubles = 5;

// The waits between two questions: soon at first, then a quarter of a minute.
tenon::Backoff backoff();

// May the next question succeed? What was made just now may not be there to be seen yet.
bool mayPass(const tenon::Error& error);

// The next wait, or as long as the platform wants.
std::chrono::milliseconds pause(tenon::Backoff& backoff,
                                const std::optional<tenon::Error>& trouble);

// The answer to a question; nothing where there is nothing (404).
std::optional<tenon::HttpResponse> findPatiently(Client& client, tenon::Context& context,
                                                 const Call& call);

// The time that is left of a limit. Waits count even where no clock moves with them.
class Budget {
  public:
    explicit Budget(std::chrono::milliseconds limit);
    [[nodiscard]] std::chrono::milliseconds left() const;
    // No longer than there is time.
    void wait(tenon::Context& context, std::chrono::milliseconds time);

  private:
    const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    const std::chrono::milliseconds limit_;
    std::chrono::milliseconds waited_{};
};

}  // namespace cloudelements
