// SPDX-License-Identifier: Apache-2.0
#include "network.h"

#include "gherkin.h"
#include "support/process.h"

namespace scenarios {

using Poco::Net::Context;
using tenon::Limits;

namespace {

constexpr const char* kTls = "https://";

std::string hostOf(const std::string& origin) { return origin.substr(origin.find("//") + 2); }

Answer nothing(const Received& request) {
    return {Answer::Kind::whole, 404, {}, "The scenario has no answer to " + request.target};
}

}  // namespace

Context::Ptr Network::certificateOf(const std::string& host) {
    const std::string key = folder_.path(host + ".key"), file = folder_.path(host + ".pem");
    const auto ended =
        support::run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                      "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=" + host,
                      "-addext", "subjectAltName=DNS:" + host, "-keyout", key, "-out", file});
    if (ended.code != 0) throw Failed("openssl: " + ended.err);
    trusted_ += folder_.read(host + ".pem");
    folder_.write("trusted.pem", trusted_);
    return new Context(Context::TLS_SERVER_USE, key, file, "", Context::VERIFY_NONE);
}

StubServer& Network::server(const std::string& origin, StubServer::Rest rest) {
    auto& server = servers_[origin];
    if (!server) {
        const auto tls = origin.rfind(kTls, 0) == 0 ? certificateOf(hostOf(origin)) : nullptr;
        server = std::make_unique<StubServer>(tls, rest ? std::move(rest) : nothing);
    }
    return *server;
}

void Network::distrust(const std::string& origin) {
    server("https://trusted.example");  // so that there is a file of those that are trusted
    const std::string before = trusted_;
    server(origin);
    trusted_ = before;
    folder_.write("trusted.pem", trusted_);
}

const StubServer* Network::find(const std::string& origin) const {
    const auto found = servers_.find(origin);
    return found == servers_.end() ? nullptr : found->second.get();
}

tenon::net::ClientOptions Network::options() const {
    tenon::net::ClientOptions options;
    if (!trusted_.empty()) options.caFile = folder_.path("trusted.pem");
    options.environment = [](std::string_view) { return std::nullopt; };  // no proxy of ours
    options.plainHttp = tenon::world::PlainHttp(plainHttp);
    for (const auto& [origin, server] : servers_) {
        const std::uint16_t port = origin.rfind(kTls, 0) == 0 ? 443 : 80;
        options.resolve.push_back({hostOf(origin), port, "127.0.0.1", server->port()});
    }
    return options;
}

tenon::Result<tenon::HttpResponse> Network::send(const tenon::HttpRequest& request,
                                                 const Limits& limits) {
    {
        const std::scoped_lock lock(mutex_);
        if (!client_) client_ = std::make_unique<tenon::net::HttpClient>(options());
    }
    auto result = client_->send(request, {limits.deadline - clock_.passed(), limits.stop});
    if (!result && result.error().kind == tenon::ErrorKind::timeout) clock_.moveTo(limits.deadline);
    return result;
}

}  // namespace scenarios
