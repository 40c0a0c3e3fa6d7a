// SPDX-License-Identifier: Apache-2.0
#include "cli/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/failure.h"
#include "manifest/yaml.h"

namespace tenon::cli {

std::string readFile(const std::string& path) {
    const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    std::string text;
    char buffer[16 * 1024];
    ssize_t got = file < 0 ? -1 : 1;
    while (got > 0 && (got = ::read(file, buffer, sizeof buffer)) > 0)
        text.append(buffer, static_cast<std::size_t>(got));
    const int problem = errno;
    if (file > STDIN_FILENO) ::close(file);
    if (got < 0)
        throw Failure(kUnreadable,
                      "tenon: " + path + " cannot be read (" + strerror(problem) + ")\n");
    return text;
}

manifest::Node readDocument(const std::string& path) {
    manifest::Faults faults;
    auto node = manifest::readYaml(readFile(path), faults);
    if (!node) throw Failure(kBadInput, faults.text(path == "-" ? "<stdin>" : path));
    return *std::move(node);
}

}  // namespace tenon::cli
