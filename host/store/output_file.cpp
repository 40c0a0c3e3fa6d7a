// SPDX-License-Identifier: Apache-2.0
#include "store/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "store/whole_file.h"
#include "tenon/json.h"

namespace tenon::store {
namespace {

constexpr auto kRecord = json::Secrets::reveal;

// Keeps disk blocks for what will be written after `size`; the file does not grow by it.
int keepRoom(int file, std::size_t size) {
    rlimit most{};
    if (::getrlimit(RLIMIT_FSIZE, &most) == 0 && most.rlim_cur < size + OutputFile::kRoom)
        return EFBIG;
    if (::fallocate(file, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(size), OutputFile::kRoom) == 0)
        return 0;
    return errno == EOPNOTSUPP || errno == ENOSYS ? 0 : errno;
}

}  // namespace

void OutputFile::fail(const std::string& what) const {
    throw StepError(
        makeError(ErrorKind::configuration, "output", "The output file " + path_ + " " + what));
}

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)),
      partial_(path_ + ".partial"),
      place_(std::filesystem::absolute(path_).string()),
      partialPlace_(place_ + ".partial") {
    struct stat about {};
    if (::lstat(place_.c_str(), &about) == 0)
        fail("exists already; remove it, or name another. Nothing was run.");
    open();
    if (const int problem = keepRoom(file_, 0)) {
        ::unlink(partialPlace_.c_str());
        ::close(file_);
        fail(std::string("has no room (") + strerror(problem) + "). Nothing was run.");
    }
}

// A run that was killed leaves its record; one that was killed before it did anything, an empty
// one.
void OutputFile::open() {
    for (;;) {
        file_ = ::open(partialPlace_.c_str(),
                       O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
        if (file_ < 0)
            fail(std::string("cannot be made (") + strerror(errno) + "). Nothing was run.");
        const bool ours = ::flock(file_, LOCK_EX | LOCK_NB) == 0;
        struct stat about {};
        ::fstat(file_, &about);
        if (ours && about.st_nlink == 0) {  // its run ended in between
            ::close(file_);
            continue;
        }
        if (ours && S_ISREG(about.st_mode) && about.st_size == 0 && about.st_uid == ::geteuid()) {
            ::fchmod(file_, 0600);
            return;
        }
        ::close(file_);
        fail(ours ? "cannot be made: " + partial_ +
                        " holds what an earlier run made. Look at it and move it away, or name "
                        "another output. Nothing was run."
                  : "is being made by another run, which keeps " + partial_ +
                        ". Name another. Nothing was run.");
    }
}

OutputFile::~OutputFile() {
    if (size_ == 0) ::unlink(partialPlace_.c_str());
    ::close(file_);
}

int OutputFile::add(const Value& line) {
    const std::string text = json::write(line, kRecord) + "\n";
    const std::scoped_lock lock(mutex_);
    const int problem = writeAll(file_, text);
    size_ += text.size();
    return problem ? problem : ::fdatasync(file_) == 0 ? 0 : errno;
}

std::optional<Error> OutputFile::began(const world::Question& question) {
    int problem = keepRoom(file_, size_);
    if (!problem) problem = add(Object{{"begun", question.position}, {"action", question.action}});
    if (!problem) return std::nullopt;
    return makeError(ErrorKind::runtime, "output",
                     "Nothing was sent: what it gives could not be kept in " + partial_ + " (" +
                         strerror(problem) + ").");
}

void OutputFile::ended(const world::Question& question, const world::Answer& answer) {
    const auto& [result, raw] = answer;
    if (result) {
        add(Object{{"made", question.position}, {"gave", result.value()}});
    } else if (result.error().done == Done::no) {
        add(Object{{"notDone", question.position}});
    } else {
        Object line{{"unknown", question.position}, {"error", result.error().detail}};
        if (!raw.isNull()) line.set("answer", raw);
        add(line);
    }
}

void OutputFile::commit(std::string_view text) {
    const std::scoped_lock lock(mutex_);
    auto made = makeWhole(place_, text);
    // The room that was kept is for this, too.
    if (made.problem == ENOSPC && ::ftruncate(file_, static_cast<off_t>(size_)) == 0)
        made = makeWhole(place_, text);
    if (!made.problem) return;
    fail(std::string("could not be written (") + strerror(made.problem) + ")" +
         (!made.left.empty() ? "; what there is of it is in " + made.left
          : size_ > 0        ? "; what the run made is in " + partial_
                             : "") +
         ".");
}

void OutputFile::drop() {
    const std::scoped_lock lock(mutex_);
    size_ = 0;
    ::unlink(partialPlace_.c_str());
}

std::string OutputFile::record() const {
    const std::scoped_lock lock(mutex_);
    return size_ == 0 ? "" : partial_;
}

}  // namespace tenon::store
