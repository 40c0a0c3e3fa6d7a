// SPDX-License-Identifier: Apache-2.0
#include "state_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tenon/error.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

void StateFile::wrong(const std::string& what) const {
    throw tenon::StepError(
        tenon::makeError(tenon::ErrorKind::configuration, "sandbox state",
                         "The sandbox's state file " + path_ + " " + what + "."));
}

std::optional<tenon::Value> StateFile::read() const {
    const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0 && errno == ENOENT) return std::nullopt;
    if (file < 0) wrong(std::string("cannot be read (") + ::strerror(errno) + ")");
    struct stat about {};
    std::string text;
    const bool isPlain = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    char bytes[64 * 1024];
    for (ssize_t count; isPlain && (count = ::read(file, bytes, sizeof bytes)) > 0;)
        text.append(bytes, static_cast<std::size_t>(count));
    ::close(file);
    if (!isPlain) wrong("is not a plain file");
    auto out = tenon::json::read(text);
    if (!out) wrong("does not hold JSON (" + out.error().detail + ")");
    return std::move(out).value();
}

void StateFile::write(const tenon::Value& state) const {
    const std::string text = tenon::json::write(state, tenon::json::Secrets::reveal) + "\n";
    std::string draft = path_ + ".XXXXXX";
    const int file = ::mkostemp(draft.data(), O_CLOEXEC);  // mode 0600
    if (file < 0) wrong(std::string("cannot be written (") + ::strerror(errno) + ")");
    std::size_t at = 0;
    while (at < text.size()) {
        const auto count = ::write(file, text.data() + at, text.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        at += static_cast<std::size_t>(count);
    }
    const bool isWhole = at == text.size() && ::fsync(file) == 0;
    const int problem = errno;
    ::close(file);
    if (isWhole && ::rename(draft.c_str(), path_.c_str()) == 0) return;
    const int last = isWhole ? errno : problem;
    ::unlink(draft.c_str());
    wrong(std::string("cannot be written (") + ::strerror(last) + ")");
}

}  // namespace cloudelements::sandbox
