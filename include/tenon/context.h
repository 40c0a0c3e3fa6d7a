// SPDX-License-Identifier: Apache-2.0
// What a host lends to a step for one call. Everything a step wants of the world, it asks here:
// a plugin has no threads, sockets or loggers of its own.
#pragma once

#include <arpa/inet.h>

#include <string>
#include <string_view>

#include "tenon/http.h"

namespace tenon {
inline namespace v1 {

// Thread: a value's.
enum class LogLevel { debug, info, warning };

// Lives as long as the call.
// Thread: the call's.
class Context {
  public:
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    virtual ~Context() = default;

    // Kept-alive connections are shared by all steps of the host.
    virtual Http& http() = 0;
    // The task's deadline, or the longest that one request may take from now on, and the task's
    // cancellation: ask for each request, and hand them to http().send() as they are.
    [[nodiscard]] virtual const Limits& limits() const = 0;
    // One line for whoever watches the run. The host masks every secret that it knows.
    virtual void log(LogLevel level, std::string_view text) = 0;
    // The same text for every attempt of this task in this run, and for no other.
    [[nodiscard]] virtual std::string_view idempotencyKey() const = 0;
    // May secrets go to this host over plain http? To this machine, yes (isLoopback); to any other
    // if the user says so by name.
    [[nodiscard]] virtual bool mayUsePlainHttp(std::string_view host) const = 0;
    // Further abilities, by name and revision ("tenon.progress/1"); nullptr if the host has none
    // such. This is how the interface grows: the functions above never change.
    virtual void* extension(std::string_view id) {
        static_cast<void>(id);
        return nullptr;
    }
};

// Does the host of a URL name this machine and no other? Never asks a name server.
// Thread: any.
inline bool isLoopback(std::string_view host) {
    if (host == "localhost") return true;
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    in_addr four{};
    in6_addr six{};
    const std::string text(host);
    if (inet_pton(AF_INET, text.c_str(), &four) == 1) return ntohl(four.s_addr) >> 24 == 127;
    return inet_pton(AF_INET6, text.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

}  // namespace v1
}  // namespace tenon
