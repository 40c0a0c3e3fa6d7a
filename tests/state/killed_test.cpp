// SPDX-License-Identifier: Apache-2.0
// Processes that are killed: what was acknowledged is there, what was begun is begun.
#include <set>
#include <thread>

#include "state/given.h"
#include "state/line.h"

using namespace given;
using tenon::Done;
using tenon::Value;
using tenon::store::RunState;

class KilledTest : public StateFixture {
    CPPUNIT_TEST_SUITE(KilledTest);
    CPPUNIT_TEST(keepsWhatWasBegunAndEndedAtEveryRecord);
    CPPUNIT_TEST(keepsWhatManyThreadsWereTold);
    CPPUNIT_TEST(freesTheRun);
    CPPUNIT_TEST(leavesNoLockToAChildOfTheProcess);
    CPPUNIT_TEST_SUITE_END();

    static std::string at(int n) { return "/do/" + std::to_string(n) + "/a"; }

    // Four acts; dies at the given moment: 2n inside act n, 2n + 1 after it, 8 after the end.
    void live(int moment) const {
        const auto state = open(place_, key_);
        const auto journal = get(state->begin(run("r" + std::to_string(moment))));
        for (int n = 0; n < 4; ++n) {
            journal->once(act(at(n)), [&] {
                if (moment == 2 * n) ::raise(SIGKILL);
                return Answer{Value(n)};
            });
            if (moment == 2 * n + 1) ::raise(SIGKILL);
        }
        journal->end(RunState::completed, Value("out"));
        if (moment == 8) ::raise(SIGKILL);
    }

  public:
    void keepsWhatWasBegunAndEndedAtEveryRecord() {
        for (int moment = 0; moment <= 8; ++moment) {
            CPPUNIT_ASSERT_EQUAL(128 + SIGKILL, inChild([&] { live(moment); }));
            const auto id = "r" + std::to_string(moment);
            const auto state = open(place_, key_);
            const auto row = get(state->find(id));
            CPPUNIT_ASSERT(!row.driven);
            if (moment == 8) {
                CPPUNIT_ASSERT(row.state == RunState::completed);
                CPPUNIT_ASSERT(*get(state->outcome(id)).result.value().string() == "out");
                continue;
            }
            CPPUNIT_ASSERT(row.state == RunState::running);
            const auto journal = get(state->resume(id));
            for (int n = 0; n < 4; ++n) {
                if (2 * n + 1 <= moment) {
                    CPPUNIT_ASSERT(journal->once(act(at(n)), never).result.value() == Value(n));
                } else if (2 * n == moment) {
                    const auto answer = journal->once(act(at(n)), never);
                    CPPUNIT_ASSERT_EQUAL(std::string("interrupted"), answer.result.error().title);
                    CPPUNIT_ASSERT(answer.result.error().done == Done::maybe);
                } else {
                    CPPUNIT_ASSERT(!journal->replaying(at(n)));
                    CPPUNIT_ASSERT(journal->once(act(at(n)), gives(n)).result.value() == Value(n));
                }
            }
        }
    }
    // Killed from outside, wherever it is.
    void keepsWhatManyThreadsWereTold() {
        for (int life = 0; life < 10; ++life) {
            const auto id = "r" + std::to_string(life);
            Line line;
            const pid_t child = support::forkAlone();
            if (child == 0) {
                const auto state = open(place_, key_);
                const auto journal = get(state->begin(run(id)));
                std::vector<std::thread> threads;
                for (int t = 0; t < 4; ++t)
                    threads.emplace_back([&, t] {
                        for (int n = 0;; ++n) {
                            const auto position = "/" + std::to_string(t) + "/" + std::to_string(n);
                            journal->once(act(position), [&] {
                                line.say("begun " + position);
                                return Answer{Value(position)};
                            });
                            line.say("ended " + position);
                        }
                    });
                for (auto& thread : threads) thread.join();
            }
            line.listen();
            std::set<std::string> begun, ended;
            for (std::string word; !(word = line.hear()).empty();) {
                (word.starts_with("begun ") ? begun : ended).insert(word.substr(6));
                if (ended.size() == 10u + static_cast<unsigned>(life)) ::kill(child, SIGKILL);
            }
            ::waitpid(child, nullptr, 0);
            const auto state = open(place_, key_);
            const auto journal = get(state->resume(id));
            for (const auto& position : begun) {
                const auto answer = journal->once(act(position), never);
                if (answer.result)
                    CPPUNIT_ASSERT(answer.result.value() == Value(position));
                else
                    CPPUNIT_ASSERT_MESSAGE(position, !ended.count(position));
            }
            for (const auto& position : ended) CPPUNIT_ASSERT(begun.count(position));
        }
    }
    void freesTheRun() {
        Line line;
        const pid_t child = support::forkAlone();
        if (child == 0) {
            const auto state = open(place_, key_);
            const auto journal = get(state->begin(run("r")));
            line.say("driven");
            for (;;) ::pause();
        }
        line.listen();
        CPPUNIT_ASSERT_EQUAL(std::string("driven"), line.hear());
        const auto state = open(place_, key_);
        CPPUNIT_ASSERT(get(state->find("r")).driven);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{child}, get(state->find("r")).driver);
        CPPUNIT_ASSERT_EQUAL("driven: The run r in FOLDER is driven by another process (" +
                                 std::to_string(child) + "). Wait for its end, or cancel it.",
                             text(state->resume("r"), place_));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        CPPUNIT_ASSERT(!get(state->find("r")).driven);
        CPPUNIT_ASSERT(state->resume("r").ok());
    }
    // A command that outlives the process that began it.
    void leavesNoLockToAChildOfTheProcess() {
        Line line;
        const pid_t child = support::forkAlone();
        if (child == 0) {
            const auto state = open(place_, key_);
            const auto journal = get(state->begin(run("r")));
            const pid_t command = support::start({"sh", "-c", "echo $$; exec sleep 600"}, {},
                                                 {{line.writingEnd(), STDOUT_FILENO}});
            ::waitpid(command, nullptr, 0);
        }
        line.listen();
        const auto command = static_cast<pid_t>(std::stol(line.hear()));  // another program by now
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        CPPUNIT_ASSERT_EQUAL(0, ::kill(command, 0));
        const auto resumed = text(open(place_, key_)->resume("r"));
        ::kill(command, SIGKILL);
        CPPUNIT_ASSERT_EQUAL(std::string("none"), resumed);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(KilledTest);
