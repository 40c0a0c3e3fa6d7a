// SPDX-License-Identifier: Apache-2.0
#include "cli/means.h"

#include <unistd.h>

#include <charconv>
#include <iostream>

#include "cli/failure.h"
#include "cli/read_file.h"
#include "cli/secret_care.h"
#include "manifest/texts.h"

namespace tenon::cli {
namespace {

net::ClientOptions clientOptions(const Arguments& arguments, const world::PlainHttp& plainHttp) {
    net::ClientOptions options;
    options.plainHttp = plainHttp;
    if (const auto file = arguments.value("ca-file")) {
        readPlainFile(*file);  // said before anything is run
        options.caFile = *file;
    }
    for (const auto& text : arguments.values("resolve")) {
        auto rule = net::parseResolve(text);
        if (!rule) throw UsageError("--resolve: " + rule.error().detail);
        options.resolve.push_back(std::move(rule).value());
    }
    return options;
}

std::chrono::seconds requestTimeout(const Arguments& arguments) {
    const std::string text = arguments.value("request-timeout").value_or("120");
    int seconds = 0;
    const auto end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, seconds);
    if (problem != std::errc() || at != end || seconds < 1)
        throw UsageError("--request-timeout wants whole seconds from 1, found " + text);
    return std::chrono::seconds(seconds);
}

secrets::SecretStore careful(const Arguments& arguments, const GivenManifest& given) {
    if (!arguments.has("allow-core-dump")) forbidCoreDumps();
    auto secrets = openSecrets(arguments);
    warnOfShortSecrets(given.workflow().secrets(), secrets, std::cerr);
    return secrets;
}

}  // namespace

secrets::SecretStore openSecrets(const Arguments& arguments) {
    secrets::SecretStore store(environ);
    if (const auto file = arguments.value("secrets")) {
        if (const auto problem = store.readFile(*file, manifest::readTexts, readable)) {
            const ExitCode code = problem->kind == ErrorKind::cancelled    ? kCancelled
                                  : problem->title == "permissions"        ? kPermissions
                                  : problem->kind == ErrorKind::validation ? kBadInput
                                                                           : kUnreadable;
            throw Failure(code, problem->title == "faults" ? problem->detail
                                                           : "tenon: " + problem->detail + "\n");
        }
    }
    return store;
}

Means::Means(const Arguments& arguments, const GivenManifest& given)
    : secrets(careful(arguments, given)),
      plainHttp_(arguments.values("allow-plain-http")),
      client_(clientOptions(arguments, plainHttp_)),
      http_(client_, clock_),
      requestTimeout_(requestTimeout(arguments)) {}

run::RunOptions Means::options() const {
    run::RunOptions options;
    options.requestTimeout = requestTimeout_;
    options.plainHttp = plainHttp_;
    return options;
}

}  // namespace tenon::cli
