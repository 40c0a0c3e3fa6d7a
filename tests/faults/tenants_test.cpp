// SPDX-License-Identifier: Apache-2.0
// Many runs against a platform that loses requests and answers, driven by a process that is killed
// again and again: what the platform has made in the end is what the runs know of, each thing once.
// TENON_FAULTS=full makes 10,000 runs of it; fewer otherwise.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "program.h"
#include "support/running.h"
#include "support/sandbox_counts.h"

class TenantsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TenantsTest);
    CPPUNIT_TEST(makesEachInstanceOnce);
    CPPUNIT_TEST(stopsWhereTwoAreThere);
    CPPUNIT_TEST_SUITE_END();

    // What the sandbox logged, counted.
    class Posts {
      public:
        void heard(std::string_view line) {
            const std::scoped_lock lock(mutex_);
            if (line.find("POST /elements/api-v2/instances") == line.npos) return;
            ++count_;
            changed_.notify_all();
        }
        // False if the process ended before.
        bool waitFor(int count, const std::function<bool()>& ended) {
            std::unique_lock lock(mutex_);
            while (count_ < count && !ended())
                changed_.wait_for(lock, std::chrono::milliseconds(20));
            return count_ >= count;
        }
        int count() {
            const std::scoped_lock lock(mutex_);
            return count_;
        }

      private:
        std::mutex mutex_;
        std::condition_variable changed_;
        int count_ = 0;
    };

    // A sanitizer makes everything ten times as slow.
#ifdef TENON_SANITIZED
    static constexpr bool kSlow = true;
#else
    static constexpr bool kSlow = false;
