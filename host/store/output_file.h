// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "world/journal.h"

namespace tenon::store {

// The file of a run's output. It comes into being whole or not at all, readable by its owner only
// (mode 0600). Until then PATH.partial stands beside it and holds, from the moment they are known
// and whatever ends the process, the run's acts: a JSON object a line,
//   {"begun": POSITION, "action": …}   it is about to be asked for
//   {"made": POSITION, "gave": …}      it is done; secrets in the clear
//   {"unknown": POSITION, "error": …, "answer": …}   nobody knows; `answer`: what came, as it came
//   {"notDone": POSITION}
// Any thread may tell it of acts.
class OutputFile final : public world::ActWatch {
  public:
    // Room that is kept free on the disk for what acts give and for the output.
    static constexpr std::size_t kRoom = 1u << 20;

    // Reserves the place and the room, so that what could fail fails before the work is done.
    // Throws StepError (configuration) if PATH exists, if PATH.partial holds what another run made,
    // if the folder cannot be written, or if there is no room.
    explicit OutputFile(std::string path);
    // Leaves PATH.partial behind only where it holds acts and drop() was not called.
    ~OutputFile() override;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::optional<Error> began(const world::Question& question) override;
    void ended(const world::Question& question, const world::Answer& answer) override;

    // Writes PATH. Throws StepError (configuration); a text that only could not get its name is
    // left at the place named in the error.
    void commit(std::string_view text);
    // What the record holds is told elsewhere.
    void drop();
    // Where the record is, if it holds anything that was not dropped; else empty. Any thread.
    [[nodiscard]] std::string record() const;

  private:
    [[noreturn]] void fail(const std::string& what) const;
    void open();
    // errno of what went wrong; 0 if nothing did.
    int add(const Value& line);

    const std::string path_, partial_;        // as the user names them
    const std::string place_, partialPlace_;  // the same, wherever this process stands
    mutable std::mutex mutex_;
    int file_ = -1;
    std::size_t size_ = 0;
};

}  // namespace tenon::store
