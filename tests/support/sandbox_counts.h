// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/URI.h>

#include <string>

#include "tenon/json.h"

namespace support {

// What the sandbox at this address answers to a GET.
inline tenon::Value sandboxSays(const std::string& address, const std::string& path,
                                const std::string& authorization = "") {
    const Poco::URI uri(address);
    Poco::Net::HTTPClientSession session(uri.getHost(), uri.getPort());
    Poco::Net::HTTPRequest request("GET", path);
    if (!authorization.empty()) request.set("Authorization", authorization);
    session.sendRequest(request);
    Poco::Net::HTTPResponse response;
    std::string body;
    std::getline(session.receiveResponse(response), body, '\0');
    return tenon::json::read(body).value();
}

// What it has, and has made.
inline tenon::Value sandboxCounts(const std::string& address) {
    return sandboxSays(address, "/sandbox/counts");
}

}  // namespace support
