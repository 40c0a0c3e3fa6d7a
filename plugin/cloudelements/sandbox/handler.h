// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Event.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>

#include <functional>

#include "faults.h"
#include "platform.h"

namespace cloudelements::sandbox {

// What all requests of one running sandbox share.
struct Service {
    Service(const tenon::Value& faults, std::function<void(std::string_view)> log);

    Faults faults;
    Platform platform;
    std::function<void(std::string_view)> log;
    Poco::Event stopping{false};  // ends every delay
};

class HandlerFactory final : public Poco::Net::HTTPRequestHandlerFactory {
  public:
    explicit HandlerFactory(Service& service) : service_(service) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(
        const Poco::Net::HTTPServerRequest&) override;

  private:
    Service& service_;
};

}  // namespace cloudelements::sandbox
