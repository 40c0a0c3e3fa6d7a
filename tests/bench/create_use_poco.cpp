// SPDX-License-Identifier: Apache-2.0
// The same three requests over http in a plain program on Poco: BASE USER ORGANIZATION
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/URI.h>

#include <cstdio>
#include <stdexcept>

namespace {

Poco::JSON::Object::Ptr send(Poco::Net::HTTPClientSession& session, const std::string& method,
                             const std::string& path, const std::string& authorization,
                             const std::string& body) {
    Poco::Net::HTTPRequest request(method, path, "HTTP/1.1");
    request.set("Authorization", authorization);
    if (!body.empty()) {
        request.setContentType("application/json");
        request.setContentLength(static_cast<std::streamsize>(body.size()));
    }
    session.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    auto& answer = session.receiveResponse(response);
    if (response.getStatus() != 200) throw std::runtime_error(path + ": " + response.getReason());
    return Poco::JSON::Parser().parse(answer).extract<Poco::JSON::Object::Ptr>();
}

}  // namespace

int main(int, char** words) try {
    const Poco::URI base(words[1]);
    const std::string user = words[2], organization = words[3];
    Poco::Net::HTTPClientSession session(base.getHost(), base.getPort());
    session.setKeepAlive(true);
    const std::string platform = "User " + user + ", Organization " + organization;
    const auto made = send(
        session, "POST", base.getPath() + "/instances", platform,
        R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com","username":"user","password":"password"},"tags":[],"name":"Bench"})");
    send(session, "GET", base.getPath() + "/hubs/crm/ping",
         "User " + user + ", Element " + made->getValue<std::string>("token"), "");
    const auto read =
        send(session, "GET", base.getPath() + "/instances/" + made->getValue<std::string>("id"),
             platform, "");
    std::printf("{\"id\":%s,\"name\":\"%s\"}\n", read->getValue<std::string>("id").c_str(),
                read->getValue<std::string>("name").c_str());
} catch (const std::exception& e) {
    std::fprintf(stderr, "create_use_poco: %s\n", e.what());
    return 1;
}
