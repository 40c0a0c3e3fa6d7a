// SPDX-License-Identifier: Apache-2.0
#include "store/state/locks.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

namespace tenon::store {
namespace {

// errno of what went wrong.
int lock(int file, int how, short kind, off_t byte, bool* free = nullptr) {
    struct flock what {};
    do {
        what = {};
        what.l_type = kind;
        what.l_whence = SEEK_SET;
        what.l_start = byte;
        what.l_len = 1;
        if (::fcntl(file, how, &what) == 0) {
            if (free) *free = what.l_type == F_UNLCK;
            return 0;
        }
    } while (errno == EINTR);
    return errno;
}

[[noreturn]] void fail(const std::string& folder, int problem) {
    throw StepError(makeError(ErrorKind::configuration, "state folder",
                              folder + "/state.lock cannot be locked (" + strerror(problem) +
                                  "). Name a state folder on a disk of this machine."));
}

}  // namespace

Locks::Locks(const StateFiles& files) : path_(files.lock()), folder_(files.folder()) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file_ < 0) fail(folder_, errno);
    seen_ = SeenFile(path_);
}

Locks::~Locks() { ::close(file_); }

Locks::Writing::Writing(Locks& locks) : locks_(locks) {
    if (const int problem = lock(locks_.file_, F_OFD_SETLKW, F_WRLCK, 0))
        fail(locks_.folder_, problem);
}

Locks::Writing::~Writing() { lock(locks_.file_, F_OFD_SETLK, F_UNLCK, 0); }

bool Locks::take(std::int64_t run) {
    const std::scoped_lock guard(mutex_);
    if (ours_.count(run)) return false;
    const int problem = lock(file_, F_OFD_SETLK, F_WRLCK, 1 + run);
    if (problem == EAGAIN || problem == EACCES) return false;
    if (problem) fail(folder_, problem);
    ours_.insert(run);
    return true;
}

void Locks::free(std::int64_t run) {
    const std::scoped_lock guard(mutex_);
    if (ours_.erase(run)) lock(file_, F_OFD_SETLK, F_UNLCK, 1 + run);
}

bool Locks::taken(std::int64_t run) {
    const std::scoped_lock guard(mutex_);
    if (ours_.count(run)) return true;
    bool free = true;
    if (const int problem = lock(file_, F_OFD_GETLK, F_WRLCK, 1 + run, &free))
        fail(folder_, problem);
    return !free;
}

}  // namespace tenon::store
