// SPDX-License-Identifier: Apache-2.0
// CreateSageCRMInstance calls over kept-alive TLS, sixteen at a time: the step on the host's
// client, against plain Poco sessions and libcurl handles that send the same body and read the same
// answer.
#include <Poco/ClassLoader.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/URI.h>
#include <cloudelements/create_sagecrm_instance.h>
#include <curl/curl.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <thread>

#include "tenon/host.h"
#include "trust.h"

using namespace cloudelements;

namespace {

constexpr int kThreads = 16;
constexpr int kCalls = 250;  // a thread and a round
constexpr int kRounds = 7;

const std::string kBody =
    R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com","username":"user","password":"password"},"tags":[],"name":"Bench"})";

// The id of an answer; fails where there is none.
Poco::Int64 idOf(const std::string& answer) {
    Poco::JSON::Parser parser;
    const auto object = parser.parse(answer).extract<Poco::JSON::Object::Ptr>();
    if (object->getValue<std::string>("token").empty()) throw std::runtime_error("no token");
    return object->getValue<Poco::Int64>("id");
}

using Call = std::function<void()>;
// Makes what one thread repeats.
using Maker = std::function<Call()>;

struct Contender {
    const char* name;
    Maker make;
    std::vector<double> rates{};
    double processor = 0;  // microseconds a call, of this process
};

double processorSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void measure(Contender& one, bool counts) {
    const double before = processorSeconds();
    const auto began = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&] {
            const Call call = one.make();
            for (int n = 0; n < kCalls; ++n) call();
        });
    for (auto& thread : threads) thread.join();
    if (!counts) return;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    one.rates.push_back(kThreads * kCalls / took.count());
    one.processor += (processorSeconds() - before) * 1e6 / (kThreads * kCalls * kRounds);
}

Maker stepCalls(tenon::Host& host, const Connection& connection) {
    static Poco::ClassLoader<tenon::Step> loader;
    loader.loadLibrary(BENCH_PLUGIN);
    return [&host, connection]() -> Call {
        CreateSageCRMInstanceInputs inputs;
        inputs.connection = connection;
        inputs.name = "Bench";
        inputs.subdomain = "crm.example.com";
        inputs.username = "user";
        inputs.password = tenon::Secret("password");
        inputs.verify = false;
        return [&host, inputs] {
            const std::unique_ptr<tenon::Step> step(loader.create("CreateSageCRMInstance"));
            const auto context = host.context("bench");
            tenon::call<CreateSageCRMInstanceOutputs>(*step, inputs, *context).value();
        };
    };
}

Maker pocoCalls(const Poco::Net::Context::Ptr& tls, const std::string& base,
                const std::string& authorization) {
    return [=]() -> Call {
        const Poco::URI uri(base + "/instances");
        const auto session =
            std::make_shared<Poco::Net::HTTPSClientSession>(uri.getHost(), uri.getPort(), tls);
        session->setKeepAlive(true);
        session->setKeepAliveTimeout(Poco::Timespan(3600, 0));
        return [=] {
            Poco::Net::HTTPRequest request("POST", uri.getPathEtc(), "HTTP/1.1");
            request.set("Authorization", authorization);
            request.setContentType("application/json");
            request.setContentLength64(static_cast<Poco::Int64>(kBody.size()));
            session->sendRequest(request) << kBody << std::flush;
            Poco::Net::HTTPResponse response;
            auto& in = session->receiveResponse(response);
            idOf(std::string(std::istreambuf_iterator<char>(in), {}));
        };
    };
}

std::size_t take(char* data, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(data, size * count);
    return size * count;
}

Maker curlCalls(const std::string& base, const std::string& authorization, const std::string& ca) {
    return [=]() -> Call {
        const std::shared_ptr<CURL> curl(curl_easy_init(), curl_easy_cleanup);
        auto* list = curl_slist_append(nullptr, ("Authorization: " + authorization).c_str());
        list = curl_slist_append(list, "Content-Type: application/json");
        const std::shared_ptr<curl_slist> headers(list, curl_slist_free_all);
        curl_easy_setopt(curl.get(), CURLOPT_URL, (base + "/instances").c_str());
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, ca.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, kBody.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
        return [curl, headers] {
            std::string answer;
            curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
            if (curl_easy_perform(curl.get()) != CURLE_OK) throw std::runtime_error("libcurl");
            idOf(answer);
        };
    };
}

}  // namespace

int main() try {
    const bench::Trust trust;
    const bench::Server server({BENCH_SERVER, trust.key(), trust.certificate()});
    const auto& secrets = server.secrets();
    const Connection connection{secrets[0], tenon::Secret(secrets[1]), tenon::Secret(secrets[2])};
    const std::string authorization =
        "User " + connection.user.reveal() + ", Organization " + connection.organization.reveal();
    tenon::Host host({.caFile = trust.authority()});
    Poco::Net::Context::Params params;
    params.verificationMode = Poco::Net::Context::VERIFY_STRICT;
    params.caLocation = trust.authority();
    params.ecdhCurve = "X25519:P-256:P-384";
    const Poco::Net::Context::Ptr tls =
        new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, params);

    std::vector<Contender> all{
        {"CreateSageCRMInstance", stepCalls(host, connection)},
        {"Poco sessions", pocoCalls(tls, connection.baseUrl, authorization)},
        {"libcurl handles", curlCalls(connection.baseUrl, authorization, trust.authority())}};
    for (int round = -1; round < kRounds; ++round)
        for (auto& one : all) measure(one, round >= 0);
    const auto best = [](const Contender& one) {
        auto rates = one.rates;
        std::nth_element(rates.begin(), rates.begin() + kRounds / 2, rates.end());
        return rates[kRounds / 2];
    };
    std::printf("\n%-34s %9s %10s %9s\n", "create over kept-alive TLS, 16 at a time", "calls/s",
                "x libcurl", "us CPU");
    for (const auto& one : all)
        std::printf("  %-32s %9.0f %10.2f %9.0f\n", one.name, best(one), best(one) / best(all[2]),
                    one.processor);
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
