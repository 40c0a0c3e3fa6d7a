// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "program.h"
#include "support/running.h"
#include "support/sandbox_counts.h"
#include "support/sweep.h"

// Many runs of one manifest, one a tenant, against a platform that loses requests and answers,
// driven by a process that is killed again and again.
class TenantsFixture : public CppUnit::TestFixture {
  protected:
    // How often the sandbox was asked for something.
    class Requests {
      public:
        explicit Requests(std::string call) : call_(std::move(call)) {}

        void heard(std::string_view line) {
            const std::scoped_lock lock(mutex_);
            if (line.find(call_) == line.npos) return;
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
        const std::string call_;
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

    // Of a rule: which call it is of; none: any.
    static std::string on(const std::string& call) {
        return call.empty() ? "" : R"("on":")" + call + R"(",)";
    }
    // One way in which a call goes wrong.
    std::string fault(const std::string& call) {
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
        return "{" + on(call) + R"("times":1,)" + kinds[below(sizeof kinds / sizeof *kinds)] + "}";
    }
    // So many faults of a call, each between calls that go well.
    std::string script(const std::string& call, int faults) {
        std::string rules;
        for (int i = 0; i < faults; ++i) {
            if (below(2) == 0)
                rules += "{" + on(call) + R"("times":)" + std::to_string(1 + below(3)) +
                         R"(,"delay":0},)";
            rules += fault(call) + ",";
        }
        if (!rules.empty()) rules.pop_back();
        return R"({"firstId":500000,"tagDelay":150,"rules":[)" + rules + "]}";
    }

    struct Sandbox {
        Sandbox(const support::Folder& folder, const std::string& faults, Requests& requests) {
            tenon::SandboxOptions options;
            options.faults = tenon::json::read(faults).value();
            options.log = [&requests](std::string_view line) { requests.heard(line); };
            it.start(options);
            secrets = folder.write("secrets.json",
                                   tenon::json::write(it.secrets(), tenon::json::Secrets::reveal));
        }
        ~Sandbox() { it.stop(); }
        std::int64_t count(const char* what) {
            return *support::sandboxCounts(it.address()).find(what)->integer();
        }
        // Of all instances, formulas or formulas/instances.
        std::multiset<std::string> names(const std::string& what) {
            const auto secrets = it.secrets();
            const auto who = [&](const char* name) {
                return secrets.find("cloudElements")->find(name)->secret()->reveal();
            };
            const auto authorization =
                "User " + who("user") + ", Organization " + who("organization");
            std::multiset<std::string> out;
            for (std::size_t page = 1, size = 200; size == 200; ++page) {
                const auto list = support::sandboxSays(
                    it.address(),
                    "/elements/api-v2/" + what + "?pageSize=200&page=" + std::to_string(page),
                    authorization);
                size = list.array()->size();
                for (const auto& one : *list.array()) out.insert(*one.find("name")->string());
            }
            return out;
        }

        cloudelements::sandbox::CloudElementsSandbox it;
        std::string secrets;
    };

    [[nodiscard]] std::string tenants(int count) const {
        std::string lines;
        for (int i = 0; i < count; ++i)
            lines += R"({"name":"tenant-)" + std::to_string(i) + "\"}\n";
        return folder_.write("tenants.jsonl", lines);
    }
    [[nodiscard]] std::vector<std::string> command(const std::string& manifest, int count,
                                                   const Sandbox& sandbox) const {
        // What it says goes to a file: nobody reads a pipe meanwhile.
        return {"/bin/sh",
                "-c",
                "exec \"$0\" \"$@\" 2>>\"" + folder_.path("said") + "\"",
                TENON_PROGRAM,
                "run",
                manifest,
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

    struct Driven {
        int lives = 0, code = 0;
    };
    // Runs it, kills it so many times in the course of that many requests, and once more to its
    // end.
    Driven drive(const std::vector<std::string>& words, Requests& requests, int kills, int of) {
        Driven out;
        for (; out.lives < kills; ++out.lives) {
            support::Running run(words);
            const int from = requests.count();
            const int until = from + 1 + static_cast<int>(below(2 * of / kills));
            const pid_t child = run.process();
            if (!requests.waitFor(until, [&] { return isOver(child); })) break;
            run.signal(SIGKILL);
            run.wait();
        }
        support::Running last(words);
        out.code = last.wait();
        return out;
    }
    static long lines(const std::string& text) {
        return std::count(text.begin(), text.end(), '\n');
    }
    static bool isOver(pid_t child) {
        siginfo_t about{};
        return ::waitid(P_PID, static_cast<id_t>(child), &about, WEXITED | WNOHANG | WNOWAIT) !=
                   0 ||
               about.si_pid == child;
    }
};
