// SPDX-License-Identifier: Apache-2.0
#include "callback.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>

namespace support {
namespace {

class Handler final : public Poco::Net::HTTPRequestHandler {
  public:
    explicit Handler(Callback& callback) : callback_(callback) {}
    void handleRequest(Poco::Net::HTTPServerRequest& from,
                       Poco::Net::HTTPServerResponse& to) override {
        Callback::Got got{from.getMethod() + " " + from.getURI(), from, ""};
        Poco::StreamCopier::copyToString(from.stream(), got.body);
        const auto [status, body] = callback_.take(std::move(got));
        to.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(status));
        to.sendBuffer(body.data(), body.size());
    }

  private:
    Callback& callback_;
};

class Handlers final : public Poco::Net::HTTPRequestHandlerFactory {
  public:
    explicit Handlers(Callback& callback) : callback_(callback) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(
        const Poco::Net::HTTPServerRequest&) override {
        return new Handler(callback_);
    }

  private:
    Callback& callback_;
};

}  // namespace

std::uint16_t Callback::port() {
    if (server_) return port_;
    Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
    port_ = socket.address().port();
    auto* params = new Poco::Net::HTTPServerParams;
    params->setKeepAlive(false);
    server_ = std::make_unique<Poco::Net::HTTPServer>(new Handlers(*this), socket, params);
    server_->start();
    return port_;
}

Callback::~Callback() {
    goesOn();
    if (server_) server_->stopAll(true);
}

void Callback::answers(int status, const std::string& body) {
    const std::scoped_lock lock(mutex_);
    answers_.emplace_back(status, body);
}

void Callback::holds() {
    const std::scoped_lock lock(mutex_);
    isHeld_ = true;
}

void Callback::goesOn() {
    const std::scoped_lock lock(mutex_);
    isHeld_ = false;
    changed_.notify_all();
}

Callback::Got Callback::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !got_.empty(); });
    Got out = std::move(got_.front());
    got_.pop_front();
    return out;
}

int Callback::count() {
    const std::scoped_lock lock(mutex_);
    return count_;
}

std::pair<int, std::string> Callback::take(Got got) {
    std::unique_lock lock(mutex_);
    got_.push_back(std::move(got));
    ++count_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !isHeld_; });
    if (answers_.empty()) return {200, ""};
    auto out = answers_.front();
    answers_.pop_front();
    return out;
}

}  // namespace support
