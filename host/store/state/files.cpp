// SPDX-License-Identifier: Apache-2.0
#include "store/state/files.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <filesystem>
#include "store/state/faults.h"

namespace tenon::store {
namespace {

namespace fs = std::filesystem;

// So that the names that are in it are on disk. errno of what went wrong.
int keepNames(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return errno;
    const int problem = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    return problem;
}

// With those above it. errno of what went wrong.
int makeFolder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0) return keepNames(folder.parent_path());
    if (errno == EEXIST) return 0;
    if (errno != ENOENT || !folder.has_relative_path()) return errno;
    if (const int problem = makeFolder(folder.parent_path())) return problem;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return errno;
    return keepNames(folder.parent_path());
}

// What shares files between machines has no locks and no shared memory that SQLite could trust.
const char* sharingSystem(const struct statfs& about) {
    switch (static_cast<unsigned long>(about.f_type) & 0xffffffffu) {
        case NFS_SUPER_MAGIC:
            return "NFS";
        case SMB_SUPER_MAGIC:
        case CIFS_SUPER_MAGIC:
        case SMB2_SUPER_MAGIC:
            return "SMB";
        case V9FS_MAGIC:
            return "9P";
        case AFS_SUPER_MAGIC:
        case AFS_FS_MAGIC:
            return "AFS";
        case CEPH_SUPER_MAGIC:
            return "Ceph";
        default:
            return nullptr;
    }
}

}  // namespace

SeenFile::SeenFile(const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return;
    device_ = about.st_dev;
    number_ = about.st_ino;
}

bool SeenFile::gone(const std::string& path) const {
    const SeenFile now(path);
    return now.number_ == 0 || now.number_ != number_ || now.device_ != device_;
}

StateFiles::StateFiles(std::string folder, std::string place)
    : folder_(std::move(folder)), place_(std::move(place)) {}

Result<StateFiles> StateFiles::prepare(const std::string& folder) {
    std::error_code problem;
    auto path = fs::absolute(folder, problem);
    if (!path.has_filename()) path = path.parent_path();
    const int made = folder.empty() ? ENOENT : makeFolder(path);
    const auto place = made ? fs::path() : fs::canonical(path, problem);
    if (made || problem)
        return stateError("state folder", "The state folder " + folder + " cannot be made (" +
                                              strerror(made ? made : problem.value()) +
                                              "). Name one that can.");
    StateFiles files(folder, place.string());
    if (auto refused = files.refuse()) return *std::move(refused);
    if (auto refused = files.make()) return *std::move(refused);
    return files;
}

std::optional<Error> StateFiles::refuse() const {
    struct statfs system {};
    if (::statfs(place_.c_str(), &system) == 0)
        if (const char* name = sharingSystem(system))
            return stateError(
                "network file system",
                "The state folder " + folder_ + " is on a network file system (" + name +
                    "), where two machines could write over each other. Name a folder on a "
                    "disk of this machine.");
    struct stat about {};
    if (::stat(place_.c_str(), &about) != 0 || !S_ISDIR(about.st_mode))
        return stateError("state folder",
                          "The state folder " + folder_ +
                              " is no folder. Name one, or one that is not there yet.");
    if (about.st_mode & (S_IWGRP | S_IWOTH))
        return stateError(
            "permissions",
            "The state folder " + folder_ + " may be written by others; run: chmod 700 " + folder_);
    return std::nullopt;
}

std::optional<Error> StateFiles::make() const {
    const int file =
        ::open(database().c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    const int problem = file < 0 ? errno : 0;
    if (file >= 0) {
        ::close(file);
        keepNames(place_);
        return std::nullopt;
    }
    if (problem != EEXIST)
        return stateError("state folder", "The state folder " + folder_ + " cannot be written (" +
                                              strerror(problem) +
                                              "). A run writes there: name another, or mend it.");
    struct stat about {};
    if (::lstat(database().c_str(), &about) != 0 || !S_ISREG(about.st_mode))
        return stateError("state folder",
                          folder_ + "/journal.db is no file. Name another state folder.");
    if (about.st_mode & (S_IRWXG | S_IRWXO))
        return stateError("permissions", folder_ +
                                             "/journal.db may be read by others; run: chmod 600 " +
                                             folder_ + "/journal.db");
    return std::nullopt;
}

bool StateFiles::makeBallast() const {
    const int file = ::open(ballast().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return false;
    struct stat about {};
    bool made = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    if (made && about.st_blocks * 512 < kBallast) made = ::posix_fallocate(file, 0, kBallast) == 0;
    ::close(file);
    if (!made) ::unlink(ballast().c_str());
    return made;
}

bool StateFiles::dropBallast() const { return ::unlink(ballast().c_str()) == 0; }

}  // namespace tenon::store
