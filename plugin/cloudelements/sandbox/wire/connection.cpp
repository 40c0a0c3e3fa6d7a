// SPDX-License-Identifier: Apache-2.0
#include "wire/connection.h"

#include <Poco/Net/HTTPResponse.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <sstream>

namespace cloudelements::sandbox {
namespace {

using namespace std::chrono_literals;
using Poco::Net::HTTPResponse;

constexpr auto kIdle = 10s;
constexpr auto kWhole = 60s;  // for a request from its first byte, and for an answer
constexpr auto kEnding = 2s;

bool mustWait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

HTTPResponse headOf(const Answer& answer, bool keepAlive) {
    HTTPResponse out(Poco::Net::HTTPMessage::HTTP_1_1,
                     static_cast<HTTPResponse::HTTPStatus>(answer.status));
    out.setDate(Poco::Timestamp());
    out.setKeepAlive(keepAlive);
    for (const auto& h : answer.headers) out.set(h.name, h.value);
    if (!keepAlive) out.setKeepAlive(false);
    out.setChunkedTransferEncoding(false);
    out.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
    return out;
}

}  // namespace

Connection::Connection(int socket, std::uint16_t port, Service& service)
    : socket_(socket), reader_(port), service_(service) {
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    enter(Phase::reading, kIdle);
}

short Connection::awaited() const { return phase_ == Phase::sending ? POLLOUT : POLLIN; }

void Connection::enter(Phase phase, Clock::duration atMost) {
    phase_ = phase;
    until_ = Clock::now() + atMost;
}

void Connection::close() {
    if (isOpen()) ::close(std::exchange(socket_, -1));
}

void Connection::goOn() {
    if (phase_ == Phase::sending) {
        flush();
    } else {
        receive();
    }
    serveWhatIsThere();
}

void Connection::timeIsUp() {
    if (phase_ == Phase::delayed) {
        act();
        serveWhatIsThere();
    } else if (phase_ == Phase::reading && reader_.isBegun()) {
        last_ = true;
        began_ = Clock::now();
        answer(refusal(408, "The request did not come whole within 60 s"), {});
    } else {
        close();
    }
}

void Connection::receive() {
    char bytes[64 * 1024];
    const auto count = ::recv(socket_, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count < 0 && mustWait()) return;
    if (count < 0 || (count == 0 && phase_ == Phase::ending)) return close();
    if (phase_ == Phase::ending) return;
    const bool wasBegun = reader_.isBegun();
    if (count == 0) {
        reader_.end();
    } else {
        reader_.add({bytes, static_cast<std::size_t>(count)});
    }
    if (!wasBegun && reader_.isBegun()) enter(Phase::reading, kWhole);
}

// A client may wait for this before it sends a body.
void Connection::askForBody() {
    constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
    if (::send(socket_, go.data(), go.size(), MSG_DONTWAIT | MSG_NOSIGNAL) < 0) close();
}

// As far as it goes without waiting.
void Connection::serveWhatIsThere() {
    while (isOpen() && phase_ == Phase::reading) {
        if (reader_.isOver()) return close();
        if (!reader_.isWhole() && !reader_.refused()) {
            if (reader_.takeExpectation()) askForBody();
            return;
        }
        const Request& request = reader_.request();
        began_ = Clock::now();
        std::optional<Answer> refused = reader_.refused();
        last_ = refused || !reader_.isKeptAlive();
        if (!refused && request.path.empty())
            refused = refusal(400, "The request URI is not valid");
        if (!refused && request.body.size() > kLargestBody)
            refused = refusal(413, "The request body is larger than 8 MB");
        if (refused) {
            answer(*refused, {});
            continue;
        }
        fault_ = service_.faults.take(request).value_or(Fault());
        if (fault_.delay.count() > 0) {
            service_.tell(request, "waits " + std::to_string(fault_.delay.count()) + " ms");
            return enter(Phase::delayed,
                         std::min<std::chrono::milliseconds>(fault_.delay, 24h * 365));
        }
        act();
    }
}

void Connection::act() {
    if (fault_.drop == Fault::Drop::before) return drop("dropped before acting");
    const Answer given = service_.answerTo(reader_.request(), fault_);
    if (fault_.drop == Fault::Drop::after) return drop("dropped after acting");
    const bool cut = fault_.cut && *fault_.cut < given.body.size();
    answer(given, cut ? fault_.cut : std::nullopt);
}

void Connection::drop(const char* outcome) {
    tell(outcome);
    if (fault_.reset) {
        const linger atOnce{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    }
    close();
}

void Connection::answer(const Answer& answer, std::optional<std::size_t> cut) {
    tell(std::to_string(answer.status) + (cut ? " cut" : ""));
    cut_ = cut.has_value();
    const HTTPResponse head = headOf(answer, !last_ && !cut_);
    last_ = !head.getKeepAlive();
    std::ostringstream out;
    head.write(out);
    out_ = std::move(out).str();
    if (reader_.request().method != "HEAD")
        out_.append(answer.body, 0, cut.value_or(answer.body.npos));
    sent_ = 0;
    enter(Phase::sending, kWhole);
    flush();
}

void Connection::flush() {
    while (sent_ < out_.size()) {
        const auto count =
            ::send(socket_, out_.data() + sent_, out_.size() - sent_, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0 && mustWait()) return;
        if (count < 0) return close();
        sent_ += static_cast<std::size_t>(count);
    }
    afterAnswer();
}

void Connection::afterAnswer() {
    out_ = {};
    if (cut_) return close();
    if (!last_) {
        reader_.next();
        return enter(Phase::reading, reader_.isBegun() ? Clock::duration(kWhole) : kIdle);
    }
    // Closed while the client still sends, it might not hear the answer.
    ::shutdown(socket_, SHUT_WR);
    enter(Phase::ending, kEnding);
}

void Connection::tell(const std::string& outcome) {
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_).count();
    service_.tell(reader_.request(), outcome + " " + std::to_string(took) + " ms");
}

}  // namespace cloudelements::sandbox
