// SPDX-License-Identifier: Apache-2.0
// OpenSSL's error codes in words for a person.
#pragma once

#include <string>

namespace tenon::net {

// Why a handshake failed, from OpenSSL's "error:CODE:…"; `certificateWanted`: the server asked for
// the client's certificate on the way.
std::string handshakeFailure(const std::string& message, bool certificateWanted);

// Does that error say that the server will not go on without the certificate that it asked for?
bool isCertificateRefusal(const std::string& message);

inline constexpr const char* kCertificateWanted =
    "the server wants a client certificate, and there is none";

}  // namespace tenon::net
