// SPDX-License-Identifier: Apache-2.0
// Whole programs, from start to exit: what arithmetic costs a run, and a file of 20 MB beside the
// programs jq and gojq where they are installed.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "process.h"
#include "support/folder.h"

namespace {

struct Contender {
    std::string name;
    std::vector<std::string> words;
    std::vector<double> times{};
    double memory = 0;
};

void compare(const std::string& title, std::vector<Contender> all, int rounds) {
    for (int round = -1; round < rounds; ++round) {
        for (auto& one : all) {
            const auto cost = bench::run(one.words);
            if (round < 0) continue;
            one.times.push_back(cost.milliseconds);
            one.memory = std::max(one.memory, cost.mebibytes);
        }
    }
    std::printf("\n%-56s %9s %9s %9s\n", title.c_str(), "least", "median", "MiB");
    for (auto& one : all) {
        std::sort(one.times.begin(), one.times.end());
        std::printf("  %-54s %9.1f %9.1f %9.1f\n", one.name.c_str(), one.times.front(),
                    one.times[one.times.size() / 2], one.memory);
    }
}

std::string manifest(const char* expression) {
    std::string out = "document: {dsl: 1.0.3, namespace: bench, name: sets, version: 1.0.0}\ndo:\n";
    for (int i = 0; i < 40; ++i)
        out += "  - t" + std::to_string(i) + ": {set: {n: \"" + (i == 0 ? "${ 1 }" : expression) +
               "\"}}\n";
    return out;
}

bool installed(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

// 20 MB of records.
std::string records() {
    std::string out = "{\"items\": [";
    for (int i = 0; out.size() < 20'000'000; ++i) {
        const std::string n = std::to_string(i);
        out += (i ? ",\n" : "\n") + ("{\"id\": " + n) +
               ", \"n\": " + std::to_string(i * 7919L % 1000) + ", \"name\": \"name " + n +
               "\", \"tags\": [\"a\", \"b\"], \"at\": {\"x\": " + n + ".5, \"y\": null}}";
    }
    return out + "\n]}\n";
}

void large(const std::string& file, const std::string& expression) {
    std::vector<Contender> all{{"tenon eval", {BENCH_TENON, "eval", expression, "--input", file}}};
    for (const char* program : {"jq", "gojq"})
        if (installed(program)) all.push_back({program, {program, expression, file}});
    compare("20 MB, ms: " + expression, std::move(all), 3);
}

}  // namespace

int main() try {
    const support::Folder folder;
    compare(
        "start to exit of 40 set tasks, ms",
        {{"plain paths", {BENCH_TENON, "run", folder.write("plain.yaml", manifest("${ .n }"))}},
         {"arithmetic", {BENCH_TENON, "run", folder.write("sums.yaml", manifest("${ .n + 1 }"))}}},
        40);
    const auto file = folder.write("records.json", records());
    large(file, ".items[0].id + 1");
    // jq 1.6 joins in quadratic time: a part of them is enough.
    large(file, ".items | map(select(.n > 3).name) | .[:2000] | join(\", \") | length");
    large(file, "[.items[] | {id, n}] | sort_by(.n) | length");
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
