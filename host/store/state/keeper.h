// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state.h"
#include "store/state/folder.h"

namespace tenon::store {

// The runs of a folder, by SQLite. Any thread; at every door what was thrown becomes an Error.
class Keeper final : public State {
  public:
    // Throws StepError.
    Keeper(StateFiles files, std::optional<Key> master,
           Folder::Now now = std::chrono::system_clock::now);

    Result<std::unique_ptr<RunJournal>> begin(const NewRun& run) override;
    Result<std::unique_ptr<RunJournal>> resume(const std::string& id) override;
    Result<std::vector<RunRow>> list(std::int64_t after, std::size_t most) override;
    Result<RunRow> find(const std::string& id) override;
    Result<NewRun> given(const std::string& id) override;
    Result<world::Answer> outcome(const std::string& id) override;
    Result<std::vector<StepRow>> steps(const std::string& id, std::int64_t after,
                                       std::size_t most) override;
    Result<world::Checked> check() override;
    std::optional<Error> cancel(const std::string& id, bool undoes) override;
    std::optional<Error> changeKey(const std::string& keyFile) override;
    Result<std::size_t> prune(std::chrono::system_clock::time_point before) override;

  private:
    Folder folder_;
};

// What openState() gives. `now`: for the times that are kept.
Result<std::unique_ptr<State>> openFolder(const std::string& folder,
                                          const std::optional<KeySource>& source,
                                          Folder::Now now = std::chrono::system_clock::now);

}  // namespace tenon::store
