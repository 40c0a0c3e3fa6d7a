// SPDX-License-Identifier: Apache-2.0
#include "store/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>

namespace tenon::store {
namespace {

constexpr std::size_t kLargest = 64 * 1024 * 1024;

// Closed in the end, unless it is standard input.
class File {
  public:
    // Not to wait for a pipe's other end, which may never come.
    explicit File(const std::string& path)
        : path_(path),
          file_(path == "-" ? STDIN_FILENO
                            : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)),
          problem_(file_ < 0 ? errno : 0) {
        if (file_ >= 0 && ::fstat(file_, &about_) != 0) about_ = {};
    }
    ~File() {
        if (file_ > STDIN_FILENO) ::close(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] bool plain() const { return S_ISREG(about_.st_mode) || S_ISDIR(about_.st_mode); }
    [[nodiscard]] bool opened() const { return file_ >= 0; }
    [[nodiscard]] Error cannot(const std::string& why) const {
        return makeError(ErrorKind::configuration, "file", path_ + " cannot be read (" + why + ")");
    }

    Result<std::string> whole(const Readable& readable) {
        if (!opened()) return cannot(strerror(problem_));
        if (S_ISREG(about_.st_mode) && static_cast<std::uint64_t>(about_.st_size) > kLargest)
            return cannot("larger than 64 MB");
        std::string text;
        char buffer[16 * 1024];
        for (;;) {
            if (!plain() && !readable(file_))
                return makeError(ErrorKind::cancelled, "cancelled",
                                 "stopped while " + path_ + " was read");
            const ssize_t got = ::read(file_, buffer, sizeof buffer);
            if (got == 0) return text;
            if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (got < 0) return cannot(strerror(errno));
            text.append(buffer, static_cast<std::size_t>(got));
            if (text.size() > kLargest) return cannot("larger than 64 MB");
        }
    }

  private:
    const std::string& path_;
    const int file_;
    const int problem_;
    struct stat about_ {};
};

}  // namespace

Result<std::string> readFile(const std::string& path, const Readable& readable) {
    return File(path).whole(readable);
}

Result<std::string> readPlainFile(const std::string& path) {
    File file(path);
    if (file.opened() && !file.plain()) return file.cannot("a pipe or a device; wanted a file");
    return file.whole(nullptr);
}

}  // namespace tenon::store
