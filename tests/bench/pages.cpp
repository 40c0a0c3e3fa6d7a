// SPDX-License-Identifier: Apache-2.0
// Accounts read page by page through an instance: `tenon run` with the step ElementRequest, and a
// plain loop on Poco. The memory must not grow with their number.
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/URI.h>
#include <signal.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "process.h"
#include "support/folder.h"
#include "support/running.h"

namespace {

constexpr int kRounds = 5;

struct Place {
    Poco::URI base;
    std::string authorization, token;
};

// An instance on the sandbox.
Place instanceOn(const std::string& secretsFile) {
    std::ifstream file(secretsFile);
    const auto secrets = Poco::JSON::Parser().parse(file).extract<Poco::JSON::Object::Ptr>();
    const auto platform = secrets->getObject("cloudElements");
    const auto sage = secrets->getObject("sageCrm");
    Place place{Poco::URI(platform->getValue<std::string>("baseUrl")), "", ""};
    place.authorization = "User " + platform->getValue<std::string>("user") + ", Organization " +
                          platform->getValue<std::string>("organization");
    const std::string body = R"({"element":{"key":"sagecrm"},"name":"bench","configuration":{)"
                             R"("subdomain":")" +
                             sage->getValue<std::string>("subdomain") +
                             R"(","username":"u","password":"p"}})";
    Poco::Net::HTTPClientSession session(place.base.getHost(), place.base.getPort());
    Poco::Net::HTTPRequest request("POST", place.base.getPath() + "/instances", "HTTP/1.1");
    request.set("Authorization", place.authorization);
    request.setContentType("application/json");
    request.setContentLength(static_cast<std::streamsize>(body.size()));
    session.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    const auto made = Poco::JSON::Parser()
                          .parse(session.receiveResponse(response))
                          .extract<Poco::JSON::Object::Ptr>();
    place.token = made->getValue<std::string>("token");
    return place;
}

void measure(int accounts) {
    const support::Folder folder;
    const auto seed =
        folder.write("seed.yaml", "seed: {accounts: " + std::to_string(accounts - 2) + "}\n");
    const auto secrets = folder.path("secrets.json");
    support::Running sandbox(
        {BENCH_TENON, "sandbox", "--secrets-to", secrets, "--sandbox-faults", seed});
    sandbox.readUntil("Listening on ");
    const auto place = instanceOn(secrets);
    const std::vector<std::pair<const char*, std::vector<std::string>>> all{
        {"plain loop on Poco",
         {BENCH_PAGES, place.base.getHost(), std::to_string(place.base.getPort()),
          place.authorization + ", Element " + place.token}},
        {"tenon run",
         {BENCH_TENON, "run", BENCH_MANIFESTS "/read-accounts.yaml", "--secrets", secrets,
          "--input", "token=" + place.token}}};
    std::printf("\n%d accounts, 200 a page%*s %9s %9s\n", accounts, 10, "", "ms", "MiB");
    for (const auto& [name, words] : all) {
        std::vector<double> times;
        double memory = 0;
        for (int round = 0; round < kRounds; ++round) {
            const auto cost = bench::run(words);
            times.push_back(cost.milliseconds);
            memory = std::max(memory, cost.mebibytes);
        }
        std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
        std::printf("  %-32s %9.1f %9.1f\n", name, times[kRounds / 2], memory);
    }
    sandbox.endBy(SIGTERM);
}

}  // namespace

int main() try {
    for (const int accounts : {1'000, 10'000}) measure(accounts);
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
