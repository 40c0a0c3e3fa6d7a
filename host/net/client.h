// SPDX-License-Identifier: Apache-2.0
// The host's HTTP client: HTTP/1.1 with kept-alive connections, TLS 1.2 and newer, strict checks of
// certificates, and a deadline that holds whatever the server does.
#pragma once

#include <memory>

#include "net/client_options.h"
#include "tenon/partial_http.h"

namespace tenon::net {

// Errors as http.h says. Any thread, any number at once.
class HttpClient final : public PartialHttp {
  public:
    explicit HttpClient(ClientOptions options = {});
    ~HttpClient() override;

    Result<HttpResponse> send(const HttpRequest& request, const Limits& limits) override;
    Result<HttpResponse> sendPartly(const HttpRequest& request, const Limits& limits,
                                    HttpResponse& part) override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tenon::net
