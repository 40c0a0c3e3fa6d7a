// SPDX-License-Identifier: Apache-2.0
// A journal in memory whose process dies at a chosen moment, with what it had kept.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "world/journal.h"

namespace fakes {

// What outlives the process.
struct Kept {
    tenon::world::Question question;
    std::optional<tenon::world::Answer> answer;
};
using Disk = std::map<std::string, Kept>;

class MortalJournal final : public tenon::world::Journal {
  public:
    // Every question has four moments: before and after it is kept, before and after its answer
    // is. At moment `death` (counted from 1; 0: never) and from then on, the run is left.
    // Forgetful: what the journal may write later than it says is lost then.
    MortalJournal(Disk& disk, int death, bool forgets = false)
        : MortalJournal(disk, death, std::string()) {
        forgets_ = forgets;
    }
    // At the moment that is called so: "after /do/0/a was begun".
    MortalJournal(Disk& disk, std::string death) : MortalJournal(disk, 0, std::move(death)) {}

    tenon::world::Answer once(const tenon::world::Question& question, const Ask& ask) override;
    std::optional<tenon::world::Answer> recorded(const std::string& position) override;
    std::vector<Earlier> skip(std::string_view position) override;
    [[nodiscard]] bool replaying(std::string_view position) const override;
    [[nodiscard]] bool resumed() const override { return resumed_; }

    // Time passes: more than a journal takes to write what nobody waits for.
    void settle() {
        const std::scoped_lock lock(mutex_);
        flush();
    }
    // What it died of: "after /do/0/a was begun"; empty if it lives.
    [[nodiscard]] std::string died() const { return died_; }

  private:
    MortalJournal(Disk& disk, int number, std::string name)
        : disk_(disk), resumed_(!disk.empty()), death_(number), deathName_(std::move(name)) {
        for (const auto& [position, kept] : disk)
            if (kept.answer || kept.question.kind == tenon::world::Asking::act)
                before_.insert(position);
    }
    void moment(const std::string& what);
    void flush() { later_.clear(); }
    void forget();

    Disk& disk_;
    const bool resumed_;
    const int death_;
    const std::string deathName_;
    bool forgets_ = false;
    std::map<std::string, bool> later_;  // not on disk yet: the whole question, or its answer alone
    int moments_ = 0;
    std::string died_;
    std::set<std::string> before_;  // kept by an earlier life, not asked for yet
    mutable std::mutex mutex_;
};

}  // namespace fakes
