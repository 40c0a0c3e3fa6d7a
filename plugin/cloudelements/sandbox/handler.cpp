// SPDX-License-Identifier: Apache-2.0
#include "handler.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/URI.h>

#include <random>

namespace cloudelements::sandbox {

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerRequestImpl;
using Poco::Net::HTTPServerResponse;

namespace {

constexpr std::size_t kLargestBody = 8u << 20;  // the platform's documented limit

Poco::Net::StreamSocket& socketOf(HTTPServerRequest& request) {
    return static_cast<HTTPServerRequestImpl&>(request).socket();
}

Request read(HTTPServerRequest& from) {
    Request out;
    out.method = from.getMethod();
    try {
        const Poco::URI uri(from.getURI());
        out.query = uri.getQueryParameters();
        out.path = uri.getPath();
    } catch (const Poco::SyntaxException&) {
        // The path stays empty.
    }
    for (const auto& [name, value] : from) out.headers.push_back({name, value});
    char buffer[16 * 1024];
    auto& stream = from.stream();
    // Also what is too much, but to the bin: a client that is still sending hears no answer.
    while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0)
        if (out.body.size() <= kLargestBody)
            out.body.append(buffer, static_cast<std::size_t>(stream.gcount()));
    return out;
}

class Handler final : public Poco::Net::HTTPRequestHandler {
  public:
    explicit Handler(Service& service) : service_(service) {}

    // Poco closes the connection without a word for what is no Poco::Exception, so nothing leaves.
    void handleRequest(HTTPServerRequest& from, HTTPServerResponse& to) override try {
        const auto began = std::chrono::steady_clock::now();
        const Request request = read(from);
        std::string outcome = serve(request, from, to);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - began);
        tell(request, outcome + " " + std::to_string(took.count()) + " ms");
    } catch (const std::exception&) {
        from.response().setKeepAlive(false);
    }

  private:
    void tell(const Request& request, const std::string& what) {
        if (service_.log) service_.log(request.method + " " + request.path + " " + what);
    }

    std::string serve(const Request& request, HTTPServerRequest& from, HTTPServerResponse& to) {
        if (request.path.empty())
            return send(refusal(400, "The request URI is not valid"), {}, from, to);
        if (request.body.size() > kLargestBody)
            return send(refusal(413, "The request body is larger than 8 MB"), {}, from, to);
        const Fault fault = service_.faults.take(request).value_or(Fault());
        if (fault.delay.count() > 0) {
            tell(request, "waits " + std::to_string(fault.delay.count()) + " ms");
            service_.stopping.tryWait(fault.delay.count());
        }
        if (fault.drop == Fault::Drop::before) return drop(fault, from, "dropped before acting");
        Answer answer = fault.answer ? *fault.answer : service_.platform.handle(request);
        if (fault.drop == Fault::Drop::after) return drop(fault, from, "dropped after acting");
        if (fault.retryAfter)
            answer.headers.push_back({"Retry-After", std::to_string(*fault.retryAfter)});
        return send(answer, fault.cut, from, to);
    }

    static std::string drop(const Fault& fault, HTTPServerRequest& from, std::string outcome) {
        auto& socket = socketOf(from);
        if (fault.reset) socket.setLinger(true, 0);
        if (fault.reset) {
            socket.close();
        } else {
            socket.shutdown();
        }
        return outcome;
    }

    static std::string send(const Answer& answer, std::optional<std::size_t> cut,
                            HTTPServerRequest& from, HTTPServerResponse& to) {
        to.setStatusAndReason(static_cast<HTTPServerResponse::HTTPStatus>(answer.status));
        for (const auto& h : answer.headers) to.set(h.name, h.value);
        if (cut && *cut < answer.body.size()) {
            to.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
            to.setKeepAlive(false);
            to.send().write(answer.body.data(), static_cast<std::streamsize>(*cut)).flush();
            socketOf(from).shutdown();
            return std::to_string(answer.status) + " cut";
        }
        to.sendBuffer(answer.body.data(), answer.body.size());
        return std::to_string(answer.status);
    }

    Service& service_;
};

std::int64_t anyFirstId() {
    std::random_device device;
    return 427901 + static_cast<std::int64_t>(device() % 100000);
}

}  // namespace

Service::Service(const tenon::Value& faultOptions, std::function<void(std::string_view)> log)
    : faults(faultOptions),
      platform(faults.firstId().value_or(anyFirstId())),
      log(std::move(log)) {}

Poco::Net::HTTPRequestHandler* HandlerFactory::createRequestHandler(const HTTPServerRequest&) {
    return new Handler(service_);
}

}  // namespace cloudelements::sandbox
