// SPDX-License-Identifier: Apache-2.0
// One run of create → use the token → use the id, from the start of a process to its exit: Tenon, a
// minimal program on libcurl, one on Poco (http alone), and curl with jq in a shell script. Medians
// of rounds that take turns.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "trust.h"

namespace {

constexpr int kRounds = 60;

struct Contender {
    const char* name;
    std::vector<std::string> words;
    std::vector<double> times{};
    double memory = 0;
};

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

void compare(const char* title, const bench::Server& server, const std::string& bundle) {
    std::vector<std::string> others = server.secrets();
    const std::string connection = R"({"baseUrl":")" + others[0] + R"(","user":")" + others[1] +
                                   R"(","organization":")" + others[2] + R"("})";
    if (!bundle.empty()) others.push_back(bundle);
    ::setenv("TENON_SECRET_CLOUDELEMENTS", connection.c_str(), 1);
    std::vector<Contender> all{{"libcurl program", {BENCH_CURL}},
                               {"tenon run", {BENCH_TENON, "run", BENCH_SOURCE "/create-use.yaml"}},
                               {"curl and jq in sh", {BENCH_SOURCE "/create_use.sh"}}};
    if (bundle.empty()) all.push_back({"Poco program", {BENCH_POCO}});
    for (auto& one : all)
        if (one.words[0] != BENCH_TENON)
            one.words.insert(one.words.end(), others.begin(), others.end());
    for (int round = -2; round < kRounds; ++round) {
        for (auto& one : all) {
            const auto cost = bench::run(one.words);
            if (round < 0) continue;
            one.times.push_back(cost.milliseconds);
            one.memory = std::max(one.memory, cost.mebibytes);
        }
    }
    std::printf("\n%-34s %9s %10s %9s\n", title, "ms", "x libcurl", "MiB");
    for (const auto& one : all)
        std::printf("  %-32s %9.1f %10.2f %9.1f\n", one.name, median(one.times),
                    median(one.times) / median(all[0].times), one.memory);
}

}  // namespace

int main() try {
    using bench::Server;
    compare("create, use token, use id: http", Server({BENCH_SERVER}), "");
    const bench::Trust trust;
    ::unsetenv("SSL_CERT_FILE");
    ::setenv("SSL_CERT_DIR", trust.hashed().c_str(), 1);
    compare("the same over https", Server({BENCH_SERVER, trust.key(), trust.certificate()}),
            trust.bundle());
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
