// SPDX-License-Identifier: Apache-2.0
#include "run/exposed.h"

#include "http/url.h"

namespace tenon::run {

std::optional<Error> exposed(const Run& run, std::string_view url, const std::string& place) {
    const auto host = http::plainHttpHost(url);
    if (!host || run.mayUsePlainHttp(*host)) return std::nullopt;
    return makeError(ErrorKind::configuration, "request refused",
                     "In " + place + ": a secret would go to " + *host +
                         " over plain http, where the network can read it. Nothing was sent. "
                         "Use https, or allow plain http to " +
                         *host + " by name.");
}

}  // namespace tenon::run
