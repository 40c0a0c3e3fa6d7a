// SPDX-License-Identifier: Apache-2.0
#include "store/state/key.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>

namespace tenon::store {
namespace {

// Room for what a key file may hold; wiped in the end.
struct KeyText {
    std::array<char, 256> text{};
    std::size_t size = 0;

    KeyText() = default;
    KeyText(const KeyText&) = delete;
    KeyText& operator=(const KeyText&) = delete;
    ~KeyText() { OPENSSL_cleanse(text.data(), text.size()); }

    [[nodiscard]] std::string_view trimmed() const {
        constexpr auto kBlank = " \t\r\n";
        const std::string_view all(text.data(), size);
        const auto from = all.find_first_not_of(kBlank);
        if (from == all.npos) return {};
        return all.substr(from, all.find_last_not_of(kBlank) - from + 1);
    }
};

Error unreadable(const std::string& path, const std::string& why) {
    return makeError(ErrorKind::configuration, "key file",
                     "The key file " + path + " cannot be read (" + why + ").");
}

std::optional<Error> readText(const std::string& path, KeyText& into) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return unreadable(path, strerror(errno));
    struct stat about {};
    ::fstat(file, &about);
    ssize_t got = 1;
    while (got > 0 && into.size < into.text.size()) {
        got = ::read(file, into.text.data() + into.size, into.text.size() - into.size);
        if (got > 0) into.size += static_cast<std::size_t>(got);
        if (got < 0 && errno == EINTR) got = 1;
    }
    const int problem = got < 0 ? errno : 0;
    ::close(file);
    if (problem) return unreadable(path, strerror(problem));
    if (S_ISREG(about.st_mode) && (about.st_mode & (S_IRWXG | S_IRWXO)))
        return makeError(ErrorKind::configuration, "permissions",
                         "The key file " + path + " may be read by others; run: chmod 600 " + path);
    return std::nullopt;
}

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool fromHex(std::string_view text, unsigned char* out) {
    if (text.size() != 2 * Key::kSize) return false;
    for (std::size_t i = 0; i < Key::kSize; ++i) {
        const int high = nibble(text[2 * i]), low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return true;
}

bool fromBase64(std::string_view text, unsigned char* out) {
    if (text.size() != 44 || text[43] != '=' || text[42] == '=') return false;
    std::array<unsigned char, 33> room{};
    const int got =
        EVP_DecodeBlock(room.data(), reinterpret_cast<const unsigned char*>(text.data()), 44);
    const bool right = got == 33;  // the padding counts
    if (right) std::copy_n(room.begin(), Key::kSize, out);
    OPENSSL_cleanse(room.data(), room.size());
    return right;
}

}  // namespace

Key::Key(std::string_view bytes) {
    std::copy_n(bytes.begin(), std::min(bytes.size(), kSize), bytes_.begin());
}

Key::Key(Key&& other) noexcept : bytes_(other.bytes_) {
    OPENSSL_cleanse(other.bytes_.data(), kSize);
}

Key::~Key() { OPENSSL_cleanse(bytes_.data(), kSize); }

Result<Key> Key::read(const KeySource& source) {
    KeyText text;
    if (source.written) {
        text.size = source.written->copy(text.text.data(), text.text.size());
    } else if (auto problem = readText(source.path, text)) {
        return *std::move(problem);
    }
    Key key;
    const auto written = text.trimmed();
    if (!fromHex(written, key.bytes_.data()) && !fromBase64(written, key.bytes_.data()))
        return makeError(
            ErrorKind::configuration, "key file",
            (source.written ? source.path : "The key file " + source.path) +
                " holds no key: wanted 32 bytes as 64 hexadecimal digits or as base64, "
                "found " +
                (text.size == text.text.size()
                     ? "more than that"
                     : std::to_string(written.size()) + " other characters") +
                ". Make one with: tenon key new FILE");
    return key;
}

std::optional<Error> writeNewKey(const std::string& path) {
    const auto failed = [&](int why) {
        return makeError(ErrorKind::configuration, "key file",
                         "The key file " + path + " cannot be written (" + strerror(why) + ").");
    };
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST)
        return makeError(ErrorKind::configuration, "key file",
                         "There is a file " + path +
                             " already. A key that is lost opens nothing any more: name another "
                             "file.");
    if (file < 0) return failed(errno);
    const Key key = Key::fresh();
    std::array<char, 2 * Key::kSize + 1> text{};
    for (std::size_t i = 0; i < Key::kSize; ++i) {
        text[2 * i] = "0123456789abcdef"[key.data()[i] >> 4];
        text[2 * i + 1] = "0123456789abcdef"[key.data()[i] & 15];
    }
    text.back() = '\n';
    const bool written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    const int why = errno;
    OPENSSL_cleanse(text.data(), text.size());
    ::close(file);
    if (written) return std::nullopt;
    ::unlink(path.c_str());
    return failed(why);
}

Key Key::fresh() {
    Key key;
    if (RAND_bytes(key.bytes_.data(), kSize) != 1)
        throw StepError(makeError(ErrorKind::runtime, "randomness",
                                  "OpenSSL has no random bytes to give; no key can be made."));
    return key;
}

}  // namespace tenon::store
