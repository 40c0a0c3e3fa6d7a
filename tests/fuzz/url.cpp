// SPDX-License-Identifier: Apache-2.0
// A URL, and on the next line where it is redirected.
#include "net/url.h"
#include "net/fault.h"
#include "targets.h"

void fuzz::url(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    try {
        const auto url = tenon::net::parseUrl(line);
        (void)tenon::net::redirected(
            url, std::string(bytes.substr(std::min(line.size() + 1, bytes.size()))));
        // What is shown leads to the same place.
        const auto again = tenon::net::parseUrl(url.shown());
        if (again.host != url.host || again.port != url.port) __builtin_trap();
    } catch (const tenon::net::Fault&) {
    }
}
