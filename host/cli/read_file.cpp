// SPDX-License-Identifier: Apache-2.0
#include "cli/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/failure.h"
#include "cli/signals.h"

namespace tenon::cli {
namespace {

constexpr std::size_t kLargest = 64 * 1024 * 1024;

// Closed in the end, unless it is standard input.
class File {
  public:
    // Not to wait for a pipe's other end, which may never come.
    explicit File(const std::string& path)
        : path_(path),
          file_(path == "-" ? STDIN_FILENO
                            : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
        if (file_ < 0) cannot(strerror(errno));
        if (::fstat(file_, &about_) != 0) about_ = {};
    }
    ~File() {
        if (file_ > STDIN_FILENO) ::close(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] bool plain() const { return S_ISREG(about_.st_mode) || S_ISDIR(about_.st_mode); }
    [[noreturn]] void cannot(const std::string& why) const {
        throw Failure(kUnreadable, "tenon: " + path_ + " cannot be read (" + why + ")\n");
    }

    std::string whole() {
        if (S_ISREG(about_.st_mode) && static_cast<std::uint64_t>(about_.st_size) > kLargest)
            cannot("larger than 64 MB");
        std::string text;
        char buffer[16 * 1024];
        for (;;) {
            if (!plain() && !readable(file_))
                throw Failure(kCancelled, "tenon: stopped while " + path_ + " was read\n");
            const ssize_t got = ::read(file_, buffer, sizeof buffer);
            if (got == 0) return text;
            if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (got < 0) cannot(strerror(errno));
            text.append(buffer, static_cast<std::size_t>(got));
            if (text.size() > kLargest) cannot("larger than 64 MB");
        }
    }

  private:
    const std::string& path_;
    const int file_;
    struct stat about_ {};
};

}  // namespace

bool readable(int file) {
    const int told = ::eventfd(0, EFD_CLOEXEC);
    bool stopped = false;
    {
        const auto token = stopOnSignals();
        const std::stop_callback tell(token, [told] { ::eventfd_write(told, 1); });
        pollfd both[] = {{file, POLLIN, 0}, {told, POLLIN, 0}};
        while (::poll(both, 2, -1) < 0 && errno == EINTR) {
        }
        stopped = token.stop_requested();
    }
    ::close(told);
    return !stopped;
}

std::string readFile(const std::string& path) { return File(path).whole(); }

std::string readPlainFile(const std::string& path) {
    File file(path);
    if (!file.plain()) file.cannot("a pipe or a device; wanted a file");
    return file.whole();
}

manifest::Node readDocument(const std::string& path, std::size_t most) {
    manifest::Faults faults;
    auto node = manifest::readAny(readFile(path), path.ends_with(".json"), faults, most);
    if (!node) throw Failure(kBadInput, faults.text(path == "-" ? "<stdin>" : path));
    return *std::move(node);
}

}  // namespace tenon::cli
