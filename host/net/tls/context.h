// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Net/Context.h>

#include <mutex>
#include <string>
#include <utility>

namespace tenon::net {

// The one TLS context of a client, made when first needed: reading certificates takes milliseconds.
class TlsContext {
  public:
    // `trust`: a PEM file or a hashed directory of trusted certificates.
    explicit TlsContext(std::string trust) : trust_(std::move(trust)) {}

    // Throws Fault (tls) if the certificates cannot be read. Any thread.
    Poco::Net::Context::Ptr get();

    // What OpenSSL told of this thread's handshake; then forgotten.
    struct Heard {
        std::string refused;             // why the server's certificate is refused, in words
        bool certificateWanted = false;  // the server asked for ours
    };
    static Heard takeHeard();

  private:
    const std::string trust_;
    std::mutex mutex_;
    Poco::Net::Context::Ptr context_;
};

}  // namespace tenon::net
