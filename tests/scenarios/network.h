// SPDX-License-Identifier: Apache-2.0
// The hosts that a scenario speaks of, and a real HTTP client that reaches them, by TLS where the
// URL says https.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "net/client.h"
#include "stub_server.h"
#include "support/folder.h"
#include "virtual_clock.h"

namespace scenarios {

class Network final : public tenon::Http {
  public:
    explicit Network(VirtualClock& clock) : clock_(clock) {}

    // The server of such an origin, "https://shop.example", from now on. `rest` where it is new.
    StubServer& server(const std::string& origin, StubServer::Rest rest = {});
    // The same, but its certificate is not trusted.
    void distrust(const std::string& origin);
    [[nodiscard]] const StubServer* find(const std::string& origin) const;

    // A request whose time is up moves the clock there, so that time is the same everywhere.
    tenon::Result<tenon::HttpResponse> send(const tenon::HttpRequest& request,
                                            const tenon::Limits& limits) override;

    std::vector<std::string> plainHttp;  // hosts that may get secrets so; before the first request

  private:
    tenon::net::ClientOptions options() const;
    Poco::Net::Context::Ptr certificateOf(const std::string& host);

    VirtualClock& clock_;
    support::Folder folder_;
    std::string trusted_;  // PEM of every certificate
    std::map<std::string, std::unique_ptr<StubServer>> servers_;
    std::unique_ptr<tenon::net::HttpClient> client_;
    std::mutex mutex_;
};

}  // namespace scenarios
