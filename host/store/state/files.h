// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "tenon/error.h"

namespace tenon::store {

// The file of a name, as it was seen first.
class SeenFile {
  public:
    SeenFile() = default;
    explicit SeenFile(const std::string& path);
    // Is what has the name now another file, or none?
    [[nodiscard]] bool gone(const std::string& path) const;

  private:
    dev_t device_ = 0;
    ino_t number_ = 0;
};

// The files of a state folder. SQLite's own is made here, and from then on opened by SQLite alone:
// closing it would take SQLite's locks away. Threads: a value's.
class StateFiles {
  public:
    static constexpr off_t kBallast = 1 << 20;

    // Makes the folder (0700) and the file (0600) where there are none. Errors: `configuration`,
    // titles "state folder", "network file system", "permissions".
    static Result<StateFiles> prepare(const std::string& folder);

    // As the user names it; the others wherever this process stands.
    [[nodiscard]] const std::string& folder() const { return folder_; }
    [[nodiscard]] std::string database() const { return place_ + "/journal.db"; }
    [[nodiscard]] std::string log() const { return database() + "-wal"; }
    [[nodiscard]] std::string lock() const { return place_ + "/state.lock"; }

    // Takes room that dropBallast() gives back where the disk is full. False: there is none.
    [[nodiscard]] bool makeBallast() const;
    // Was there any?
    [[nodiscard]] bool dropBallast() const;

  private:
    StateFiles(std::string folder, std::string place);
    [[nodiscard]] std::optional<Error> refuse() const;
    [[nodiscard]] std::optional<Error> make() const;
    [[nodiscard]] std::string ballast() const { return place_ + "/ballast"; }

    std::string folder_, place_;
};

}  // namespace tenon::store
