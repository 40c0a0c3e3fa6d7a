// SPDX-License-Identifier: Apache-2.0
#include "cli/read_file.h"

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "cli/failure.h"
#include "cli/signals.h"
#include "store/read_file.h"

namespace tenon::cli {
namespace {

std::string text(Result<std::string> read) {
    if (read) return std::move(read).value();
    throw Failure(read.error().kind == ErrorKind::cancelled ? kCancelled : kUnreadable,
                  "tenon: " + read.error().detail + "\n");
}

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

std::string readFile(const std::string& path) { return text(store::readFile(path, readable)); }

std::string readPlainFile(const std::string& path) { return text(store::readPlainFile(path)); }

manifest::Node readDocument(const std::string& path, std::size_t most) {
    return parseDocument(path, readFile(path), most);
}

manifest::Node parseDocument(const std::string& path, std::string_view text, std::size_t most) {
    manifest::Faults faults;
    auto node = manifest::readAny(text, path.ends_with(".json"), faults, most);
    if (!node) throw Failure(kBadInput, faults.text(path == "-" ? "<stdin>" : path));
    return *std::move(node);
}

}  // namespace tenon::cli
