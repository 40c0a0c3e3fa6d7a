// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/state.h"
#include "store/state/folder.h"
#include "store/state/run_seal.h"

namespace tenon::store {

// What a run is known by, and the first error that took one of its records.
struct Life {
    Life(std::int64_t run, std::int64_t theEpoch, std::string theId, RunSeal theSeal)
        : number(run), epoch(theEpoch), id(std::move(theId)), seal(std::move(theSeal)) {}

    std::atomic<std::int64_t> number;  // 0 until the run is written for the first time
    const std::int64_t epoch;
    const std::string id;
    const RunSeal seal;

    void lose(const Error& why);
    [[nodiscard]] std::optional<Error> lost() const;
    // Is the run still there, and this life its last? In a transaction of the writer.
    [[nodiscard]] std::optional<Error> current(Database& database) const;

  private:
    mutable std::mutex mutex_;
    std::optional<Error> lost_;
};

// What a run keeps to from its first life to its last.
struct Pinned {
    Value input, pins;
    std::string manifestText;
};

// A run that is driven here. The folder outlives it.
class KeptRun final : public RunJournal {
  public:
    // The fence of the run is held; this frees it in the end.
    KeptRun(Folder& folder, std::shared_ptr<Life> life, Pinned pinned);
    ~KeptRun() override;
    KeptRun(const KeptRun&) = delete;
    KeptRun& operator=(const KeptRun&) = delete;

    // What earlier lives recorded. Before it is used. Throws StepError.
    void load();

    world::Answer once(const world::Question& question, const Ask& ask) override;
    std::optional<world::Answer> recorded(const std::string& position) override;
    std::vector<Earlier> skip(std::string_view position) override;
    [[nodiscard]] bool replaying(std::string_view position) const override;
    [[nodiscard]] bool takenOver(std::string_view position) const override;
    [[nodiscard]] const std::string& id() const override { return life_->id; }
    [[nodiscard]] const std::string& key() const override { return key_; }
    [[nodiscard]] bool resumed() const override { return life_->epoch > 1; }
    [[nodiscard]] const Value& input() const override { return pinned_.input; }
    [[nodiscard]] const Value& pins() const override { return pinned_.pins; }
    [[nodiscard]] const std::string& manifestText() const override { return pinned_.manifestText; }
    [[nodiscard]] bool stopAsked() override;
    void end(RunState state, const Result<Value>& outcome) override;

  private:
    struct Record {
        world::Asking kind;
        std::string what;    // digest
        std::string action;  // sealed
        std::string answer;  // the same; empty where there is none
        bool taken;          // over from an earlier run
    };

    [[nodiscard]] world::Answer decoded(const std::string& position,
                                        const std::string& record) const;
    void begin(const world::Question& question, const std::string& digest);
    world::Answer keep(const world::Question& question, const std::string& digest, Record* earlier,
                       const world::Answer& answer);
    void passed(const std::string& position);
    [[nodiscard]] std::string actionOf(const std::string& position, const Record& record) const;
    void later(Writer::Work work);

    Folder& folder_;
    const std::shared_ptr<Life> life_;
    const std::string key_;
    const Pinned pinned_;
    std::map<std::string, Record, std::less<>> earlier_;  // by position
    mutable std::mutex mutex_;                            // of what follows
    std::set<std::string, std::less<>> ahead_;  // of those: neither asked for nor skipped yet
    std::atomic<bool> stopAsked_ = false, ended_ = false;
};

}  // namespace tenon::store
