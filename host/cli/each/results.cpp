// SPDX-License-Identifier: Apache-2.0
#include "cli/each/results.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "cli/failure.h"
#include "store/whole_file.h"

namespace tenon::cli::each {

void Results::fail(const std::string& what) const {
    throw Failure(kNoOutput, "tenon: The file " + path_ + " " + what + "\n");
}

Results::Results(std::string path, bool again) : path_(std::move(path)) {
    if (path_.empty()) return;
    file_ = ::open(
        path_.c_str(),
        O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (again ? O_TRUNC : O_EXCL),
        0600);
    if (file_ < 0 && errno == EEXIST)
        fail("exists already; remove it, or name another. Nothing was run.");
    if (file_ < 0) fail(std::string("cannot be made (") + strerror(errno) + "). Nothing was run.");
    struct stat about {};
    if (::fstat(file_, &about) != 0 || !S_ISREG(about.st_mode)) {
        ::close(std::exchange(file_, -1));
        fail("is no file; name one. Nothing was run.");
    }
    ::fchmod(file_, 0600);
}

Results::~Results() {
    if (file_ >= 0) ::close(file_);
}

void Results::add(const std::string& line) {
    if (file_ < 0 || line.empty()) return;
    const int problem = store::writeAll(file_, line.ends_with('\n') ? line : line + "\n");
    if (problem) fail(std::string("could not be written (") + strerror(problem) + ").");
}

void Results::drop() {
    if (file_ < 0) return;
    ::unlink(path_.c_str());
}

}  // namespace tenon::cli::each
