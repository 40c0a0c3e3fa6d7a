// SPDX-License-Identifier: Apache-2.0
// A request and an answer as the platform sees them, without sockets.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tenon/http.h"
#include "tenon/value.h"

namespace cloudelements::sandbox {

struct Request {
    std::string method;
    std::string path;  // "/elements/api-v2/instances"; empty: the URI cannot be read
    std::vector<std::pair<std::string, std::string>> query;
    std::vector<tenon::Header> headers;
    std::string body;

    // The first header of that name; empty if there is none.
    [[nodiscard]] std::string header(std::string_view name) const {
        for (const auto& h : headers)
            if (tenon::sameHeader(h.name, name)) return h.value;
        return "";
    }
    [[nodiscard]] std::string parameter(std::string_view name) const {
        for (const auto& [key, value] : query)
            if (key == name) return value;
        return "";
    }
};

struct Answer {
    int status = 200;
    std::string body;
    std::vector<tenon::Header> headers;
};

// With a JSON body.
Answer answer(int status, const tenon::Value& body);
// The platform's error body: {"requestId": 24 hex digits, "message": …}.
Answer refusal(int status, const std::string& message);

// Random digits of 0–9 and a–f.
std::string hex(std::size_t digits);
// As the platform's secrets look: base64 of random bytes.
std::string token();

}  // namespace cloudelements::sandbox
