// SPDX-License-Identifier: Apache-2.0
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SecureStreamSocketImpl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

#include "net/fault.h"
#include "net/stream.h"
#include "net/tls_context.h"

namespace tenon::net {

using Poco::Net::SecureStreamSocket;

namespace {

// OpenSSL writes with write(2), which raises SIGPIPE on a broken connection. It is kept from the
// process for as long as the guard lives, on this thread, and taken away if it came.
class NoSigpipe {
  public:
    NoSigpipe() {
        struct sigaction action {};
        sigaction(SIGPIPE, nullptr, &action);
        harmless_ = action.sa_handler != SIG_DFL;
        if (harmless_) return;
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        sigset_t waiting;
        sigpending(&waiting);
        wasPending_ = sigismember(&waiting, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~NoSigpipe() {
        if (harmless_) return;
        const timespec now{};
        if (!wasPending_)
            while (sigtimedwait(&pipe_, nullptr, &now) == -1 && errno == EINTR) continue;
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    NoSigpipe(const NoSigpipe&) = delete;
    NoSigpipe& operator=(const NoSigpipe&) = delete;

  private:
    sigset_t pipe_{}, before_{};
    bool wasPending_ = false;
    bool harmless_ = false;  // the process took care of the signal itself
};

class TlsStream final : public Stream {
  public:
    explicit TlsStream(const SecureStreamSocket& socket) : socket_(socket) {}

    Progress read(char* buffer, std::size_t size) override {
        try {
            const NoSigpipe guard;  // an answer to a key update is a write
            return progress(socket_.receiveBytes(buffer, static_cast<int>(size)));
        } catch (const Poco::Exception&) {
            // Without close_notify the end may be an attacker's: never a whole answer.
            throw Fault(FaultKind::closed, "the connection broke");
        }
    }
    Progress write(std::string_view bytes) override {
        try {
            const NoSigpipe guard;
            return progress(socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size())));
        } catch (const Poco::Exception&) {
            throw Fault(FaultKind::closed, "the connection broke");
        }
    }
    [[nodiscard]] bool buffered() const override { return socket_.available() > 0; }
    [[nodiscard]] int descriptor() const override { return socket_.impl()->sockfd(); }

  private:
    // Poco's codes on a socket that does not block.
    static Progress progress(int code) {
        if (code > 0) return {State::ok, static_cast<std::size_t>(code)};
        if (code == SecureStreamSocket::ERR_SSL_WANT_READ) return {State::wantRead};
        if (code == SecureStreamSocket::ERR_SSL_WANT_WRITE) return {State::wantWrite};
        return {State::ended};
    }

    mutable SecureStreamSocket socket_;
};

void shakeHands(SecureStreamSocket& socket, const std::string& host, Waiter& waiter) {
    for (;;) {
        int code = 0;
        {
            const NoSigpipe guard;
            code = socket.completeHandshake();
        }
        if (code > 0) break;
        const bool read = code == SecureStreamSocket::ERR_SSL_WANT_READ;
        if (!read && code != SecureStreamSocket::ERR_SSL_WANT_WRITE)
            throw Fault(FaultKind::tls,
                        "the server closed the connection during the TLS handshake");
        waiter.wait(socket.impl()->sockfd(), read ? POLLIN : POLLOUT);
    }
    socket.verifyPeerCertificate(host);
}

}  // namespace

std::unique_ptr<Stream> tlsStream(const Poco::Net::StreamSocket& socket, const std::string& host,
                                  TlsContext& context, Waiter& waiter) {
    TlsContext::takeReason();
    try {
        auto secure = SecureStreamSocket::attach(socket, host, context.get());
        shakeHands(secure, host, waiter);
        return std::make_unique<TlsStream>(secure);
    } catch (const Poco::Net::CertificateValidationException&) {
        throw Fault(FaultKind::tls, "the certificate is not for the host " + host);
    } catch (const Poco::Exception& e) {
        auto reason = TlsContext::takeReason();
        if (reason.empty()) reason = "the TLS handshake failed (" + e.message() + ")";
        throw Fault(FaultKind::tls, reason);
    }
}

}  // namespace tenon::net
