// SPDX-License-Identifier: Apache-2.0
#include "secrets/secret_store.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>

#include "tenon/json.h"
#include "text/readable.h"
#include "world/sealed.h"

namespace tenon::secrets {
namespace {

constexpr std::string_view kPrefix = "TENON_SECRET_";
constexpr std::size_t kLargest = 64 * 1024 * 1024;

// cloudElements, CLOUDELEMENTS and CLOUD-ELEMENTS are names that a shell writes differently.
std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name)
        out += std::isalnum(static_cast<unsigned char>(c))
                   ? static_cast<char>(std::toupper(static_cast<unsigned char>(c)))
                   : '_';
    return out;
}

Error wrong(ErrorKind kind, const std::string& title, const std::string& text) {
    return makeError(kind, title, text);
}

}  // namespace

SecretStore::SecretStore(const char* const* environment) {
    for (; environment && *environment; ++environment) {
        const std::string_view entry = *environment;
        const auto equals = entry.find('=');
        if (!entry.starts_with(kPrefix) || equals == entry.npos) continue;
        environment_[folded(entry.substr(kPrefix.size(), equals - kPrefix.size()))] =
            entry.substr(equals + 1);
    }
}

void SecretStore::give(const Value& secrets) {
    for (const auto& [name, value] : *secrets.object()) given_.set(name, world::sealed(value));
}

std::optional<Error> SecretStore::readFile(const std::string& path, const Reader& reader,
                                           const std::function<bool(int)>& readable) {
    const int waits = readable ? O_NONBLOCK : 0;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | waits);
    if (file < 0)
        return wrong(ErrorKind::configuration, "unreadable",
                     "The secrets file " + path + " cannot be read (" + strerror(errno) + ").");
    struct stat about {};
    ::fstat(file, &about);
    std::string text;
    char buffer[8192];
    ssize_t got = 1;
    bool stopped = false;
    while (got > 0 && text.size() <= kLargest) {
        stopped = !S_ISREG(about.st_mode) && readable && !readable(file);
        if (stopped) break;
        got = ::read(file, buffer, sizeof buffer);
        if (got > 0) text.append(buffer, static_cast<std::size_t>(got));
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) got = 1;
    }
    ::close(file);
    explicit_bzero(buffer, sizeof buffer);
    if (got < 0)
        return wrong(ErrorKind::configuration, "unreadable",
                     "The secrets file " + path + " cannot be read (" + strerror(errno) + ").");
    if (stopped)
        return wrong(ErrorKind::cancelled, "cancelled",
                     "Stopped while the secrets file " + path + " was read.");
    if (text.size() > kLargest)
        return wrong(ErrorKind::configuration, "unreadable",
                     "The secrets file " + path + " cannot be read (larger than 64 MB).");
    // A pipe has no readers but us.
    if (S_ISREG(about.st_mode) && (about.st_mode & (S_IRWXG | S_IRWXO)))
        return wrong(ErrorKind::configuration, "permissions",
                     "The secrets file " + path + " may be read by others; run: chmod 600 " + path);
    const auto read = reader(path, text);
    if (!read) return read.error();
    const auto& value = read.value();
    if (!value.object())
        return wrong(ErrorKind::validation, "secrets",
                     "The secrets file " + path +
                         " must hold an object, each secret by its name, found " +
                         describe(value.kind()) + ".");
    file_ = *world::sealed(value).object();
    return std::nullopt;
}

Result<Value> SecretStore::find(const std::string& name) {
    if (const auto* value = given_.find(name)) return *value;
    if (const auto* value = file_.find(name)) return *value;
    if (const auto found = environment_.find(folded(name)); found != environment_.end()) {
        if (!text::isUtf8(found->second))
            return wrong(ErrorKind::authorization, "secret",
                         "The environment variable TENON_SECRET_" + folded(name) +
                             " is not UTF-8. Set it anew as UTF-8, or put its bytes into base64.");
        const auto first = found->second.find_first_not_of(" \t\r\n");
        if (first == std::string::npos || found->second[first] != '{')
            return world::sealed(found->second);
        const auto value = json::read(found->second);
        if (value) return world::sealed(value.value());
        return wrong(ErrorKind::authorization, "secret",
                     "The environment variable TENON_SECRET_" + folded(name) +
                         " begins like a JSON object, but is none. Mend it, or put the secret "
                         "into a file and add --secrets FILE.");
    }
    return wrong(ErrorKind::authorization, "secret missing",
                 "The secret \"" + name +
                     "\" was not given. Put it into a file and add --secrets "
                     "FILE, or set TENON_SECRET_" +
                     folded(name) + ".");
}

}  // namespace tenon::secrets
