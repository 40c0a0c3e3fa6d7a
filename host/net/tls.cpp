// SPDX-License-Identifier: Apache-2.0
#include "net/tls.h"

#include "modules/module.h"
#include "net/environment.h"
#include "net/fault.h"
#include "net/no_sigpipe.h"

namespace tenon::net {
namespace {

// OpenSSL writes with write(2): also to say goodbye, and while it reads, to answer a key update.
class QuietStream final : public Stream {
  public:
    explicit QuietStream(std::unique_ptr<Stream> inside) : inside_(std::move(inside)) {}
    ~QuietStream() override {
        const NoSigpipe guard;
        inside_.reset();
    }
    QuietStream(const QuietStream&) = delete;
    QuietStream& operator=(const QuietStream&) = delete;

    Progress read(char* buffer, std::size_t size) override {
        const NoSigpipe guard;
        return inside_->read(buffer, size);
    }
    Progress write(std::string_view bytes) override {
        const NoSigpipe guard;
        return inside_->write(bytes);
    }
    [[nodiscard]] bool buffered() const override { return inside_->buffered(); }
    [[nodiscard]] int descriptor() const override { return inside_->descriptor(); }

  private:
    std::unique_ptr<Stream> inside_;
};

using Open = decltype(tenon_tls_open);

// Of the whole process; it stays.
Open* module() {
    static Open* const open = [] {
        const auto found = modules::loadModule(TENON_MODULE, "tenon_tls_open");
        if (!found)
            throw Fault(FaultKind::tls,
                        "https needs the module " + found.error().detail + "; install Tenon again");
        return reinterpret_cast<Open*>(found.value());
    }();
    return open;
}

}  // namespace

LazyTls::LazyTls(const ClientOptions& options) : trust_(options.caFile) {
    // The hashed directory, not the bundle beside it: only the certificates that are met get read.
    for (const char* name : {"SSL_CERT_FILE", "SSL_CERT_DIR"})
        if (trust_.empty()) trust_ = variable(options, name);
    if (trust_.empty()) trust_ = "/etc/ssl/certs";
}

Tls& LazyTls::get() {
    const std::scoped_lock lock(mutex_);
    if (!tls_) tls_.reset(module()(trust_));
    return *tls_;
}

std::unique_ptr<Stream> LazyTls::stream(const Poco::Net::StreamSocket& socket,
                                        const std::string& host, const Tls::Wait& wait) {
    const NoSigpipe guard;
    return std::make_unique<QuietStream>(get().stream(socket, host, wait));
}

}  // namespace tenon::net
