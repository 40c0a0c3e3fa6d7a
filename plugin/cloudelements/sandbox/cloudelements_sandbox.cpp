// SPDX-License-Identifier: Apache-2.0
#include "cloudelements_sandbox.h"

#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>
#include <sys/socket.h>

#include "handler.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Secret;

namespace {

// Made up; the sandbox takes every one.
constexpr const char* kSubdomain = "crm.example.com";
constexpr const char* kUsername = "sandbox-user";
constexpr const char* kPassword = "sandbox-password";

Poco::Net::ServerSocket listening(std::uint16_t port) {
    Poco::Net::ServerSocket socket;
    try {
        // With the port not shared: a second sandbox is to hear that it is in use.
        socket.bind(Poco::Net::SocketAddress("127.0.0.1", port), true, false);
        socket.listen(128);
    } catch (const Poco::Exception& e) {
        throw tenon::StepError(tenon::makeError(
            tenon::ErrorKind::configuration, "sandbox",
            "The sandbox cannot listen on 127.0.0.1:" + std::to_string(port) + " (" +
                e.displayText() + "). Choose another port, or 0 for any free one."));
    }
    return socket;
}

// A kept-alive connection holds a thread, so there are many; each is made when needed.
Poco::Net::HTTPServerParams* params() {
    auto* out = new Poco::Net::HTTPServerParams;
    out->setMaxThreads(128);
    out->setMaxQueued(256);
    out->setTimeout(Poco::Timespan(5, 0));
    out->setKeepAlive(true);
    out->setKeepAliveTimeout(Poco::Timespan(10, 0));
    // How long a thread waits for its next connection; one that begins to wait at the server's end
    // is not woken. The pool keeps the thread for the next one all the same.
    out->setThreadIdleTime(Poco::Timespan(0, 50'000));
    return out;
}

}  // namespace

struct CloudElementsSandbox::Running {
    explicit Running(const tenon::SandboxOptions& options)
        : service(options.faults, options.log),
          socket(listening(options.port)),
          server(new HandlerFactory(service), pool, socket, params()) {
        server.start();
    }
    ~Running() {
        service.stopping.set();
        // Poco's accepting thread looks four times a second whether it is to end; this wakes it.
        ::shutdown(socket.impl()->sockfd(), SHUT_RDWR);
        // A connection that is only just being made does not hear that it is to end, so it is told
        // again until none is left.
        for (server.stopAll(true); pool.used() > 0; server.stopAll(true)) Poco::Thread::sleep(1);
        pool.joinAll();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    Service service;
    Poco::ThreadPool pool{2, 128};
    Poco::Net::ServerSocket socket;
    Poco::Net::HTTPServer server;
};

CloudElementsSandbox::CloudElementsSandbox() = default;
CloudElementsSandbox::~CloudElementsSandbox() = default;

void CloudElementsSandbox::start(const tenon::SandboxOptions& options) {
    stop();
    running_ = std::make_unique<Running>(options);
}

void CloudElementsSandbox::stop() { running_.reset(); }

std::string CloudElementsSandbox::address() const {
    return "http://127.0.0.1:" + std::to_string(running_->socket.address().port());
}

tenon::Value CloudElementsSandbox::secrets() const {
    const auto& platform = running_->service.platform;
    return Object{{"cloudElements", Object{{"baseUrl", address() + "/elements/api-v2"},
                                           {"user", Secret(platform.user)},
                                           {"organization", Secret(platform.organization)}}},
                  {"sageCrm", Object{{"subdomain", kSubdomain},
                                     {"username", kUsername},
                                     {"password", Secret(kPassword)}}}};
}

std::string CloudElementsSandbox::example() const {
    const auto& platform = running_->service.platform;
    return "curl -sS " + address() +
           "/elements/api-v2/instances \\\n"
           "  -H 'Authorization: User " +
           platform.user + ", Organization " + platform.organization +
           "' \\\n"
           "  -H 'Content-Type: application/json' \\\n"
           "  -d '{\"element\": {\"key\": \"sagecrm\"}, \"name\": \"SageCRM\",\n"
           "       \"configuration\": {\"subdomain\": \"" +
           kSubdomain + "\", \"username\": \"" + kUsername + "\", \"password\": \"" + kPassword +
           "\"}}'";
}

}  // namespace cloudelements::sandbox
