// SPDX-License-Identifier: Apache-2.0
// What the language itself costs: tasks that ask nothing of the world, loops, forks, loading.
// Medians of rounds, in processor time: nothing here waits.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <stdexcept>

#include "manifest/yaml.h"
#include "quiet_world.h"

namespace {

constexpr int kRounds = 9;

using Text = std::function<std::string(int)>;

std::string manifest(int tasks, const Text& task) {
    std::string out = "document: {dsl: 1.0.3, namespace: bench, name: language, version: 1.0.0}\n";
    out += "do:\n";
    for (int i = 0; i < tasks; ++i)
        out += "  - task" + std::to_string(i) + ":\n      " + task(i) + "\n";
    return out;
}

tenon::run::Workflow loaded(bench::QuietWorld& world, const std::string& text) {
    tenon::manifest::Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(text, faults);
    auto workflow =
        root ? tenon::run::Workflow::load(*root, world.steps, faults, warnings) : std::nullopt;
    if (!workflow) throw std::runtime_error(faults.text("manifest"));
    return *std::move(workflow);
}

// Milliseconds.
double median(const std::function<void()>& what) {
    std::vector<double> times;
    for (int round = -1; round < kRounds; ++round) {
        const std::clock_t began = std::clock();
        what();
        const double took = 1e3 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
        if (round >= 0) times.push_back(took);
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

// Of `units` in the whole run; so many runs are one measurement that it takes some milliseconds.
void running(const char* name, const std::string& text, int units,
             const tenon::Value& input = tenon::Object{{"n", 1}}) {
    bench::QuietWorld world;
    const auto workflow = loaded(world, text);
    const int repeats = std::max(1, 4000 / units);
    const double took = median([&] {
        for (int i = 0; i < repeats; ++i)
            if (const auto result = world.run(workflow, input); !result)
                throw std::runtime_error(result.error().detail);
    });
    std::printf("  %-48s %9.1f us\n", name, took * 1000 / (units * repeats));
}

void loading(const char* name, const std::string& text) {
    bench::QuietWorld world;
    std::printf("  %-48s %9.1f ms\n", name, median([&] { loaded(world, text); }));
}

tenon::Value numbers(int count) {
    tenon::Array out;
    for (int i = 0; i < count; ++i) out.emplace_back(i);
    return out;
}

}  // namespace

int main() try {
    const Text plain = [](int) { return R"(set: {n: "${ .n }", input: "${ $input.n }", of: a})"; };
    const Text jq = [](int) { return R"(set: {n: "${ .n + 1 }", of: a})"; };
    const Text all = [](int i) {
        const std::string n = std::to_string(i);
        return "if: .n < " + n + "\n      set: {n: '${ .n + " + n + " }', a: ['${ .a }', b]}\n" +
               "      export: {as: .}\n      then: continue";
    };
    const std::string loop = "for: {in: .}\n      do:\n        - one: {set: {n: \"${ $item }\"}}";
    const std::string doubled =
        "for: {in: .}\n      do:\n        - one: {set: {n: \"${ $item * 2 }\"}}";
    std::string fork = "fork:\n        branches:\n";
    for (int i = 0; i < 64; ++i)
        fork += "          - b" + std::to_string(i) + ": {set: {n: \"${ .n }\"}}\n";

    std::printf("\n%-50s %12s\n", "the language", "median");
    running("a set task with plain paths, one of 40", manifest(40, plain), 40);
    running("... of 4,000", manifest(4000, plain), 4000);
    running("a set task with jq, one of 40", manifest(40, jq), 40);
    running("... of 4,000", manifest(4000, jq), 4000);
    running("a round of a for over 10,000 items, plain paths",
            manifest(1, [&](int) { return loop; }), 10000, numbers(10000));
    running("... with jq", manifest(1, [&](int) { return doubled; }), 10000, numbers(10000));
    running("a branch of a fork of 64", manifest(1, [&](int) { return fork; }), 64);
    loading("a manifest of 1,000 tasks with plain paths, loaded", manifest(1000, plain));
    loading("... of 4,000", manifest(4000, plain));
    loading("... of 1,000 with 2,000 expressions for jq", manifest(1000, all));
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
