// SPDX-License-Identifier: Apache-2.0
// All accounts of an instance in a plain loop on Poco: pages_poco HOST PORT AUTHORIZATION.
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/URI.h>

#include <cstdio>
#include <iostream>

int main(int argc, char** argv) try {
    if (argc != 4) return 2;
    Poco::Net::HTTPClientSession session(argv[1], static_cast<Poco::UInt16>(std::stoi(argv[2])));
    session.setKeepAlive(true);
    std::size_t count = 0;
    std::string page, newest;
    do {
        std::string encoded;
        Poco::URI::encode(page, "=&+", encoded);
        Poco::Net::HTTPRequest request(
            "GET", "/elements/api-v2/hubs/crm/accounts?pageSize=200&nextPage=" + encoded,
            "HTTP/1.1");
        request.set("Authorization", argv[3]);
        session.sendRequest(request);
        Poco::Net::HTTPResponse response;
        auto& body = session.receiveResponse(response);
        const auto records = Poco::JSON::Parser().parse(body).extract<Poco::JSON::Array::Ptr>();
        for (std::size_t i = 0; i < records->size(); ++i)
            newest = std::max(newest, records->getObject(static_cast<unsigned>(i))
                                          ->optValue<std::string>("Comp_UpdatedDate", ""));
        count += records->size();
        page = response.get("Elements-Next-Page-Token", "");
    } while (!page.empty());
    std::cout << count << " " << newest << "\n";
} catch (const std::exception& e) {
    std::fprintf(stderr, "pages_poco: %s\n", e.what());
    return 1;
}
