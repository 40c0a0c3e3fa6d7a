// SPDX-License-Identifier: Apache-2.0
#include "cloudelements_sandbox.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>

#include "wire/server.h"

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

// The one thing that a host may ask for.
std::string stateFileOf(const tenon::Value& options) {
    std::string out;
    if (options.isNull()) return out;
    const auto wrong = [](const std::string& what) {
        return tenon::StepError(tenon::makeError(tenon::ErrorKind::configuration, "sandbox",
                                                 "The sandbox's options: " + what + "."));
    };
    if (!options.object()) throw wrong("wanted an object");
    for (const auto& [key, value] : *options.object()) {
        if (key != "stateFile") throw wrong("\"" + key + "\" is not known; known is stateFile");
        if (!value.string()) throw wrong("stateFile must be a string");
        out = *value.string();
    }
    return out;
}

}  // namespace

struct CloudElementsSandbox::Running {
    explicit Running(const tenon::SandboxOptions& options)
        : service(options.faults, options.log, stateFileOf(options.options)),
          socket(listening(options.port)),
          server(std::in_place, socket.impl()->sockfd(), socket.address().port(), service) {}

    Service service;
    Poco::Net::ServerSocket socket;
    std::optional<Server> server;
};

CloudElementsSandbox::CloudElementsSandbox() = default;
CloudElementsSandbox::~CloudElementsSandbox() = default;

void CloudElementsSandbox::start(const tenon::SandboxOptions& options) {
    stop();
    running_ = std::make_unique<Running>(options);
}

void CloudElementsSandbox::stop() {
    if (!running_) return;
    const auto running = std::move(running_);
    running->server.reset();
    running->service.finish();
}

std::string CloudElementsSandbox::address() const {
    return "http://127.0.0.1:" + std::to_string(running_->socket.address().port());
}

tenon::Value CloudElementsSandbox::secrets() const {
    const auto& platform = running_->service.platform;
    return Object{{"cloudElements", Object{{"baseUrl", address() + "/elements/api-v2"},
                                           {"user", Secret(platform.user())},
                                           {"organization", Secret(platform.organization())}}},
                  {"cloudElementsLogin",
                   Object{{"username", kLogin}, {"password", Secret(platform.password())}}},
                  {"sageCrm", Object{{"subdomain", kSubdomain},
                                     {"username", kUsername},
                                     {"password", Secret(kPassword)}}}};
}

std::string CloudElementsSandbox::example() const {
    const auto& platform = running_->service.platform;
    return "curl -sS " + address() +
           "/elements/api-v2/instances \\\n"
           "  -H 'Authorization: User " +
           platform.user() + ", Organization " + platform.organization() +
           "' \\\n"
           "  -H 'Content-Type: application/json' \\\n"
           "  -d '{\"element\": {\"key\": \"sagecrm\"}, \"name\": \"SageCRM\",\n"
           "       \"configuration\": {\"subdomain\": \"" +
           kSubdomain + "\", \"username\": \"" + kUsername + "\", \"password\": \"" + kPassword +
           "\"}}'";
}

}  // namespace cloudelements::sandbox
