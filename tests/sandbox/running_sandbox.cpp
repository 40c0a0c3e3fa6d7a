// SPDX-License-Identifier: Apache-2.0
#include "running_sandbox.h"

#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>

#include "tenon/json.h"

namespace support {

using Poco::Net::HTTPClientSession;

tenon::Value Reply::json() const { return tenon::json::read(body).value(); }

std::string Reply::message() const {
    const auto value = json();
    const auto* text = value.find("message");
    return text && text->string() ? *text->string() : "";
}

std::string newInstance(const std::string& name, const std::string& more) {
    return R"({"element":{"key":"sagecrm"},"name":)" + tenon::json::write(name) +
           R"(,"configuration":{"subdomain":"crm.example.com","username":"sage",)"
           R"("password":"s3cret"})" +
           more + "}";
}

Reply send(HTTPClientSession& session, const Call& call) {
    Poco::Net::HTTPRequest request(call.method, "/elements/api-v2" + call.path, "HTTP/1.1");
    session.setKeepAlive(true);
    for (const auto& [name, value] : call.headers)
        if (!value.empty()) request.set(name, value);
    request.setContentLength64(static_cast<Poco::Int64>(call.body.size()));
    session.sendRequest(request) << call.body << std::flush;
    Poco::Net::HTTPResponse response;
    Reply out;
    Poco::StreamCopier::copyToString(session.receiveResponse(response), out.body);
    out.status = response.getStatus();
    out.headers = response;
    return out;
}

RunningSandbox::RunningSandbox(const std::string& faults, const std::string& stateFile) {
    tenon::SandboxOptions options;
    if (!stateFile.empty()) options.options = tenon::Object{{"stateFile", stateFile}};
    options.faults = tenon::json::read(faults).value();
    sandbox.start(options);
}

Reply RunningSandbox::call(const Call& call) const {
    HTTPClientSession session("127.0.0.1", port());
    return this->call(session, call);
}

Reply RunningSandbox::call(HTTPClientSession& session, const Call& call) const {
    Call whole = call;
    whole.headers.try_emplace("Authorization",
                              "User " + user() + ", Organization " + organization());
    whole.headers.try_emplace("Accept", "application/json");
    if (!call.body.empty()) whole.headers.try_emplace("Content-Type", "application/json");
    return send(session, whole);
}

tenon::Value RunningSandbox::make(const std::string& name, const std::string& more) const {
    const auto reply =
        call({.method = "POST", .path = "/instances", .body = newInstance(name, more)});
    if (reply.status != 200) throw std::runtime_error(reply.body);
    return reply.json();
}

Reply RunningSandbox::through(const std::string& token, const std::string& method,
                              const std::string& path, const std::string& body) const {
    return call({.method = method,
                 .path = path,
                 .body = body,
                 .headers = {{"Authorization", "User " + user() + ", Element " + token}}});
}

tenon::Value RunningSandbox::ended(std::int64_t execution) const {
    for (;;) {
        const auto found =
            call({.path = "/formulas/instances/executions/" + std::to_string(execution)});
        if (found.body.find(R"("status":"pending")") == found.body.npos) return found.json();
    }
}

tenon::Value RunningSandbox::counts() const {
    HTTPClientSession session("127.0.0.1", port());
    Poco::Net::HTTPRequest request("GET", "/sandbox/counts", "HTTP/1.1");
    session.sendRequest(request);
    Poco::Net::HTTPResponse response;
    std::string body;
    Poco::StreamCopier::copyToString(session.receiveResponse(response), body);
    return tenon::json::read(body).value();
}

int RunningSandbox::count() const {
    return std::stoi(call({.path = "/instances"}).header("Elements-Total-Count"));
}

std::uint16_t RunningSandbox::port() const {
    const auto address = sandbox.address();
    return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

std::string RunningSandbox::secret(const char* name) const {
    return sandbox.secrets().find("cloudElements")->find(name)->secret()->reveal();
}

}  // namespace support
