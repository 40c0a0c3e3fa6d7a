// SPDX-License-Identifier: Apache-2.0
#include "wire.h"

#include <Poco/Net/NetException.h>
#include <Poco/NumberParser.h>
#include <sys/socket.h>

#include "tenon/json.h"

namespace support {

Wire::Wire(std::uint16_t port) : socket_(Poco::Net::SocketAddress("127.0.0.1", port)) {
    socket_.setReceiveTimeout(Poco::Timespan(60, 0));
}

// What the sandbox has closed takes no more; the answer tells why.
void Wire::send(const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto count = ::send(socket_.impl()->sockfd(), bytes.data() + sent,
                                  bytes.size() - sent, MSG_NOSIGNAL);
        if (count < 0) return;
        sent += static_cast<std::size_t>(count);
    }
}

void Wire::end() { socket_.shutdownSend(); }

void Wire::reset() {
    socket_.setLinger(true, 0);
    socket_.close();
}

bool Wire::readMore() {
    char bytes[16 * 1024];
    const int count = socket_.receiveBytes(bytes, sizeof bytes);
    received_.append(bytes, static_cast<std::size_t>(std::max(count, 0)));
    return count > 0;
}

std::string Wire::answer() {
    const std::string end = "\r\n\r\n", length = "\r\nContent-Length: ";
    while (received_.find(end) == received_.npos)
        if (!readMore()) return "no answer, but: " + received_;
    const auto headSize = received_.find(end) + end.size();
    const std::string head = received_.substr(0, headSize);
    std::string out = head.substr(9, 3);
    std::size_t size = 0;
    if (const auto at = head.find(length); at != head.npos)
        size = Poco::NumberParser::parseUnsigned(
            head.substr(at + length.size(), head.find('\r', at + 2) - at - length.size()));
    while (received_.size() < headSize + size)
        if (!readMore()) return "a cut answer: " + received_;
    const std::string body = received_.substr(headSize, size);
    if (body.find("\"message\"") != body.npos)
        if (const auto read = tenon::json::read(body))
            if (const auto* message = read.value().find("message")) out += " " + *message->string();
    received_.erase(0, headSize + size);
    return out;
}

std::string Wire::rest() {
    while (readMore()) {
    }
    return std::exchange(received_, "");
}

}  // namespace support
