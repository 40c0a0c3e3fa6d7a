// SPDX-License-Identifier: Apache-2.0
// Acts a second that a journal records, begun and answered, each waiting for the disk: for one
// thread and for several, each with a run of its own; and how a long run is gone on with. A folder
// on the disk to be measured may be named; else it is one in /tmp.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "store/state.h"
#include "support/folder.h"

namespace {

using tenon::Value;
using tenon::world::Answer;
using tenon::world::Asking;

// A run of so many acts of 1 KB.
void drive(tenon::store::State& state, const std::string& id, int acts) {
    tenon::store::NewRun run;
    run.id = id;
    const auto kept = state.begin(run).value();
    const Value kilobyte = std::string(1000, 'x');
    for (int n = 0; n < acts; ++n)
        kept->once({"/" + std::to_string(n), Asking::act, kilobyte, "call Step"},
                   [&] { return Answer{kilobyte}; });
    kept->end(tenon::store::RunState::completed, Value());
}

void measure(const std::string& folder, const std::optional<std::string>& key, int threads,
             int acts) {
    const auto state = tenon::store::openState(folder, key).value();
    const auto from = std::chrono::steady_clock::now();
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t)
        all.emplace_back([&, t] { drive(*state, "r" + std::to_string(t), acts); });
    for (auto& thread : all) thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - from;
    std::printf("%2d threads, %s: %.0f acts/s, %.0f records/s\n", threads,
                key ? "sealed" : "plain ", threads * acts / took.count(),
                2 * threads * acts / took.count());
}

// How long a run of many records takes to be gone on with, and then to be told all of them.
void resume(const std::string& folder, const std::optional<std::string>& key, int records) {
    const auto state = tenon::store::openState(folder, key).value();
    tenon::store::NewRun run;
    run.id = "long";
    const Value kilobyte = std::string(1000, 'x');
    const auto told = [&](tenon::store::RunJournal& journal) {
        for (int n = 0; n < records; ++n)
            journal.once({"/" + std::to_string(n), Asking::look, kilobyte, "look"},
                         [&] { return Answer{kilobyte}; });
    };
    told(*state->begin(run).value());
    const auto from = std::chrono::steady_clock::now();
    const auto kept = state->resume("long").value();
    const std::chrono::duration<double, std::milli> loaded =
        std::chrono::steady_clock::now() - from;
    told(*kept);
    const std::chrono::duration<double, std::milli> all = std::chrono::steady_clock::now() - from;
    std::printf("%d records, %s: resumed in %.0f ms, told again in %.0f ms\n", records,
                key ? "sealed" : "plain ", loaded.count(), (all - loaded).count());
}

}  // namespace

int main(int argc, char** argv) {
    const support::Folder own;
    const std::string base = argc > 1 ? argv[1] : own.path();
    const auto key =
        own.write("key", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    int number = 0;
    for (const int threads : {1, 4, 16, 64})
        for (const bool sealed : {false, true}) {
            const auto folder = base + "/journal-" + std::to_string(++number);
            measure(folder, sealed ? std::optional(key) : std::nullopt, threads,
                    threads == 1 ? 500 : 200);
            std::filesystem::remove_all(folder);
        }
    for (const bool sealed : {false, true}) {
        const auto folder = base + "/journal-" + std::to_string(++number);
        resume(folder, sealed ? std::optional(key) : std::nullopt, 20'000);
        std::filesystem::remove_all(folder);
    }
}
