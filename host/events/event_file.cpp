// SPDX-License-Identifier: Apache-2.0
#include "events/event_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <string_view>

#include "tenon/error.h"

namespace tenon::events {

EventFile::EventFile(std::string path) : path_(std::move(path)) {
    file_ = path_ == "-"
                ? ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
                : ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
    if (file_ < 0)
        throw StepError(makeError(ErrorKind::configuration, "events",
                                  "The events file " + path_ + " cannot be opened (" +
                                      strerror(errno) + "). Nothing was run."));
}

EventFile::~EventFile() { ::close(file_); }

std::string EventFile::add(const std::string& line) {
    if (failed_) return "";
    const std::string whole = line + "\n";
    std::string_view rest = whole;
    while (!rest.empty()) {
        const auto put = ::write(file_, rest.data(), rest.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) {
            failed_ = true;
            return "no more events could be written to " + path_ + " (" + strerror(errno) + ")";
        }
        rest.remove_prefix(static_cast<std::size_t>(put));
    }
    return "";
}

}  // namespace tenon::events
