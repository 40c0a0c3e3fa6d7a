// SPDX-License-Identifier: Apache-2.0
#include "net/connect.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "net/exchange.h"
#include "net/fault.h"
#include "net/resolve.h"

namespace tenon::net {

using Clock = std::chrono::steady_clock;
using Poco::Net::SocketAddress;
using Poco::Net::StreamSocket;

namespace {

// Throws Fault (connect) if this address does not answer before `until`.
StreamSocket open(const SocketAddress& address, Clock::time_point until, Waiter& waiter) {
    const auto failed = [&](const std::string& why) {
        return Fault(FaultKind::connect, address.toString() + " (" + why + ")");
    };
    try {
        StreamSocket socket(address.family());
        socket.setBlocking(false);
        const int descriptor = socket.impl()->sockfd();
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);  // no program that is started keeps it open
        if (::connect(descriptor, address.addr(), address.length()) != 0) {
            if (errno != EINPROGRESS && errno != EINTR) throw failed(strerror(errno));
            if (!waiter.wait(descriptor, POLLOUT, until)) throw failed(strerror(ETIMEDOUT));
            int problem = 0;
            socklen_t size = sizeof problem;
            ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &size);
            if (problem) throw failed(strerror(problem));
        }
        socket.setNoDelay(true);
        return socket;
    } catch (const Poco::Exception& e) {
        throw failed(e.code() ? strerror(e.code()) : e.displayText());
    }
}

// Each address gets its share of the time, so that one that swallows packets does not eat it all.
StreamSocket openAny(const std::string& host, std::uint16_t port, const ClientOptions& options,
                     Waiter& waiter) {
    const auto addresses = resolve(host, port, options.resolve, waiter);
    const bool endless = waiter.deadline() == Clock::time_point::max();
    std::string failures;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const auto now = Clock::now();
        const auto share = static_cast<int>(addresses.size() - i);
        const auto until = share == 1 ? waiter.deadline()
                           : endless  ? now + std::chrono::seconds(10)
                                      : now + (waiter.deadline() - now) / share;
        try {
            return open(addresses[i], until, waiter);
        } catch (const Fault& fault) {
            if (fault.kind() != FaultKind::connect) throw;
            failures +=
                (failures.empty() ? "no connection to " : ", nor to ") + std::string(fault.what());
        }
    }
    if (Clock::now() >= waiter.deadline())
        throw Fault(FaultKind::deadline, "the time was up: " + failures);
    throw Fault(FaultKind::connect, failures);
}

HttpResponse tunnel(const StreamSocket& socket, const Url& url, const Proxy& proxy,
                    Waiter& waiter) {
    const auto stream = plainStream(socket);
    const std::string host =
        url.host.find(':') == std::string::npos ? url.host : "[" + url.host + "]";
    const std::string target = host + ":" + std::to_string(url.port);
    std::string request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n";
    if (!proxy.authorization.empty())
        request += "Proxy-Authorization: " + proxy.authorization + "\r\n";
    request += "\r\n";
    ResponseParser parser(true, 0);
    exchange(*stream, request, parser, waiter);
    return std::move(parser.response());
}

// Whatever goes wrong before the proxy has made the connection is an error of connecting.
template <class Code>
auto ofProxy(const Proxy& proxy, const char* what, const Code& code) {
    try {
        return code();
    } catch (const Fault& fault) {
        if (fault.kind() == FaultKind::deadline || fault.kind() == FaultKind::cancelled) throw;
        throw Fault(FaultKind::connect,
                    "the proxy " + proxy.host + " " + what + ": " + fault.what());
    }
}

}  // namespace

std::unique_ptr<Stream> connect(const Url& url, const std::optional<Proxy>& proxy,
                                const ClientOptions& options, LazyTls& tls, Waiter& waiter) {
    const auto secured = [&](const Poco::Net::StreamSocket& socket) {
        return tls.stream(socket, url.host,
                          [&](int descriptor, short events) { waiter.wait(descriptor, events); });
    };
    if (!proxy) {
        const auto socket = openAny(url.host, url.port, options, waiter);
        return url.tls ? secured(socket) : plainStream(socket);
    }
    const auto socket = ofProxy(*proxy, "cannot be reached",
                                [&] { return openAny(proxy->host, proxy->port, options, waiter); });
    if (!url.tls) return plainStream(socket);
    const auto answer =
        ofProxy(*proxy, "did not answer", [&] { return tunnel(socket, url, *proxy, waiter); });
    if (answer.status / 100 != 2)
        throw Fault(FaultKind::connect, "the proxy " + proxy->host + " refused the connection (" +
                                            std::to_string(answer.status) +
                                            (answer.reason.empty() ? "" : " ") + answer.reason +
                                            ")");
    return secured(socket);
}

}  // namespace tenon::net
