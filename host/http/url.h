// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/http.h"
#include "tenon/method.h"

namespace tenon::http {

// Path and query as they stand on the request's first line: "/a?b=c".
std::string targetOf(std::string_view url);

// With a query behind the one that it has, before its fragment. "a=b&c=d"; may be empty.
std::string withQuery(std::string url, const std::string& query);

// A URL without query and fragment, for texts.
std::string shownUrl(const std::string& url);

// Does a manifest mean an http or https address, or a file in its folder or below it?
bool isAddress(std::string_view uri);
bool isFileBeside(std::string_view uri);

// As it goes to the server: in capitals.
std::string methodOf(std::string text);

// Must the request not be sent twice? A server that is given an Idempotency-Key sees to that
// itself.
bool acts(const HttpRequest& request);

}  // namespace tenon::http
