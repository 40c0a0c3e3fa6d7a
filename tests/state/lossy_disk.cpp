// SPDX-License-Identifier: Apache-2.0
#include "state/lossy_disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace given {

LossyDisk* LossyDisk::self = nullptr;

// The real file lies behind it in the same memory.
struct LossyDisk::File {
    sqlite3_file base;
    sqlite3_file* real;
    std::string* path;  // never freed: the process is short
};

LossyDisk::File& LossyDisk::of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

LossyDisk::LossyDisk(unsigned seed)
    : chance_(seed), real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
    self = this;
    vfs_.zName = "lossy";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
}

int LossyDisk::open(sqlite3_vfs*, const char* name, sqlite3_file* handle, int flags, int* out) {
    auto& file = of(handle);
    file.real = reinterpret_cast<sqlite3_file*>(&file + 1);
    file.path = new std::string(name ? name : "");
    file.base.pMethods = nullptr;
    const int code = self->real_->xOpen(self->real_, name, file.real, flags, out);
    if (!file.real->pMethods) return code;
    static sqlite3_io_methods methods = {
        2,
        [](sqlite3_file* f) { return of(f).real->pMethods->xClose(of(f).real); },
        [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
            return of(f).real->pMethods->xRead(of(f).real, to, size, at);
        },
        write,
        truncate,
        sync,
        [](sqlite3_file* f, sqlite3_int64* size) {
            return of(f).real->pMethods->xFileSize(of(f).real, size);
        },
        [](sqlite3_file* f, int how) { return of(f).real->pMethods->xLock(of(f).real, how); },
        [](sqlite3_file* f, int how) { return of(f).real->pMethods->xUnlock(of(f).real, how); },
        [](sqlite3_file* f, int* is) {
            return of(f).real->pMethods->xCheckReservedLock(of(f).real, is);
        },
        [](sqlite3_file* f, int what, void* about) {
            return of(f).real->pMethods->xFileControl(of(f).real, what, about);
        },
        [](sqlite3_file* f) { return of(f).real->pMethods->xSectorSize(of(f).real); },
        // The real one promises more than this disk keeps.
        [](sqlite3_file*) { return 0; },
        [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
            return of(f).real->pMethods->xShmMap(of(f).real, page, size, extend, to);
        },
        [](sqlite3_file* f, int at, int n, int how) {
            return of(f).real->pMethods->xShmLock(of(f).real, at, n, how);
        },
        [](sqlite3_file* f) { of(f).real->pMethods->xShmBarrier(of(f).real); },
        [](sqlite3_file* f, int remove) {
            return of(f).real->pMethods->xShmUnmap(of(f).real, remove);
        },
        nullptr,
        nullptr,
    };
    file.base.pMethods = &methods;
    return code;
}

int LossyDisk::write(sqlite3_file* handle, const void* bytes, int size, sqlite3_int64 at) {
    const std::scoped_lock lock(self->mutex_);
    auto& file = of(handle);
    if (!self->fits(file, at + size)) return SQLITE_FULL;
    self->remember(file, at, size);
    const int code = file.real->pMethods->xWrite(file.real, bytes, size, at);
    self->step();
    return code;
}

int LossyDisk::truncate(sqlite3_file* handle, sqlite3_int64 size) {
    const std::scoped_lock lock(self->mutex_);
    auto& file = of(handle);
    sqlite3_int64 now = 0;
    file.real->pMethods->xFileSize(file.real, &now);
    self->remember(file, size, now - size);
    self->sizes_[*file.path] = size;
    const int code = file.real->pMethods->xTruncate(file.real, size);
    self->step();
    return code;
}

int LossyDisk::sync(sqlite3_file* handle, int flags) {
    const std::scoped_lock lock(self->mutex_);
    auto& file = of(handle);
    self->step();
    ++self->syncs_;
    if (!self->lies)
        std::erase_if(self->unsynced_, [&](const auto& b) { return b.path == *file.path; });
    return file.real->pMethods->xSync(file.real, flags);
}

void LossyDisk::remember(File& file, std::int64_t at, std::int64_t size) {
    if (cutAt == 0) return;
    sqlite3_int64 now = 0;
    file.real->pMethods->xFileSize(file.real, &now);
    Before before{*file.path, now, at, {}};
    const auto there = std::clamp<std::int64_t>(now - at, 0, std::max<std::int64_t>(size, 0));
    before.bytes.resize(static_cast<std::size_t>(there));
    if (there > 0)
        file.real->pMethods->xRead(file.real, before.bytes.data(), static_cast<int>(there), at);
    unsynced_.push_back(std::move(before));
}

bool LossyDisk::fits(File& file, std::int64_t end) {
    if (room < 0) return true;
    auto& size = sizes_[*file.path];
    sqlite3_int64 now = 0;
    file.real->pMethods->xFileSize(file.real, &now);
    size = now;
    if (end <= size) return true;
    struct stat about {};
    std::int64_t taken = ::stat(beside.c_str(), &about) == 0 ? about.st_size : 0;
    for (const auto& [path, bytes] : sizes_) taken += bytes;
    return taken + end - size <= room;
}

void LossyDisk::step() {
    if (cutAt != 0 && ++steps_ == cutAt) cut();
}

// Whoever else writes waits for ever, with the lock that is held here.
void LossyDisk::cut() {
    std::vector<Before> lost;
    for (auto& before : unsynced_)
        if (!keepsSome || chance_() % 2 == 0) lost.push_back(std::move(before));
    for (auto b = lost.rbegin(); b != lost.rend(); ++b) {
        const int file = ::open(b->path.c_str(), O_RDWR | O_CLOEXEC);
        const auto size = static_cast<ssize_t>(b->bytes.size());
        if (file < 0 || ::pwrite(file, b->bytes.data(), b->bytes.size(), b->at) != size) ::_exit(8);
        if (!keepsSome && ::ftruncate(file, b->size) != 0) ::_exit(8);
        ::close(file);
    }
    ::_exit(9);
}

}  // namespace given
