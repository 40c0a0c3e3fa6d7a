// SPDX-License-Identifier: Apache-2.0
// Runs that begin in other ways: without waiting for the disk, or with what another run was
// answered.
#include "state/given.h"

using namespace given;
using tenon::Done;
using tenon::Value;
using tenon::store::RunState;

class BeginningsTest : public StateFixture {
    CPPUNIT_TEST_SUITE(BeginningsTest);
    CPPUNIT_TEST(beginsLazily);
    CPPUNIT_TEST(findsOutThatTheNameWasTaken);
    CPPUNIT_TEST(takesOverWhatAnotherWasAnswered);
    CPPUNIT_TEST(keepsToTheQuestionsOfTheOther);
    CPPUNIT_TEST(outlivesTheOther);
    CPPUNIT_TEST(leavesWhatIsUndoneToItsNextLife);
    CPPUNIT_TEST_SUITE_END();

    [[nodiscard]] std::unique_ptr<State> openHere() const { return open(place_, key_); }
    static tenon::world::NewRun lazy(const std::string& id) {
        auto out = run(id);
        out.lazily = true;
        return out;
    }
    // Two acts and a look, answered.
    static void fill(State& state, const std::string& id, RunState how = RunState::completed) {
        const auto journal = get(state.begin(run(id)));
        journal->once(act("/do/0/a", 1), gives(1));
        journal->once(look("/do/1/b", 2), gives(2));
        journal->once(act("/do/2/c", 3), gives(3));
        journal->end(how, Value());
    }
    static tenon::world::NewRun from(State& state, const std::string& id, const std::string& other,
                                     std::size_t count) {
        auto out = run(id);
        out.from.run = other;
        for (const auto& step : get(state.steps(other, 0, count)))
            out.from.steps.push_back(step.number);
        return out;
    }
    static void gave(std::int64_t expected, const Answer& answer) {
        CPPUNIT_ASSERT_EQUAL(expected, *answer.result.value().integer());
    }

    void beginsLazily() {
        {
            const auto state = openHere();
            const auto journal = get(state->begin(lazy("r")));
            journal->once(act("/do/0/a", 1), gives(1));
            CPPUNIT_ASSERT_EQUAL(std::size_t{1}, get(state->find("r")).acts);
            CPPUNIT_ASSERT(get(state->find("r")).driven);
            same("taken: There is a run r in FOLDER already. Resume it, or choose another name.",
                 text(state->begin(lazy("r")), place_));
        }
        const auto state = openHere();
        const auto journal = get(state->resume("r"));
        gave(1, journal->once(act("/do/0/a", 1), never));
        journal->end(RunState::completed, Value());
    }
    // Whoever comes second is told at the latest before it acts; nothing is done twice.
    void findsOutThatTheNameWasTaken() {
        for (int n = 0; n < 20; ++n) {
            const auto one = openHere(), two = openHere();
            const auto id = "r" + std::to_string(n);
            auto first = one->begin(lazy(id)), second = two->begin(lazy(id));
            int done = 0, refused = 0;
            for (auto* journal : {&first, &second}) {
                if (!*journal) {
                    same("taken", journal->error().title);
                    ++refused;
                    continue;
                }
                try {
                    journal->value()->once(act("/do/0/a", 1), [&] {
                        ++done;
                        return Answer{Value()};
                    });
                } catch (const tenon::world::Leave& leave) {
                    same("taken", leave.why.title);
                    ++refused;
                }
            }
            CPPUNIT_ASSERT_EQUAL(1, done);
            CPPUNIT_ASSERT_EQUAL(1, refused);
        }
    }
    void takesOverWhatAnotherWasAnswered() {
        const auto state = openHere();
        fill(*state, "r");
        {
            const auto journal = get(state->begin(from(*state, "s", "r", 2)));
            CPPUNIT_ASSERT(!journal->resumed());
            CPPUNIT_ASSERT(journal->replaying(""));
            CPPUNIT_ASSERT(journal->takenOver("/do/0/a"));
            CPPUNIT_ASSERT(!journal->takenOver("/do/2/c"));
            gave(1, journal->once(act("/do/0/a", 1), never));
            gave(2, journal->once(look("/do/1/b", 2), never));
            CPPUNIT_ASSERT(!journal->replaying(""));
            gave(5, journal->once(act("/do/2/c", 3), gives(5)));
        }
        const auto journal = get(state->resume("s"));
        CPPUNIT_ASSERT(journal->takenOver("/do/0/a"));
        CPPUNIT_ASSERT(!journal->takenOver("/do/2/c"));
        gave(1, journal->once(act("/do/0/a", 1), never));
        gave(5, journal->once(act("/do/2/c", 3), never));
        const auto steps = get(state->steps("s", 0, 10));
        CPPUNIT_ASSERT_EQUAL(std::size_t{3}, steps.size());
        CPPUNIT_ASSERT(steps[0].taken && steps[0].ended && !steps[2].taken);
        same("call Create", steps[0].action);
        CPPUNIT_ASSERT(get(state->check()).faults.empty());
    }
    void keepsToTheQuestionsOfTheOther() {
        const auto state = openHere();
        fill(*state, "r");
        const auto journal = get(state->begin(from(*state, "s", "r", 2)));
        try {
            journal->once(act("/do/0/a", 7), never);
            CPPUNIT_FAIL("another question was answered");
        } catch (const tenon::world::Leave& leave) {
            same("changed", leave.why.title);
        }
    }
    // Also by way of a third one.
    void outlivesTheOther() {
        const auto state = openHere();
        fill(*state, "r");
        {
            const auto journal = get(state->begin(from(*state, "s", "r", 2)));
            gave(1, journal->once(act("/do/0/a", 1), never));
            journal->end(RunState::completed, Value());
        }
        get(state->begin(from(*state, "t", "s", 2)));
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, get(state->prune(std::chrono::system_clock::now() +
                                                              std::chrono::hours(1))));
        const auto journal = get(state->resume("t"));
        gave(1, journal->once(act("/do/0/a", 1), never));
        gave(2, journal->once(look("/do/1/b", 2), never));
    }
    void leavesWhatIsUndoneToItsNextLife() {
        const auto state = openHere();
        get(state->begin(run("r")))->once(act("/do/0/a"), gives(1));
        for (int times = 0; times < 2; ++times) same("none", text(state->cancel("r", true)));
        CPPUNIT_ASSERT(get(state->find("r")).stopAsked);
        CPPUNIT_ASSERT(get(state->find("r")).state == RunState::running);
        CPPUNIT_ASSERT(get(state->resume("r"))->stopAsked());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(BeginningsTest);
