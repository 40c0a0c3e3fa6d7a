// SPDX-License-Identifier: Apache-2.0
#include "http/url.h"

#include <algorithm>

namespace tenon::http {

std::string targetOf(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    const auto begin = std::min(url.find_first_of("/?"), url.size());
    const std::string target(url.substr(begin));
    return target.starts_with('/') ? target : "/" + target;
}

std::string withQuery(std::string url, const std::string& query) {
    if (query.empty()) return url;
    const auto end = std::min(url.find('#'), url.size());
    const auto mark = url.find('?');
    const bool has = mark < end;
    const bool open = has && (mark + 1 == end || url[end - 1] == '&');
    return url.insert(end, (!has ? "?" : open ? "" : "&") + query);
}

std::string shownUrl(const std::string& url) { return url.substr(0, url.find_first_of("?#")); }

bool isAddress(std::string_view uri) {
    return uri.starts_with("http://") || uri.starts_with("https://");
}

bool isFileBeside(std::string_view uri) {
    if (uri.empty() || uri.starts_with('/') || uri.find(':') != uri.npos) return false;
    return ("/" + std::string(uri) + "/").find("/../") == std::string::npos;
}

std::string methodOf(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

bool acts(const HttpRequest& request) {
    if (isIdempotent(request.method)) return false;
    return std::none_of(request.headers.begin(), request.headers.end(), [](const Header& header) {
        return sameHeader(header.name, "Idempotency-Key") && !header.value.empty();
    });
}

}  // namespace tenon::http
