// SPDX-License-Identifier: Apache-2.0
// A sandbox that runs, and requests to it. They go through Poco's client, so that no leniency of
// our own hides a mistake of the sandbox.
#pragma once

#include <Poco/Net/HTTPClientSession.h>

#include <map>
#include <string>

#include "cloudelements_sandbox.h"

namespace support {

struct Call {
    std::string method = "GET";
    std::string path{};  // below /elements/api-v2, with query
    std::string body{};
    // RunningSandbox::call adds Authorization, Accept and Content-Type; one that is empty here is
    // left out altogether.
    std::map<std::string, std::string> headers{};
};

struct Reply {
    int status = 0;
    std::string body;
    Poco::Net::NameValueCollection headers;

    // A header; empty if there is none.
    [[nodiscard]] std::string header(const std::string& name) const {
        return headers.get(name, "");
    }
    // The body, which must be JSON.
    [[nodiscard]] tenon::Value json() const;
    // The member `message` of an error.
    [[nodiscard]] std::string message() const;
};

// Sends the call as it stands. Throws Poco's exceptions where there is no whole answer.
Reply send(Poco::Net::HTTPClientSession& session, const Call& call);

class RunningSandbox {
  public:
    // `faults`: JSON, as --sandbox-faults takes it.
    explicit RunningSandbox(const std::string& faults = R"({"firstId":427902})",
                            const std::string& stateFile = "");

    // As the platform's user, over a connection of its own each. Throws like send().
    Reply call(const Call& call) const;
    // The same over a connection that the caller keeps.
    Reply call(Poco::Net::HTTPClientSession& session, const Call& call) const;
    // Makes an instance, `more` being members after its element, name and configuration; gives it.
    tenon::Value make(const std::string& name = "SageCRM", const std::string& more = "") const;
    // Through an instance, by its token. `path` as in Call.
    Reply through(const std::string& token, const std::string& method, const std::string& path,
                  const std::string& body = "") const;
    // What an execution has come to.
    [[nodiscard]] tenon::Value ended(std::int64_t execution) const;
    // What GET /sandbox/counts says.
    [[nodiscard]] tenon::Value counts() const;
    // How many instances there are.
    [[nodiscard]] int count() const;

    [[nodiscard]] std::string user() const { return secret("user"); }
    [[nodiscard]] std::string organization() const { return secret("organization"); }
    [[nodiscard]] std::uint16_t port() const;

    cloudelements::sandbox::CloudElementsSandbox sandbox;

  private:
    [[nodiscard]] std::string secret(const char* name) const;
};

// A body that makes an instance.
std::string newInstance(const std::string& name = "SageCRM", const std::string& more = "");

}  // namespace support
