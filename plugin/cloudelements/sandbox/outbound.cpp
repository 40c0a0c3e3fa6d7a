// SPDX-License-Identifier: Apache-2.0
#include "outbound.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/URI.h>
#include <sys/socket.h>

namespace cloudelements::sandbox {
namespace {

using Poco::Net::HTTPClientSession;

constexpr std::size_t kLargest = 8u << 20;

bool isLoopback(const std::string& host) {
    return host == "127.0.0.1" || host == "localhost" || host == "::1" || host == "[::1]";
}

Answer nothing(const std::string& why) { return {0, why, {}}; }

Answer exchange(HTTPClientSession& session, const std::string& host, const std::string& target,
                const Request& request) {
    Poco::Net::HTTPRequest head(request.method, target, "HTTP/1.1");
    head.setHost(host);
    for (const auto& h : request.headers) head.set(h.name, h.value);
    head.setContentLength64(static_cast<Poco::Int64>(request.body.size()));
    session.sendRequest(head) << request.body << std::flush;
    Poco::Net::HTTPResponse response;
    auto& in = session.receiveResponse(response);
    Answer out;
    out.status = response.getStatus();
    for (const auto& [name, value] : response) out.headers.push_back({name, value});
    for (char bytes[4096]; in.read(bytes, sizeof bytes), in.gcount() > 0;) {
        out.body.append(bytes, static_cast<std::size_t>(in.gcount()));
        if (out.body.size() > kLargest) return nothing("The answer is larger than 8 MB");
    }
    return out;
}

}  // namespace

Answer Outbound::send(const std::string& url, const Request& request) {
    try {
        Poco::URI uri(url);
        if (uri.getScheme() != "http" || !isLoopback(uri.getHost()))
            return nothing("not in the sandbox: a request to " + uri.getScheme() + "://" +
                           uri.getHost() + "; it calls http on loopback addresses only");
        Poco::URI target(request.path.empty() ? "/" : request.path);
        target.setQueryParameters(request.query);
        if (request.query.empty() && request.path.empty())
            target = Poco::URI(uri.getPathAndQuery());
        return exchanged(uri, target.getPathAndQuery(), request);
    } catch (const Poco::Exception&) {
        return nothing("The address is not valid: " + url);
    }
}

Answer Outbound::exchanged(const Poco::URI& uri, const std::string& target,
                           const Request& request) {
    Answer out;
    try {
        const Poco::Timespan most(10, 0);
        Poco::Net::StreamSocket socket;
        socket.connect(Poco::Net::SocketAddress(uri.getHost(), uri.getPort()), most);
        if (!use(socket.impl()->sockfd())) return nothing("The sandbox stops");
        HTTPClientSession session(socket);
        session.setTimeout(most);
        out = exchange(session, uri.getAuthority(), target, request);
    } catch (const Poco::Exception& e) {
        out = nothing("No answer from " + uri.getAuthority() + ": " + e.displayText());
    }
    use(-1);
    return out;
}

bool Outbound::use(int socket) {
    const std::scoped_lock lock(mutex_);
    socket_ = socket;
    return !isStopped_;
}

void Outbound::stop() {
    const std::scoped_lock lock(mutex_);
    isStopped_ = true;
    if (socket_ >= 0) ::shutdown(socket_, SHUT_RDWR);
}

}  // namespace cloudelements::sandbox
