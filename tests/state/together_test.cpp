// SPDX-License-Identifier: Apache-2.0
// Many at once: threads of one process, and processes, in one folder.
#include <atomic>
#include <future>
#include <latch>
#include <vector>

#include "state/given.h"

using namespace given;
using tenon::Value;
using tenon::store::RunState;

class TogetherTest : public StateFixture {
    CPPUNIT_TEST_SUITE(TogetherTest);
    CPPUNIT_TEST(writesForManyThreads);
    CPPUNIT_TEST(writesForTheBranchesOfARun);
    CPPUNIT_TEST(sharesAFolderBetweenProcesses);
    CPPUNIT_TEST(beginsAFolderTogether);
    CPPUNIT_TEST(readsOfOneMoment);
    CPPUNIT_TEST(refusesOneWithoutTheOthers);
    CPPUNIT_TEST(startsTheLogAnew);
    CPPUNIT_TEST_SUITE_END();

    static void drive(State& state, const std::string& id, int acts) {
        const auto journal = get(state.begin(run(id)));
        for (int n = 0; n < acts; ++n) journal->once(act("/" + std::to_string(n)), gives(n));
        journal->end(RunState::completed, Value());
    }
    static void isWhole(State& state, const std::string& id, int acts) {
        const auto rows = get(state.steps(id, 0, 1000));
        CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(acts), rows.size());
        for (int n = 0; n < acts; ++n) {
            const auto& row = rows[static_cast<std::size_t>(n)];
            CPPUNIT_ASSERT_EQUAL("/" + std::to_string(n), row.position);
            CPPUNIT_ASSERT(row.answer.result.value() == Value(n));
        }
        CPPUNIT_ASSERT(get(state.find(id)).state == RunState::completed);
    }
    // What one of them throws, thrown here.
    static void each(int threads, const std::function<void(int)>& code) {
        std::latch start(threads);
        std::vector<std::future<void>> all;
        for (int t = 0; t < threads; ++t)
            all.push_back(std::async(std::launch::async, [&, t] {
                start.arrive_and_wait();
                code(t);
            }));
        for (auto& one : all) one.wait();
        for (auto& one : all) one.get();
    }

  public:
    void writesForManyThreads() {
        const auto state = open(place_);
        each(16, [&](int t) { drive(*state, "r" + std::to_string(t), 20); });
        for (int t = 0; t < 16; ++t) isWhole(*state, "r" + std::to_string(t), 20);
    }
    void writesForTheBranchesOfARun() {
        const auto state = open(place_);
        {
            const auto journal = get(state->begin(run("r")));
            each(16, [&](int t) {
                for (int n = 0; n < 20; ++n) {
                    const auto position = std::to_string(t) + "/" + std::to_string(n);
                    for (const auto& question :
                         {look(position + "/l"), act(position + "/a"), choice(position + "/c")})
                        journal->once(question, gives(position));
                }
            });
        }
        const auto again = get(state->resume("r"));
        for (int t = 0; t < 16; ++t)
            for (int n = 0; n < 20; ++n) {
                const auto position = std::to_string(t) + "/" + std::to_string(n);
                for (const auto& question :
                     {look(position + "/l"), act(position + "/a"), choice(position + "/c")})
                    CPPUNIT_ASSERT(again->once(question, never).result.value() == Value(position));
            }
    }
    void sharesAFolderBetweenProcesses() {
        std::vector<pid_t> children;
        for (int p = 0; p < 4; ++p) {
            const pid_t child = support::forkAlone();
            if (child == 0)
                ::_exit(inChild([&] {
                    const auto state = open(place_);
                    each(2, [&](int t) {
                        for (int n = 0; n < 5; ++n)
                            drive(*state,
                                  "r" + std::to_string(p) + std::to_string(t) + std::to_string(n),
                                  5);
                    });
                }));
            children.push_back(child);
        }
        for (const auto child : children) {
            int status = 0;
            ::waitpid(child, &status, 0);
            CPPUNIT_ASSERT_EQUAL(0, status);
        }
        const auto state = open(place_);
        CPPUNIT_ASSERT_EQUAL(std::size_t{40}, get(state->list(0, 100)).size());
        for (const auto& row : get(state->list(0, 100))) isWhole(*state, row.id, 5);
    }
    // All find an empty file, or none; one makes the tables and the key.
    void beginsAFolderTogether() {
        for (int round = 0; round < 5; ++round) {
            const auto place = folder_.path("s" + std::to_string(round));
            each(4, [&](int t) { drive(*open(place, key_), "r" + std::to_string(t), 1); });
            CPPUNIT_ASSERT_EQUAL(std::size_t{4}, get(open(place, key_)->list(0, 10)).size());
        }
    }
    // A key and a run that come between two looks would be a run without the key.
    void readsOfOneMoment() {
        tenon::store::Folder folder(get(tenon::store::StateFiles::prepare(place_)), std::nullopt,
                                    [] { return std::chrono::system_clock::now(); });
        const auto state = open(place_);
        const auto runs = [](tenon::store::Database& database) {
            return database.number("SELECT count(*) FROM run");
        };
        folder.read([&](tenon::store::Database& database) {
            const auto before = runs(database);
            get(state->begin(run("r")));
            CPPUNIT_ASSERT_EQUAL(before, runs(database));
        });
        CPPUNIT_ASSERT_EQUAL(std::int64_t{1}, folder.read(runs));
    }
    // What is refused in a transaction takes nothing from what else is in it.
    void refusesOneWithoutTheOthers() {
        const auto state = open(place_);
        get(state->begin(run("taken")));
        std::atomic<int> refused = 0;
        each(8, [&](int t) {
            for (int n = 0; n < 20; ++n) {
                if (t % 2 == 0) {
                    drive(*state, "r" + std::to_string(t) + "-" + std::to_string(n), 2);
                } else {
                    refused += state->cancel("missing", false).has_value();
                    refused += !state->begin(run("taken"));
                }
            }
        });
        CPPUNIT_ASSERT_EQUAL(160, refused.load());
        for (const int t : {0, 2, 4, 6})
            for (int n = 0; n < 20; ++n)
                isWhole(*state, "r" + std::to_string(t) + "-" + std::to_string(n), 2);
    }
    // 1,000 pages of 4 KB, and what one commit adds.
    void startsTheLogAnew() {
        const auto state = open(place_);
        const auto journal = get(state->begin(run("r")));
        const std::string large(100'000, 'x');
        for (int n = 0; n < 200; ++n) journal->once(act("/" + std::to_string(n)), gives(large));
        CPPUNIT_ASSERT(std::filesystem::file_size(place_ + "/journal.db-wal") < 6'000'000);
        CPPUNIT_ASSERT(std::filesystem::file_size(place_ + "/journal.db") > 12'000'000);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(TogetherTest);
