// SPDX-License-Identifier: Apache-2.0
#include "net/tls/context.h"

#include <Poco/Crypto/OpenSSLInitializer.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/InvalidCertificateHandler.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLManager.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <unistd.h>

#include "net/fault.h"

namespace tenon::net {

using Poco::Net::Context;

namespace {

thread_local TlsContext::Heard heard;

int onCertificateWanted(SSL*, X509**, EVP_PKEY**) {
    heard.certificateWanted = true;
    return 0;  // there is none
}

// OpenSSL says why it refuses a certificate only to a callback, inside the handshake.
class Recorder final : public Poco::Net::InvalidCertificateHandler {
  public:
    Recorder() : InvalidCertificateHandler(false) {}
    void onInvalidCertificate(const void*, Poco::Net::VerificationErrorArgs& args) override {
        const auto day = [](const Poco::DateTime& time) {
            return Poco::DateTimeFormatter::format(time, "%Y-%m-%d");
        };
        const auto& certificate = args.certificate();
        auto& reason = heard.refused;
        switch (args.errorNumber()) {
            case X509_V_ERR_CERT_HAS_EXPIRED:
                reason = "the certificate expired on " + day(certificate.expiresOn());
                break;
            case X509_V_ERR_CERT_NOT_YET_VALID:
                reason = "the certificate is not valid before " + day(certificate.validFrom());
                break;
            case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
            case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
                reason = "the certificate is self-signed and not trusted";
                break;
            case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
            case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
            case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
                reason = "the certificate was issued by an authority that is not trusted";
                break;
            default:
                reason = "the certificate was refused: " + args.errorMessage();
        }
        args.setIgnoreError(false);
    }
};

}  // namespace

Context::Ptr TlsContext::get() {
    const std::scoped_lock lock(mutex_);
    if (context_) return context_;
    // Poco takes OpenSSL down with its last user and up with the next, and two threads may do both
    // at once. This user never goes.
    [[maybe_unused]] static const auto* const forever = new Poco::Crypto::OpenSSLInitializer;
    if (::access(trust_.c_str(), R_OK) != 0)
        throw Fault(FaultKind::tls, "the trusted certificates in " + trust_ + " cannot be read");
    try {
        Context::Params params;
        params.verificationMode = Context::VERIFY_STRICT;
        params.verificationDepth = 9;
        params.caLocation = trust_;
        params.cipherList = "ECDHE+AESGCM:ECDHE+CHACHA20";
        params.ecdhCurve = "X25519:P-256:P-384";
        Context::Ptr made = new Context(Context::TLS_CLIENT_USE, params);
        made->requireMinimumProtocol(Context::PROTO_TLSV1_2);
        made->enableSessionCache(true);
        made->setInvalidCertificateHandler(new Recorder);
        SSL_CTX_set_client_cert_cb(made->sslContext(), onCertificateWanted);
        context_ = made;
    } catch (const Poco::Exception& e) {
        const auto& text = e.message();  // "…: error:CODE:library::what is wrong"
        throw Fault(FaultKind::tls, "the trusted certificates in " + trust_ + " cannot be used (" +
                                        text.substr(text.rfind(':') + 1) + ")");
    }
    return context_;
}

TlsContext::Heard TlsContext::takeHeard() { return std::exchange(heard, Heard()); }

}  // namespace tenon::net
