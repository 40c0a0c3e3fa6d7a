// SPDX-License-Identifier: Apache-2.0
#include <Poco/Net/StreamSocket.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "net/fault.h"
#include "net/stream.h"

namespace tenon::net {
namespace {

// The calls of the system and not Poco's: those raise SIGPIPE in the process of whoever embeds us.
class PlainStream final : public Stream {
  public:
    explicit PlainStream(const Poco::Net::StreamSocket& socket) : socket_(socket) {}

    Progress read(char* buffer, std::size_t size) override {
        const auto got = ::recv(descriptor(), buffer, size, 0);
        if (got > 0) return {State::ok, static_cast<std::size_t>(got)};
        if (got == 0) return {State::ended};
        return failed(State::wantRead);
    }
    Progress write(std::string_view bytes) override {
        const auto sent = ::send(descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) return {State::ok, static_cast<std::size_t>(sent)};
        return failed(State::wantWrite);
    }
    [[nodiscard]] int descriptor() const override { return socket_.impl()->sockfd(); }

  private:
    static Progress failed(State later) {
        if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) return {later};
        throw Fault(FaultKind::closed,
                    std::string("the connection broke (") + strerror(errno) + ")");
    }

    Poco::Net::StreamSocket socket_;
};

}  // namespace

std::unique_ptr<Stream> plainStream(const Poco::Net::StreamSocket& socket) {
    return std::make_unique<PlainStream>(socket);
}

}  // namespace tenon::net
