// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <set>
#include <string>

#include "store/state/files.h"

namespace tenon::store {

// state.lock: whoever holds its byte 0 writes to the journal, whoever holds byte 1 + N drives run
// N. The kernel frees them with the process, however it ends. They belong to this object (F_OFD):
// two in one process exclude each other, too. Any thread.
class Locks {
  public:
    // Throws StepError (configuration) where the file cannot be opened.
    explicit Locks(const StateFiles& files);
    ~Locks();
    Locks(const Locks&) = delete;
    Locks& operator=(const Locks&) = delete;

    // Holds byte 0; waits for it. Throws StepError. One thread.
    class Writing {
      public:
        explicit Writing(Locks& locks);
        ~Writing();
        Writing(const Writing&) = delete;
        Writing& operator=(const Writing&) = delete;

      private:
        Locks& locks_;
    };

    // False: somebody has it.
    bool take(std::int64_t run);
    void free(std::int64_t run);
    // By anybody.
    [[nodiscard]] bool taken(std::int64_t run);
    // Has the file another name now, or none?
    [[nodiscard]] bool gone() const { return seen_.gone(path_); }

  private:
    const std::string path_, folder_;
    int file_ = -1;
    SeenFile seen_;
    std::mutex mutex_;
    std::set<std::int64_t> ours_;
};

}  // namespace tenon::store
