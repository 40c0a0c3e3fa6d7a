// SPDX-License-Identifier: Apache-2.0
#include "net/request_writer.h"

#include <array>

#include "net/fault.h"
#include "net/token.h"
#include "tenon/version.h"

namespace tenon::net {
namespace {

// They say how the message is framed and where it goes, which is the client's to know.
constexpr std::array<std::string_view, 8> ours{"Content-Length",
                                               "Transfer-Encoding",
                                               "Host",
                                               "Connection",
                                               "Keep-Alive",
                                               "TE",
                                               "Proxy-Authorization",
                                               "Upgrade"};

void check(const Header& header) {
    if (!isToken(header.name))
        throw Fault(FaultKind::refused,
                    "a header's name is empty or holds a character that must not stand there");
    for (const char c : header.value)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
            throw Fault(FaultKind::refused, "the value of the header " + header.name +
                                                " holds a line break or another control character");
    for (const auto name : ours)
        if (sameHeader(name, header.name))
            throw Fault(FaultKind::refused,
                        "the header " + header.name + " is the client's own; leave it out");
}

}  // namespace

std::string writeRequest(const HttpRequest& request, const Url& url, const std::string& target,
                         const std::string& proxyAuthorization) {
    if (!isToken(request.method))
        throw Fault(FaultKind::refused, "the method is no method of HTTP");
    if (request.method == "CONNECT")
        throw Fault(FaultKind::refused, "the method CONNECT is the client's own");
    bool agent = false, accepts = false;
    std::string out;
    out.reserve(512 + request.body.size());
    out.append(request.method).append(" ").append(target).append(" HTTP/1.1\r\nHost: ");
    out.append(url.authority()).append("\r\n");
    for (const auto& header : request.headers) {
        check(header);
        agent = agent || sameHeader(header.name, "User-Agent");
        accepts = accepts || sameHeader(header.name, "Accept-Encoding");
        out.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    if (!agent) out += "User-Agent: tenon/" TENON_VERSION "\r\n";
    if (!accepts) out += "Accept-Encoding: gzip\r\n";
    if (!proxyAuthorization.empty())
        out.append("Proxy-Authorization: ").append(proxyAuthorization).append("\r\n");
    const auto& m = request.method;
    if (!request.body.empty() || m == "POST" || m == "PUT" || m == "PATCH")
        out.append("Content-Length: ").append(std::to_string(request.body.size())).append("\r\n");
    out.append("\r\n").append(request.body);
    return out;
}

}  // namespace tenon::net
