// SPDX-License-Identifier: Apache-2.0
// A disk for SQLite that loses, when the power fails, what was not synced; and that may be small.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace given {

// Stands before the machine's own for the rest of the process, which is to be a child of the test.
class LossyDisk {
  public:
    // The power fails at that write or sync, counted from 1: the process ends with exit code 9.
    std::size_t cutAt = 0;
    // Of what was not synced, a half stays, by chance.
    bool keepsSome = false;
    // Syncs are not done: what a disk is that lies.
    bool lies = false;
    // Files together grow to no more than that; what is at `beside` counts, too.
    std::int64_t room = -1;
    std::string beside{};

    explicit LossyDisk(unsigned seed);
    LossyDisk(const LossyDisk&) = delete;
    LossyDisk& operator=(const LossyDisk&) = delete;

    [[nodiscard]] std::size_t syncs() const { return syncs_; }

  private:
    struct File;
    // What was there before a write.
    struct Before {
        std::string path;
        std::int64_t size;  // of the file
        std::int64_t at;
        std::string bytes;
    };

    static File& of(sqlite3_file* file);
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out);
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int flags);
    void remember(File& file, std::int64_t at, std::int64_t size);
    [[nodiscard]] bool fits(File& file, std::int64_t end);
    void step();
    [[noreturn]] void cut();

    static LossyDisk* self;
    std::mutex mutex_;
    std::mt19937 chance_;
    sqlite3_vfs* real_;
    sqlite3_vfs vfs_;
    std::vector<Before> unsynced_;
    std::map<std::string, std::int64_t> sizes_;
    std::size_t steps_ = 0, syncs_ = 0;
};

}  // namespace given
