// SPDX-License-Identifier: Apache-2.0
#include "net/tls/reason.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cstdlib>

namespace tenon::net {
namespace {

// OpenSSL's reason for an error of its TLS, or 0.
int reasonIn(const std::string& message) {
    const auto at = message.find("error:");
    if (at == std::string::npos) return 0;
    const auto code = std::strtoul(message.c_str() + at + 6, nullptr, 16);
    return ERR_GET_LIB(code) == ERR_LIB_SSL ? ERR_GET_REASON(code) : 0;
}

}  // namespace

bool isCertificateRefusal(const std::string& message) {
    switch (reasonIn(message)) {
        case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
        case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
        case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
        case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
        case SSL_R_TLSV1_ALERT_ACCESS_DENIED:
        case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
            return true;
        default:
            return false;
    }
}

std::string handshakeFailure(const std::string& message, bool certificateWanted) {
    const std::string closed = "the server closed the connection during the TLS handshake";
    if (message.find("error:") == std::string::npos) return closed;
    if (certificateWanted && isCertificateRefusal(message)) return kCertificateWanted;
    const int reason = reasonIn(message);
    switch (reason) {
        case SSL_R_WRONG_VERSION_NUMBER:
            return "the server does not speak TLS; perhaps the URL should begin with http://";
        case SSL_R_UNSUPPORTED_PROTOCOL:
        case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
            return "the server offers no version of TLS from 1.2 on";
        case SSL_R_UNEXPECTED_EOF_WHILE_READING:
            return closed;
        default:
            break;
    }
    auto words = message.substr(message.rfind(':') + 1);
    const auto alert = words.find(" alert ");
    if (reason < SSL_AD_REASON_OFFSET || alert == std::string::npos)
        return "the TLS handshake failed (" + words + ")";
    return "the server refused the TLS handshake (" + words.substr(alert + 7) + ")";
}

}  // namespace tenon::net
