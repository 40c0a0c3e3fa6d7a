// SPDX-License-Identifier: Apache-2.0
#include "net/resolve.h"

#include <Poco/Net/IPAddress.h>
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <charconv>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "net/fault.h"

namespace tenon::net {

using Poco::Net::IPAddress;
using Poco::Net::SocketAddress;

namespace {

// Shared with the thread, which may outlive the request; the descriptor does not.
struct Question {
    std::mutex mutex;
    int bell = ::eventfd(0, EFD_CLOEXEC);  // rung at the answer; none where nobody waits any more
    int problem = 0;
    std::vector<SocketAddress> addresses;
};

// Closes the bell when the request is through, also where the thread has not come to its end.
class Asker {
  public:
    Asker() = default;
    Asker(const Asker&) = delete;
    Asker& operator=(const Asker&) = delete;
    ~Asker() {
        const std::scoped_lock lock(question->mutex);
        if (const int bell = std::exchange(question->bell, -1); bell >= 0) ::close(bell);
    }

    const std::shared_ptr<Question> question = std::make_shared<Question>();
};

void ask(Question& question, const std::string& host, std::uint16_t port) {
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    const int problem = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
    const std::scoped_lock lock(question.mutex);
    question.problem = problem;
    for (const auto* a = found; a; a = a->ai_next)
        if (a->ai_family == AF_INET || a->ai_family == AF_INET6)
            question.addresses.emplace_back(a->ai_addr, a->ai_addrlen);
    if (found) ::freeaddrinfo(found);
    if (question.bell >= 0) eventfd_write(question.bell, 1);
}

// Not Poco's reader, which takes "1" and "127.0.0.1 and more" for addresses.
bool isAddress(const std::string& text) {
    in_addr four{};
    in6_addr six{};
    return ::inet_pton(AF_INET, text.c_str(), &four) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), &six) == 1;
}

}  // namespace

Result<ResolveRule> parseResolve(std::string_view text) {
    ResolveRule rule;
    const auto first = text.find(':');
    const auto second = first == text.npos ? first : text.find(':', first + 1);
    if (second != text.npos) {
        for (const char c : text.substr(0, first))
            rule.host += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const auto port = text.substr(first + 1, second - first - 1);
        const auto [end, problem] =
            std::from_chars(port.data(), port.data() + port.size(), rule.port);
        if (problem != std::errc() || end != port.data() + port.size()) rule.port = 0;
        auto where = text.substr(second + 1);
        if (where.starts_with('[') && where.ends_with(']'))
            where = where.substr(1, where.size() - 2);
        rule.address = where;
    }
    if (rule.host.empty() || rule.port == 0 || !isAddress(rule.address))
        return makeError(
            ErrorKind::configuration, "resolve",
            "Wanted HOST:PORT:ADDRESS such as api.example.com:443:127.0.0.1, found \"" +
                std::string(text) + "\".");
    return rule;
}

std::vector<SocketAddress> resolve(const std::string& host, std::uint16_t port,
                                   const std::vector<ResolveRule>& rules, Waiter& waiter) {
    for (const auto& rule : rules)
        if (rule.host == host && rule.port == port)
            return {
                SocketAddress(IPAddress(rule.address), rule.addressPort ? rule.addressPort : port)};
    if (isAddress(host)) return {SocketAddress(IPAddress(host), port)};
    if (host == "localhost")
        return {SocketAddress(IPAddress("127.0.0.1"), port), SocketAddress(IPAddress("::1"), port)};

    const Asker asker;
    const auto& question = asker.question;
    const int bell = question->bell;
    if (bell < 0)
        throw Fault(FaultKind::connect, std::string("no means to wait (") + strerror(errno) + ")");
    std::thread([question, host, port] { ask(*question, host, port); }).detach();
    waiter.wait(bell, POLLIN);
    const std::scoped_lock lock(question->mutex);
    if (question->addresses.empty())
        throw Fault(
            FaultKind::connect,
            "the host " + host + " was not found (" +
                (question->problem ? gai_strerror(question->problem) : "it has no address") + ")");
    return question->addresses;
}

}  // namespace tenon::net
