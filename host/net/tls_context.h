// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Net/Context.h>

#include <mutex>
#include <string>

#include "net/client_options.h"

namespace tenon::net {

// The one TLS context of a client, made when first needed: reading certificates takes milliseconds.
class TlsContext {
  public:
    explicit TlsContext(const ClientOptions& options);

    // Throws Fault (tls) if the certificates cannot be read. Any thread.
    Poco::Net::Context::Ptr get();

    // Why the last handshake of this thread refused a certificate, in words; then forgotten.
    static std::string takeReason();

  private:
    std::string trust_;  // PEM file or hashed directory
    std::mutex mutex_;
    Poco::Net::Context::Ptr context_;
};

}  // namespace tenon::net
