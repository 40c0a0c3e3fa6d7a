// SPDX-License-Identifier: Apache-2.0
// The sandbox as a process of its own, over http or, with a key and a certificate, over https.
// Prints its secrets as one line of JSON; ends when its standard input does.
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

#include <iostream>

#include "service.h"

using namespace cloudelements::sandbox;
using Poco::Net::Context;

namespace {

// The sandbox's own server does not speak TLS.
class Handler final : public Poco::Net::HTTPRequestHandler {
  public:
    explicit Handler(Service& service) : service_(service) {}
    void handleRequest(Poco::Net::HTTPServerRequest& from,
                       Poco::Net::HTTPServerResponse& to) override {
        const Poco::URI uri(from.getURI());
        Request request{from.getMethod(), uri.getPath(), uri.getQueryParameters(), {}, ""};
        for (const auto& [name, value] : from) request.headers.push_back({name, value});
        Poco::StreamCopier::copyToString(from.stream(), request.body);
        const Answer answer = service_.answerTo(request, {});
        to.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer.status));
        for (const auto& h : answer.headers) to.set(h.name, h.value);
        to.sendBuffer(answer.body.data(), answer.body.size());
    }

  private:
    Service& service_;
};

class Handlers final : public Poco::Net::HTTPRequestHandlerFactory {
  public:
    explicit Handlers(Service& service) : service_(service) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(
        const Poco::Net::HTTPServerRequest&) override {
        return new Handler(service_);
    }

  private:
    Service& service_;
};

}  // namespace

int main(int count, char** words) {
    Context::Ptr tls;
    if (count > 2)
        tls = new Context(Context::TLS_SERVER_USE, words[1], words[2], "", Context::VERIFY_NONE);
    Poco::Net::ServerSocket socket =
        tls ? Poco::Net::SecureServerSocket(tls) : Poco::Net::ServerSocket();
    socket.bind(Poco::Net::SocketAddress("127.0.0.1", 0), true);
    socket.listen(128);
    Service service({}, {});
    Poco::ThreadPool pool(2, 64);
    auto* params = new Poco::Net::HTTPServerParams;
    params->setMaxThreads(64);
    params->setKeepAliveTimeout(Poco::Timespan(60, 0));
    Poco::Net::HTTPServer server(new Handlers(service), pool, socket, params);
    server.start();
    std::cout << (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") << socket.address().port()
              << "/elements/api-v2 " << service.platform.user() << " "
              << service.platform.organization() << std::endl;
    std::cin.get();
    server.stopAll(true);
}
