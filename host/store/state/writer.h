// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "store/state/database.h"
#include "store/state/files.h"
#include "store/state/locks.h"

namespace tenon::store {

// The one thread that writes to a journal. What many threads want written goes to disk together, in
// the order in which they said so: what is on disk, everything said before it is, too. Any thread.
class Writer {
  public:
    // Runs on the writer's thread, inside a transaction; perhaps twice, where the first did not
    // reach the disk. Gives it an Error, or throws one that is not SQLite's, it alone is undone.
    using Work = std::function<std::optional<Error>(Database&)>;
    using Failed = std::function<void(const Error&)>;
    enum class Room {
        ordinary,
        reserve,  // what must not be lost where the disk is full: the end of what was begun
    };

    // Both outlive it. Throws StepError where the journal cannot be opened.
    Writer(const StateFiles& files, Locks& locks);
    // Writes what is left.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Returns when it is on disk; else the Error of why it is not.
    std::optional<Error> write(Work work, Room room = Room::ordinary);
    // Goes to disk with the next that is waited for, or soon. `failed` hears of an Error, on the
    // writer's thread.
    void later(Work work, Failed failed);

  private:
    struct Job {
        Work work;
        Room room;
        Failed failed;                                                // of what nobody waits for
        std::shared_ptr<std::promise<std::optional<Error>>> waiting;  // of the others
        std::optional<Error> problem{};
    };
    using Jobs = std::vector<Job>;

    void add(Job job);
    void work(std::promise<std::optional<Error>>& opened);
    void open();
    [[nodiscard]] Jobs next();
    void process(Jobs& jobs);
    // In one transaction. Throws StepError; nothing of it is written then. The caller holds the
    // lock of writers.
    void commitInRoom(Jobs& jobs);
    void commit(Jobs& jobs);
    // One of those in the transaction, undone where it is refused.
    [[nodiscard]] std::optional<Error> perform(Job& job);
    void squeeze(Jobs& jobs, const Error& full);
    void tidy();

    const StateFiles& files_;
    Locks& locks_;
    std::unique_ptr<Database> database_;  // this and the next four: of the thread
    SeenFile log_;
    std::optional<Error> dead_;
    bool ballast_ = false;
    int tidyAt_ = 0;

    std::mutex mutex_;
    std::condition_variable changed_;
    Jobs queue_;
    std::size_t awaited_ = 0;  // in the queue
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace tenon::store
