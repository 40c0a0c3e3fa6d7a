// SPDX-License-Identifier: Apache-2.0
// The power fails at any moment: what was acknowledged is there.
#include <set>
#include <thread>

#include "state/given.h"
#include "state/line.h"
#include "state/lossy_disk.h"

using namespace given;
using tenon::Value;

class PowerTest : public StateFixture {
    CPPUNIT_TEST_SUITE(PowerTest);
    CPPUNIT_TEST(losesNothingThatWasAcknowledged);
    CPPUNIT_TEST(losesNothingWhereSomeWasWritten);
    CPPUNIT_TEST(wouldNoticeALoss);
    CPPUNIT_TEST_SUITE_END();

    std::set<std::string> acknowledged_;
    std::size_t lost_ = 0;

    // Four threads of one run, until the power fails; what they were told is told to us.
    void live(const std::string& id, std::size_t cutAt, bool keepsSome, bool lies) {
        Line line;
        const pid_t child = support::forkAlone();
        if (child == 0) {
            LossyDisk disk(static_cast<unsigned>(cutAt));
            disk.keepsSome = keepsSome;
            disk.lies = lies;
            disk.cutAt = cutAt;
            const auto state = open(place_);
            const auto journal = get(state->begin(run(id)));
            line.say(id);
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&, t] {
                    for (int n = 0;; ++n) {
                        const auto position =
                            id + "/" + std::to_string(t) + "/" + std::to_string(n);
                        journal->once(look(position + "l"), gives(n));
                        auto told = choice(position + "c");
                        told.told = true;
                        journal->once(told, gives(n));
                        line.say(told.position);
                        journal->once(act(position), gives(std::string(3000, 'x')));
                        line.say(position);
                    }
                });
            for (auto& thread : threads) thread.join();
        }
        line.listen();
        for (std::string word; !(word = line.hear()).empty();) acknowledged_.insert(word);
        int status = 0;
        ::waitpid(child, &status, 0);
        CPPUNIT_ASSERT_EQUAL(9, WEXITSTATUS(status));
    }
    void lookForAll() {
        lost_ = 0;
        const auto state = tenon::store::openFolder(place_, std::nullopt);
        if (!state) {
            lost_ = acknowledged_.size();
            return;
        }
        std::set<std::string> found;
        const auto rows = state.value()->list(0, 1000);
        if (rows)
            for (const auto& row : rows.value()) {
                found.insert(row.id);
                const auto steps = state.value()->steps(row.id, 0, 1000);
                if (!steps) continue;
                for (const auto& step : steps.value())
                    if (step.ended) found.insert(step.position);
            }
        for (const auto& word : acknowledged_) lost_ += 1 - found.count(word);
    }
    void live(int lives, bool keepsSome, bool lies) {
        for (int n = 0; n < lives; ++n) {
            const auto moment = static_cast<std::size_t>(1 + n * 37 % 900);
            live("r" + std::to_string(n), moment, keepsSome, lies);
            lookForAll();
            if (lies && lost_ > 0) return;
            CPPUNIT_ASSERT_EQUAL_MESSAGE("life " + std::to_string(n), std::size_t{0}, lost_);
        }
        CPPUNIT_ASSERT(acknowledged_.size() > static_cast<std::size_t>(lives));
    }

  public:
    void losesNothingThatWasAcknowledged() { live(40, false, false); }
    void losesNothingWhereSomeWasWritten() { live(40, true, false); }
    void wouldNoticeALoss() {
        live(40, false, true);
        CPPUNIT_ASSERT(lost_ > 0);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PowerTest);
