// SPDX-License-Identifier: Apache-2.0
// An instance for each of 1,000 tenants, and its token used, 16 at a time: `tenon run --each` with
// and without a record, a program on libcurl, and one on Node.js where that is installed. Then what
// many runs take that do next to nothing.
#include <signal.h>

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <thread>

#include "process.h"
#include "support/folder.h"
#include "support/running.h"

namespace {

constexpr int kTenants = 1000, kJobs = 16;

struct Contender {
    const char* name;
    std::vector<std::string> words;
    bool kept = false;
    std::vector<double> times{};
    double memory = 0;
};

double middle(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

bool isInstalled(const char* program) try {
    bench::run({program, "--version"});
    return true;
} catch (const std::exception&) {
    return false;
}

std::string tenants(const support::Folder& folder, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) lines += R"({"name":"tenant-)" + std::to_string(i) + "\"}\n";
    return folder.write("tenants.jsonl", lines);
}

std::vector<std::string> each(const std::string& manifest, const std::string& inputs) {
    return {BENCH_TENON, "run", manifest, "--each", inputs, "--jobs", std::to_string(kJobs)};
}

// What leads to the sandbox, from the file that it writes.
std::string member(const std::string& json, const std::string& name) {
    const auto at = json.find('"', json.find("\"" + name + "\"") + name.size() + 2) + 1;
    return json.substr(at, json.find('"', at) - at);
}

struct Ending {
    const support::Running& sandbox;
    ~Ending() { sandbox.signal(SIGTERM); }
};

// Each time on a sandbox that has nothing yet.
void measureOnce(Contender& one, int latency) {
    const support::Folder folder;
    const auto delay = ", delay: " + std::to_string(latency) + "}";
    const auto faults =
        folder.write("faults.yaml", latency == 0 ? "rules: []\n"
                                                 : "rules: [{on: POST /instances" + delay +
                                                       ", {on: GET /hubs/crm/ping" + delay + "]\n");
    const auto secrets = folder.path("secrets.json");
    support::Running sandbox(
        {BENCH_TENON, "sandbox", "--secrets-to", secrets, "--sandbox-faults", faults});
    sandbox.readUntil("Listening on ");
    // It says a line a request, and stops where nobody reads them.
    const std::jthread reader([&sandbox] { sandbox.wait(); });
    const Ending ending{sandbox};
    auto words = one.words;
    if (words.empty()) {
        words = each(BENCH_SOURCE "/each.yaml", tenants(folder, kTenants));
        words.insert(words.end(), {"--secrets", secrets});
    } else {
        const auto json = folder.read("secrets.json");
        for (const char* name : {"baseUrl", "user", "organization"})
            words.push_back(member(json, name));
        words.push_back(std::to_string(kTenants));
    }
    if (one.kept) {
        bench::run({BENCH_TENON, "key", "new", folder.path("key")});
        words.insert(words.end(), {"--state", folder.path("state"), "--key", folder.path("key")});
    }
    const auto cost = bench::run(words);
    one.times.push_back(cost.milliseconds);
    one.memory = std::max(one.memory, cost.mebibytes);
}

void compare(int latency, int rounds) {
    std::vector<Contender> all{{"libcurl, 16 threads", {BENCH_EACH_CURL}}};
    if (isInstalled("node")) all.push_back({"Node.js, fetch", {"node", BENCH_SOURCE "/each.mjs"}});
    all.push_back({"tenon run --each", {}});
    all.push_back({"the same, kept, sealed", {}, true});
    for (int round = 0; round < rounds; ++round)
        for (auto& one : all) measureOnce(one, latency);
    const double ideal = 2.0 * latency * ((kTenants + kJobs - 1) / kJobs);
    std::printf("\n%d tenants, %d at a time, %3d ms latency %9s %10s %8s %9s\n", kTenants, kJobs,
                latency, "ms", "x libcurl", "x ideal", "MiB");
    for (const auto& one : all) {
        const auto ms = middle(one.times);
        std::ostringstream best;
        best.precision(3);
        if (ideal > 0) best << ms / ideal;
        std::printf("  %-39s %9.0f %10.2f %8s %9.1f\n", one.name, ms, ms / middle(all[0].times),
                    best.str().c_str(), one.memory);
    }
}

void measureMany(int count, bool kept) {
    const support::Folder folder;
    const auto manifest =
        folder.write("set.yaml",
                     "document: {dsl: 1.0.3, namespace: bench, name: set, version: 1.0.0}\n"
                     "do: [{said: {set: {name: '${ .name }'}}}]\n");
    auto words = each(manifest, tenants(folder, count));
    if (kept) words.insert(words.end(), {"--state", folder.path("state")});
    const auto cost = bench::run(words);
    std::printf("  %6d%-33s %9.0f %10.0f %8s %9.1f\n", count, kept ? ", kept" : "",
                cost.milliseconds, 1000 * count / cost.milliseconds, "", cost.mebibytes);
}

}  // namespace

int main() try {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    compare(0, 3);
    compare(100, 1);
    std::printf("\n%-41s %9s %10s %8s %9s\n", "runs of one set task, 16 at a time", "ms",
                "a second", "", "MiB");
    for (const int count : {1'000, 100'000}) measureMany(count, false);
    for (const int count : {1'000, 100'000}) measureMany(count, true);
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
