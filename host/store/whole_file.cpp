// SPDX-License-Identifier: Apache-2.0
#include "store/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace tenon::store {

int writeAll(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) return errno;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

Made makeWhole(const std::string& path, std::string_view text) {
    std::string draft = path + ".XXXXXX";
    const int file = ::mkostemp(draft.data(), O_CLOEXEC);  // mode 0600
    if (file < 0) return {errno};
    int problem = writeAll(file, text);
    if (!problem && ::fsync(file) != 0) problem = errno;
    ::close(file);
    if (problem) {
        ::unlink(draft.c_str());
        return {problem};
    }
    // Unlike rename, a link never replaces what came there meanwhile.
    if (::link(draft.c_str(), path.c_str()) != 0) return {errno, draft};
    ::unlink(draft.c_str());
    return {};
}

}  // namespace tenon::store
