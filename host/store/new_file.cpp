// SPDX-License-Identifier: Apache-2.0
#include "store/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tenon/error.h"

namespace tenon::store {

void NewFile::fail(const std::string& what) const {
    throw StepError(
        makeError(ErrorKind::configuration, "output", "The output file " + path_ + " " + what));
}

NewFile::NewFile(std::string path) : path_(std::move(path)), draft_(path_ + ".XXXXXX") {
    struct stat about {};
    if (::lstat(path_.c_str(), &about) == 0)
        fail("exists already; remove it, or name another. Nothing was run.");
    file_ = ::mkostemp(draft_.data(), O_CLOEXEC);  // mode 0600
    if (file_ < 0) fail(std::string("cannot be made (") + strerror(errno) + "). Nothing was run.");
}

NewFile::~NewFile() {
    if (file_ < 0) return;
    ::close(file_);
    ::unlink(draft_.c_str());
}

void NewFile::commit(std::string_view text) {
    const int file = file_;
    file_ = -1;
    const auto check = [&](bool good) {
        if (good) return;
        const int problem = errno;
        ::close(file);
        fail(std::string("could not be written (") + strerror(problem) +
             "); what there is of it is in " + draft_ + ".");
    };
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        check(written >= 0 || errno == EINTR);
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    check(::fsync(file) == 0);
    // Unlike rename, a link never replaces what came there meanwhile.
    check(::link(draft_.c_str(), path_.c_str()) == 0);
    ::close(file);
    ::unlink(draft_.c_str());
}

}  // namespace tenon::store
