// SPDX-License-Identifier: Apache-2.0
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SecureStreamSocketImpl.h>
#include <openssl/err.h>
#include <poll.h>

#include <algorithm>
#include <optional>

#include "net/fault.h"
#include "net/stream.h"
#include "net/tls.h"
#include "net/tls/context.h"
#include "net/tls/reason.h"

namespace tenon::net {

using Poco::Net::SecureStreamSocket;

namespace {

// What is left in the thread's queue of errors, by whomever, would be taken for ours: it is cleared
// before each call.
class TlsStream final : public Stream {
  public:
    TlsStream(const SecureStreamSocket& socket, bool certificateWanted)
        : socket_(socket), certificateWanted_(certificateWanted) {}
    ~TlsStream() override {
        ERR_clear_error();
        socket_.reset();
    }
    TlsStream(const TlsStream&) = delete;
    TlsStream& operator=(const TlsStream&) = delete;

    Progress read(char* buffer, std::size_t size) override {
        try {
            ERR_clear_error();
            const auto got = progress(socket_->receiveBytes(buffer, static_cast<int>(size)));
            if (got.state == State::ok) certificateWanted_ = false;
            return got;
        } catch (const Poco::Exception& e) {
            // With TLS 1.3 the client's handshake ends before the server judges it.
            if (certificateWanted_ && isCertificateRefusal(e.message()))
                throw Fault(FaultKind::tls, kCertificateWanted);
            // Without close_notify the end may be an attacker's: never a whole answer.
            throw Fault(FaultKind::closed, "the connection broke");
        }
    }
    Progress write(std::string_view bytes) override {
        constexpr std::size_t most = 1 << 20;  // Poco counts with int
        try {
            ERR_clear_error();
            return progress(
                socket_->sendBytes(bytes.data(), static_cast<int>(std::min(bytes.size(), most))));
        } catch (const Poco::Exception&) {
            throw Fault(FaultKind::closed, "the connection broke");
        }
    }
    [[nodiscard]] bool buffered() const override { return socket_->available() > 0; }
    [[nodiscard]] int descriptor() const override { return socket_->impl()->sockfd(); }

  private:
    // Poco's codes on a socket that does not block.
    static Progress progress(int code) {
        if (code > 0) return {State::ok, static_cast<std::size_t>(code)};
        if (code == SecureStreamSocket::ERR_SSL_WANT_READ) return {State::wantRead};
        if (code == SecureStreamSocket::ERR_SSL_WANT_WRITE) return {State::wantWrite};
        return {State::ended};
    }

    mutable std::optional<SecureStreamSocket> socket_;
    bool certificateWanted_;  // and no byte of an answer says that it went well without
};

void shakeHands(SecureStreamSocket& socket, const std::string& host, const Tls::Wait& wait) {
    for (;;) {
        const int code = socket.completeHandshake();
        if (code > 0) break;
        const bool read = code == SecureStreamSocket::ERR_SSL_WANT_READ;
        if (!read && code != SecureStreamSocket::ERR_SSL_WANT_WRITE)
            throw Fault(FaultKind::tls,
                        "the server closed the connection during the TLS handshake");
        wait(socket.impl()->sockfd(), read ? POLLIN : POLLOUT);
    }
    socket.verifyPeerCertificate(host);
}

// The server is told which host is meant, unless that is an address (RFC 6066).
SecureStreamSocket attach(const Poco::Net::StreamSocket& socket, const std::string& host,
                          TlsContext& context) {
    Poco::Net::IPAddress address;
    return Poco::Net::IPAddress::tryParse(host, address)
               ? SecureStreamSocket::attach(socket, context.get())
               : SecureStreamSocket::attach(socket, host, context.get());
}

class Module final : public Tls {
  public:
    explicit Module(const std::string& trust) : context_(trust) {}

    std::unique_ptr<Stream> stream(const Poco::Net::StreamSocket& socket, const std::string& host,
                                   const Wait& wait) override {
        TlsContext::takeHeard();
        ERR_clear_error();
        try {
            auto secure = attach(socket, host, context_);
            shakeHands(secure, host, wait);
            return std::make_unique<TlsStream>(secure, TlsContext::takeHeard().certificateWanted);
        } catch (const Poco::Net::CertificateValidationException&) {
            throw Fault(FaultKind::tls, "the certificate is not for the host " + host);
        } catch (const Poco::Exception& e) {
            const auto heard = TlsContext::takeHeard();
            throw Fault(FaultKind::tls, heard.refused.empty()
                                            ? handshakeFailure(e.message(), heard.certificateWanted)
                                            : heard.refused);
        }
    }

  private:
    TlsContext context_;
};

}  // namespace

}  // namespace tenon::net

tenon::net::Tls* tenon_tls_open(const std::string& trust) { return new tenon::net::Module(trust); }
