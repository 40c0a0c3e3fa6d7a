// SPDX-License-Identifier: Apache-2.0
#include "stub_server.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/StreamCopier.h>
#include <sys/socket.h>

#include <iterator>

namespace scenarios {

namespace net = Poco::Net;

namespace {

class Handler final : public net::HTTPRequestHandler {
  public:
    explicit Handler(StubServer& server) : server_(server) {}

    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& out) override {
        Received received{request.getMethod(), request.getURI(), {}, {}};
        for (const auto& [name, value] : request) received.headers.push_back({name, value});
        received.body = std::string(std::istreambuf_iterator<char>(request.stream()), {});
        const Answer answer = server_.next(std::move(received));
        if (answer.kind != Answer::Kind::whole) {
            if (answer.kind == Answer::Kind::never) server_.waitForEnd();
            dynamic_cast<net::HTTPServerRequestImpl&>(request).detachSocket().close();
            return;
        }
        out.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(answer.status));
        for (const auto& header : answer.headers) out.add(header.name, header.value);
        out.sendBuffer(answer.body.data(), answer.body.size());
    }

  private:
    StubServer& server_;
};

class Factory final : public net::HTTPRequestHandlerFactory {
  public:
    explicit Factory(StubServer& server) : server_(server) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(server_);
    }

  private:
    StubServer& server_;
};

net::ServerSocket listening(const net::Context::Ptr& tls) {
    const net::SocketAddress address("127.0.0.1", 0);
    return tls ? net::SecureServerSocket(address, 64, tls) : net::ServerSocket(address);
}

}  // namespace

StubServer::StubServer(net::Context::Ptr tls, Rest rest)
    : rest_(std::move(rest)),
      socket_(listening(tls)),
      server_(new Factory(*this), pool_, socket_, new net::HTTPServerParams) {
    server_.start();
}

StubServer::~StubServer() {
    {
        const std::scoped_lock lock(mutex_);
        end_ = true;
        ended_.notify_all();
    }
    // Poco's accepting thread looks four times a second whether it is to end; this wakes it.
    ::shutdown(socket_.impl()->sockfd(), SHUT_RDWR);
    server_.stop();
    // No thread may outlive main(): Poco's own statics are gone then. Each ends with its
    // connection, and the client has closed those: a thread that speaks TLS must not be disturbed
    // by another.
    while (pool_.used() > 0) Poco::Thread::sleep(1);
    pool_.joinAll();
}

void StubServer::answer(const std::string& method, const std::string& target, Answer answer) {
    const std::scoped_lock lock(mutex_);
    answers_[method + " " + target].push_back(std::move(answer));
}

std::vector<Received> StubServer::received() const {
    const std::scoped_lock lock(mutex_);
    return received_;
}

Answer StubServer::next(Received request) {
    const std::scoped_lock lock(mutex_);
    received_.push_back(std::move(request));
    auto& answers = answers_[received_.back().method + " " + received_.back().target];
    if (answers.empty()) return rest_(received_.back());
    Answer answer = answers.front();
    if (answers.size() > 1) answers.pop_front();
    return answer;
}

void StubServer::waitForEnd() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [&] { return end_; });
}

}  // namespace scenarios
