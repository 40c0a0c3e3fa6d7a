// SPDX-License-Identifier: Apache-2.0
#include "cli/secrets_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/read_file.h"
#include "store/whole_file.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

bool isOfASandbox(const std::string& text) {
    const auto read = json::read(text);
    const auto* platform = read ? read.value().find("cloudElements") : nullptr;
    const auto* base = platform ? platform->find("baseUrl") : nullptr;
    return base && base->string() && base->string()->starts_with("http://127.0.0.1:");
}

[[noreturn]] void fail(const std::string& path, int problem) {
    throw Failure(kNoOutput, "tenon: --secrets-to: " + oneLine(path) + " cannot be written (" +
                                 ::strerror(problem) + ").\n");
}

}  // namespace

void checkSecretsFile(const std::string& path) {
    std::error_code problem;
    const auto there = std::filesystem::symlink_status(path, problem);
    if (!std::filesystem::exists(there)) return;
    if (!std::filesystem::is_regular_file(there) || !isOfASandbox(readPlainFile(path)))
        throw Failure(kNoOutput, "tenon: --secrets-to: " + oneLine(path) +
                                     " exists and does not hold a sandbox's secrets. Remove it, or "
                                     "name another file.\n");
}

void writeSecretsFile(const std::string& path, const Value& secrets) {
    std::string draft = path + ".XXXXXX";
    const int file = ::mkostemp(draft.data(), O_CLOEXEC);  // mode 0600
    if (file < 0) fail(path, errno);
    int problem = store::writeAll(file, json::pretty(secrets, json::Secrets::reveal) + "\n");
    ::close(file);
    if (!problem && std::rename(draft.c_str(), path.c_str()) != 0) problem = errno;
    if (!problem) return;
    ::unlink(draft.c_str());
    fail(path, problem);
}

}  // namespace tenon::cli