#endif

    support::Folder folder_;
    std::mt19937 chance_{20261128};

    [[nodiscard]] unsigned below(unsigned n) { return chance_() % n; }

    // One way in which a creation goes wrong.
    std::string fault() {
        const char* kinds[] = {R"("drop":"before")",
                               R"("drop":"after")",
                               R"("drop":"after","reset":true)",
                               R"("cut":1)",
                               R"("cut":40)",
                               R"("answer":{"status":502})",
                               R"("answer":{"status":503,"body":{"message":"Busy"}})",
                               R"("answer":{"status":504},"late":200)",
                               R"("answer":{"status":429},"retryAfter":0)",
                               R"("late":100,"answer":{"status":504,"body":{"message":"Slow"}})"};
        return std::string(R"({"on":"POST /instances","times":1,)") +
               kinds[below(sizeof kinds / sizeof *kinds)] + "}";
    }
    // So many faults, each between creations that go well.
    std::string script(int faults) {
        std::string rules;
        for (int i = 0; i < faults; ++i) {
            if (below(2) == 0)
                rules += R"({"on":"POST /instances","times":)" + std::to_string(1 + below(3)) +
                         R"(,"delay":0},)";
            rules += fault() + ",";
        }
        if (!rules.empty()) rules.pop_back();
        return R"({"firstId":500000,"tagDelay":150,"rules":[)" + rules + "]}";
    }

    struct Sandbox {
        Sandbox(const support::Folder& folder, const std::string& faults, Posts& posts) {
            tenon::SandboxOptions options;
            options.faults = tenon::json::read(faults).value();
            options.log = [&posts](std::string_view line) { posts.heard(line); };
            it.start(options);
            secrets = folder.write("secrets.json",
                                   tenon::json::write(it.secrets(), tenon::json::Secrets::reveal));
        }
        ~Sandbox() { it.stop(); }
        std::int64_t count(const char* what) {
            return *support::sandboxCounts(it.address()).find(what)->integer();
        }

        cloudelements::sandbox::CloudElementsSandbox it;
        std::string secrets;
    };

    [[nodiscard]] std::string manifest() const {
        return folder_.write("onboard.yaml", R"(
document: {dsl: 1.0.3, namespace: t, name: onboard, version: 1.0.0}
use: {secrets: [cloudElements]}
do:
  - make:
      try:
        - create:
            call: CreateSageCRMInstance
            with: {name: '${ .name }', subdomain: crm.example.com, username: sandbox-user,
                   password: sandbox-password, lookFor: 4}
      catch:
        errors: {with: {status: 429}}
        retry: {delay: {milliseconds: 20}, limit: {attempt: {count: 20}}}
  - read:
      call: GetElementInstance
      with: {id: '${ .id }'}
  - told: {set: {id: '${ .id }', name: '${ .name }'}}
)");
    }
    [[nodiscard]] std::string tenants(int count) const {
        std::string lines;
        for (int i = 0; i < count; ++i)
            lines += R"({"name":"tenant-)" + std::to_string(i) + "\"}\n";
        return folder_.write("tenants.jsonl", lines);
    }
    [[nodiscard]] std::vector<std::string> command(int count, const Sandbox& sandbox) const {
        // What it says goes to a file: nobody reads a pipe meanwhile.
        return {"/bin/sh",
                "-c",
                "exec \"$0\" \"$@\" 2>\"" + folder_.path("said") + "\"",
                TENON_PROGRAM,
                "run",
                manifest(),
                "--each",
                tenants(count),
                "--by",
                "name",
                "--jobs",
                "16",
                "--state",
                folder_.path("state"),
                "--key",
                folder_.path("key"),
                "--secrets",
                sandbox.secrets,
                "--output",
                folder_.path("results.jsonl"),
                "--failed",
                folder_.path("failed.jsonl")};
    }
    void makeKey() const {
        CPPUNIT_ASSERT_EQUAL(0, support::program({"key", "new", folder_.path("key")}).code);
    }

    // The ids in the results, by the exit code of their runs.
    std::map<std::int64_t, std::multiset<std::int64_t>> results() const {
        std::map<std::int64_t, std::multiset<std::int64_t>> out;
        std::ifstream lines(folder_.path("results.jsonl"));
        for (std::string line; std::getline(lines, line);) {
            const auto result = tenon::json::read(line).value();
            const auto* output = result.find("output");
            const auto* id = output ? output->find("id") : nullptr;
            out[*result.find("exit")->integer()].insert(id ? *id->integer() : 0);
        }
        return out;
    }

    void makesEachInstanceOnce() {
        const char* full = ::getenv("TENON_FAULTS");
        const bool all = full && std::string(full) == "full";
        const int runs = all ? 10'000 : kSlow ? 60 : 500, faults = runs / 4;
        const int kills = all ? 60 : kSlow ? 3 : 8;
        makeKey();
        Posts posts;
        Sandbox sandbox(folder_, script(faults), posts);
        const auto words = command(runs, sandbox);
        int lives = 0;
        for (; lives < kills; ++lives) {
            support::Running run(words);
            const int from = posts.count();
            const int until = from + 1 + static_cast<int>(below(2 * runs / kills));
            const pid_t child = run.process();
            if (!posts.waitFor(until, [&] { return isOver(child); })) break;
            run.signal(SIGKILL);
            run.wait();
        }
        support::Running last(words);
        const int code = last.wait();
        auto ended = results();
        const auto& ids = ended[0];
        const auto stopped = ended[3].size();
        std::cout << "\n  " << runs << " runs, " << lives << " kills, " << posts.count()
                  << " creations sent: " << ids.size() << " completed, " << stopped
                  << " stopped for a person\n";
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), stopped > 0 ? 3 : 0, code);
        CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(runs), ids.size() + stopped);
        CPPUNIT_ASSERT_EQUAL(ids.size(), std::set<std::int64_t>(ids.begin(), ids.end()).size());
        const auto known = static_cast<std::int64_t>(ids.size());
        CPPUNIT_ASSERT_EQUAL(known, sandbox.count("instances"));
        CPPUNIT_ASSERT_EQUAL(known, sandbox.count("instancesMade"));
        CPPUNIT_ASSERT_EQUAL(static_cast<long>(stopped), lines(folder_.read("failed.jsonl")));
    }

    static bool isOver(pid_t child) {
        siginfo_t about{};
        return ::waitid(P_PID, static_cast<id_t>(child), &about, WEXITED | WNOHANG | WNOWAIT) !=
                   0 ||
               about.si_pid == child;
    }

    // A gateway that repeats a creation: nobody can know which one is meant, and a person is asked.
    void stopsWhereTwoAreThere() {
        makeKey();
        Posts posts;
        Sandbox sandbox(
            folder_,
            R"({"rules":[{"on":"POST /instances","times":1,"duplicate":true,"drop":"after"}]})",
            posts);
        support::Running run(command(3, sandbox));
        const int code = run.wait();
        CPPUNIT_ASSERT_EQUAL_MESSAGE(folder_.read("said"), 3, code);
        const auto ended = results();
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, ended.at(0).size());
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, ended.at(3).size());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{4}, sandbox.count("instancesMade"));
        CPPUNIT_ASSERT_EQUAL(1L, lines(folder_.read("failed.jsonl")));
    }
    static long lines(const std::string& text) {
        return std::count(text.begin(), text.end(), '\n');
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(TenantsTest);
