// SPDX-License-Identifier: Apache-2.0
// https, in a module of its own (libtenon-tls-VERSION.so), which is loaded with the first https
// address: a start without one does not pay for OpenSSL (DECISIONS.md).
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "net/client_options.h"
#include "net/stream.h"

namespace tenon::net {

// What the module gives. Any thread.
class Tls {
  public:
    // Returns once one of the events (poll's) came; throws Fault.
    using Wait = std::function<void(int descriptor, short events)>;

    virtual ~Tls() = default;
    // Shakes hands as a client of `host`; `socket` is connected and does not block. The caller
    // keeps SIGPIPE away, here and from the stream. Throws Fault (tls, and what `wait` throws).
    virtual std::unique_ptr<Stream> stream(const Poco::Net::StreamSocket& socket,
                                           const std::string& host, const Wait& wait) = 0;
};

// The TLS of one client; its module is loaded with the first use.
class LazyTls {
  public:
    explicit LazyTls(const ClientOptions& options);

    // As Tls::stream, without SIGPIPE. Throws Fault (tls) also where the module cannot be loaded.
    std::unique_ptr<Stream> stream(const Poco::Net::StreamSocket& socket, const std::string& host,
                                   const Tls::Wait& wait);

  private:
    Tls& get();

    std::string trust_;  // PEM file or hashed directory
    std::mutex mutex_;
    std::unique_ptr<Tls> tls_;
};

}  // namespace tenon::net

// The module's only symbol. `trust`: the trusted certificates.
extern "C" [[gnu::visibility("default")]] tenon::net::Tls* tenon_tls_open(const std::string& trust);
