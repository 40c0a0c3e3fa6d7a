// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/state/key.h"
#include "world/journal.h"

namespace tenon::store {

// How the contents of one run are kept: sealed with a key of its own, or only guarded against
// damage. Each opens only in its run, its column and its position. Any thread.
class RunSeal {
  public:
    // Of a new run; the key is made where there is a master key.
    static RunSeal fresh(const Key* master);
    // As it was kept. Errors: those of unseal().
    static Result<RunSeal> kept(const Key* master, std::string uuid, std::string_view wrapped);

    [[nodiscard]] const std::string& uuid() const { return uuid_; }
    // The run's key, sealed with the master key; empty where there is none.
    [[nodiscard]] std::string wrappedKey(const Key* master) const;

    [[nodiscard]] std::string close(std::string_view column, std::string_view position,
                                    std::string_view plain) const;
    [[nodiscard]] Result<std::string> open(std::string_view column, std::string_view position,
                                           std::string_view record) const;
    // The key of the digests. A run that takes over what another one was answered keeps to that
    // one's.
    [[nodiscard]] std::string_view digestKey() const {
        return !digestKey_.empty() ? digestKey_ : key_ ? key_->bytes() : std::string_view(uuid_);
    }
    void keepTo(std::string digestKey, std::vector<std::string> earlier) {
        digestKey_ = std::move(digestKey);
        earlier_ = std::move(earlier);
    }
    // The ids of the runs whose answers those are, the last one first.
    [[nodiscard]] const std::vector<std::string>& earlier() const { return earlier_; }
    // Of what is asked, where, and of which kind.
    [[nodiscard]] std::string digest(const world::Question& question) const;

  private:
    RunSeal(std::string uuid, std::optional<Key> key)
        : uuid_(std::move(uuid)), key_(std::move(key)) {}

    std::string uuid_;
    std::optional<Key> key_;
    std::string digestKey_;  // empty: the run's own
    std::vector<std::string> earlier_;
};

}  // namespace tenon::store
