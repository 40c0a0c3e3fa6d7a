// SPDX-License-Identifier: Apache-2.0
// One run: asked once, kept, and told again in its next life.
#include "state/given.h"
#include "store/codec.h"

using namespace given;
using tenon::Array;
using tenon::Done;
using tenon::Error;
using tenon::ErrorKind;
using tenon::Object;
using tenon::Secret;
using tenon::StepError;
using tenon::Value;
using tenon::store::RunState;

class RunTest : public StateFixture {
    CPPUNIT_TEST_SUITE(RunTest);
    CPPUNIT_TEST(asksOnceInAllLives);
    CPPUNIT_TEST(givesWhatItWillGiveAgain);
    CPPUNIT_TEST(keepsErrorsWhole);
    CPPUNIT_TEST(keepsWhatTheRunBeganWith);
    CPPUNIT_TEST(knowsWhatIsAhead);
    CPPUNIT_TEST(givesWhatIsRecordedAndAsksNobody);
    CPPUNIT_TEST(skipsAWayThatIsNotGoneAgain);
    CPPUNIT_TEST(saysThatNobodyKnows);
    CPPUNIT_TEST(looksAgain);
    CPPUNIT_TEST(passesOnWhatIsThrown);
    CPPUNIT_TEST(refusesAnotherQuestion);
    CPPUNIT_TEST(refusesToAskTwice);
    CPPUNIT_TEST(isDrivenOnce);
    CPPUNIT_TEST(isFinishedOnce);
    CPPUNIT_TEST(refusesNamesThatAreNone);
    CPPUNIT_TEST(refusesNamesThatAreTaken);
    CPPUNIT_TEST(isServedByTheModule);
    CPPUNIT_TEST_SUITE_END();

    using StateFixture::same;
    static void same(const Answer& expected, const Answer& found) {
        CPPUNIT_ASSERT(tenon::store::encode(expected) == tenon::store::encode(found));
    }
    static void gave(const Value& expected, const Answer& found) { same(Answer{expected}, found); }
    // Does all of it in a first life that ends without a word, and opens the second.
    std::unique_ptr<RunJournal> secondLife(State& state,
                                           const std::function<void(RunJournal&)>& first) {
        first(*get(state.begin(run("r"))));
        return get(state.resume("r"));
    }

  public:
    void asksOnceInAllLives() {
        for (const auto& key : {std::string(), key_}) {
            const auto state = open(place_ + (key.empty() ? "-plain" : "-sealed"), key);
            for (const auto& question : {act("/do/0/a"), look("/do/1/b"), choice("/do/2/c")}) {
                const auto id = "r" + std::to_string(static_cast<int>(question.kind));
                const Value given = Object{{"token", Secret("t")}, {"n", 1.0}};
                {
                    const auto first = get(state->begin(run(id)));
                    gave(given, first->once(question, gives(given)));
                }
                for (int life = 2; life < 4; ++life)
                    gave(given, get(state->resume(id))->once(question, never));
            }
        }
    }
    // What was encoded and decoded, not the thing itself.
    void givesWhatItWillGiveAgain() {
        const auto state = open(place_);
        const auto journal = get(state->begin(run("r")));
        const Value odd = Array{1.0, "\xff", Secret("s"), tenon::Wide{"18446744073709551616"}};
        gave(odd, journal->once(choice("/a"), gives(odd)));
    }
    void keepsErrorsWhole() {
        Error error{
            ErrorKind::communication, 503,   "unavailable", "d",          true,       Done::maybe,
            std::chrono::seconds(7),  "req", "/do/0/a",     "f.yaml:3:5", "https://x"};
        const Answer answer{error, Object{{"body", "\xff"}}};
        const auto state = open(place_, key_);
        const auto second = secondLife(
            *state, [&](RunJournal& first) { first.once(act("/a"), [&] { return answer; }); });
        same(answer, second->once(act("/a"), never));
    }
    void keepsWhatTheRunBeganWith() {
        const auto state = open(place_, key_);
        const auto begun = run("r");
        const auto second = secondLife(*state, [](RunJournal&) {});
        gave(begun.input, {second->input()});
        gave(begun.pins, {second->pins()});
        same(begun.manifestText, second->manifestText());
        same("r", second->id());
    }
    void knowsWhatIsAhead() {
        const auto state = open(place_);
        const auto second = secondLife(*state, [](RunJournal& first) {
            first.once(look("/do/0/a"), gives(1));
            first.once(look("/do/1/b/do/0/c"), gives(1));
            first.once(look("/do/2/d#2/x"), gives(1));
            CPPUNIT_ASSERT(!first.replaying(""));
        });
        for (const char* known :
             {"", "/do/0/a", "/do/1/b", "/do/1/b/do/0/c", "/do", "/do/2/d", "/do/2"})
            CPPUNIT_ASSERT_MESSAGE(known, second->replaying(known));
        for (const char* unknown : {"/do/0/ab", "/do/0/a/x", "/do/2/d#", "/do/3", "/d"})
            CPPUNIT_ASSERT_MESSAGE(unknown, !second->replaying(unknown));
        second->once(look("/do/0/a"), never);
        CPPUNIT_ASSERT(!second->replaying("/do/0/a"));
        CPPUNIT_ASSERT(second->replaying("/do"));
        second->once(look("/do/1/b/do/0/c"), never);
        second->once(look("/do/2/d#2/x"), never);
        CPPUNIT_ASSERT(!second->replaying(""));
    }
    void givesWhatIsRecordedAndAsksNobody() {
        const auto state = open(place_, key_);
        const auto second = secondLife(*state, [](RunJournal& first) {
            CPPUNIT_ASSERT(!first.recorded("/c"));
            first.once(choice("/c"), gives(2));
            try {
                first.once(act("/do/0/a"), []() -> Answer { throw 1; });
            } catch (int) {
            }
        });
        CPPUNIT_ASSERT(second->recorded("/c")->result.value() == Value(2));
        CPPUNIT_ASSERT(!second->recorded("/do/0/a"));
        CPPUNIT_ASSERT(second->replaying("/do/0/a"));
    }
    void skipsAWayThatIsNotGoneAgain() {
        const auto state = open(place_, key_);
        const auto second = secondLife(*state, [](RunJournal& first) {
            first.once(act("/f/0/a"), gives(1));
            first.once(look("/f/0/b"), gives(1));
            try {
                first.once(act("/f/0/c"), []() -> Answer { throw 1; });
            } catch (int) {
            }
            first.once(act("/f/0x"), gives(1));
        });
        const auto deeds = second->skip("/f/0");
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), deeds.size());
        same("/f/0/a call Create", deeds[0].question.position + " " + deeds[0].question.action);
        CPPUNIT_ASSERT(deeds[0].answer.result.value() == Value(1));
        same("/f/0/c interrupted",
             deeds[1].question.position + " " + deeds[1].answer.result.error().title);
        CPPUNIT_ASSERT(!second->replaying("/f/0"));
        CPPUNIT_ASSERT(second->replaying(""));
    }
    void saysThatNobodyKnows() {
        const auto state = open(place_, key_);
        auto second = secondLife(*state, [](RunJournal& first) {
            try {
                first.once(act("/do/0/a"), []() -> Answer { throw 1; });
            } catch (int) {
            }
        });
        Error expected = tenon::makeError(
            ErrorKind::runtime, "interrupted",
            "The run ended in the middle of call Create; nobody knows whether it was done. Look on "
            "the remote side before it is done again.");
        expected.done = Done::maybe;
        same({expected}, second->once(act("/do/0/a"), never));
        same({expected}, second->once(act("/do/0/a"), never));
        second.reset();
        same({expected}, get(state->resume("r"))->once(act("/do/0/a"), never));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, get(state->find("r")).unknown);
    }
    void looksAgain() {
        const auto state = open(place_);
        auto second = secondLife(*state, [](RunJournal& first) {
            for (const auto& question : {look("/a"), choice("/b")}) try {
                    first.once(question, []() -> Answer { throw 1; });
                } catch (int) {
                }
        });
        CPPUNIT_ASSERT(!second->replaying(""));  // there is no way to go again
        gave(2, second->once(look("/a"), gives(2)));
        gave(3, second->once(choice("/b"), gives(3)));
        second.reset();
        second = get(state->resume("r"));
        gave(2, second->once(look("/a"), never));
        gave(3, second->once(choice("/b"), never));
    }
    void passesOnWhatIsThrown() {
        const auto state = open(place_);
        const auto journal = get(state->begin(run("r")));
        CPPUNIT_ASSERT_THROW(journal->once(act("/a"), []() -> Answer { throw StepError(Error()); }),
                             StepError);
        const auto rows = get(state->steps("r", 0, 10));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, rows.size());
        CPPUNIT_ASSERT(!rows[0].ended);
    }
    void refusesAnotherQuestion() {
        const auto state = open(place_, key_);
        const auto second = secondLife(
            *state, [](RunJournal& first) { first.once(act("/do/0/a", 1), gives("kept")); });
        const std::string changed =
            "changed: At /do/0/a the run asks for something else than when it was recorded: the "
            "answer that is kept does not fit. Resume it with the manifest, the input and the "
            "plugins that it was begun with.";
        same(changed, left([&] { second->once(act("/do/0/a", 1.0), never); }));
        same(changed, left([&] { second->once(look("/do/0/a", 1), never); }));
        gave("kept", second->once(act("/do/0/a", 1), never));
    }
    void refusesToAskTwice() {
        const auto state = open(place_);
        const auto journal = get(state->begin(run("r")));
        journal->once(act("/a"), gives(1));
        same(
            "journal: call Create at /a was not begun, nothing was sent: The run asked twice at "
            "/a, where it may ask once; this is a mistake in Tenon. Please report it.",
            left([&] { journal->once(act("/a"), never); }));
    }
    void isDrivenOnce() {
        const auto state = open(place_), other = open(place_);
        auto journal = get(state->begin(run("r")));
        for (const auto& who : {&state, &other})
            same(
                "driven: The run r in FOLDER is driven by this process already. Wait for its end, "
                "or cancel it.",
                text((*who)->resume("r"), place_));
        journal.reset();
        CPPUNIT_ASSERT(other->resume("r").ok());
        same("missing: There is no run s in FOLDER. Look at the names of those that are there.",
             text(state->resume("s"), place_));
    }
    void isFinishedOnce() {
        const auto state = open(place_, key_);
        auto journal = get(state->begin(run("r")));
        journal->end(RunState::waiting, Value());
        journal.reset();
        journal = get(state->resume("r"));
        CPPUNIT_ASSERT(get(state->find("r")).state == RunState::running);
        journal->end(RunState::completed, Value(Secret("out")));
        journal.reset();
        same(
            "finished: The run r is finished: completed. Only one that was interrupted or that "
            "waits can be gone on with; begin a new one.",
            text(state->resume("r")));
        gave(Secret("out"), get(state->outcome("r")));
    }
    void refusesNamesThatAreNone() {
        const auto state = open(place_);
        for (const auto& id : {std::string(), std::string(65, 'a'), std::string("a/b"),
                               std::string("a b"), std::string("\xc3\xa4"), std::string("a\0", 2)})
            same(
                "id: The name of a run is 1 to 64 of the characters A-Z, a-z, 0-9, \".\", \"_\" "
                "and \"-\"; the one that was given is not. Choose another.",
                text(state->begin(run(id))));
        CPPUNIT_ASSERT(state->begin(run(std::string(63, 'a') + "-")).ok());
    }
    void refusesNamesThatAreTaken() {
        const auto state = open(place_);
        get(state->begin(run("r")));
        same("taken: There is a run r in FOLDER already. Resume it, or choose another name.",
             text(state->begin(run("r")), place_));
        CPPUNIT_ASSERT(state->begin(run("s")).ok());
    }
    void isServedByTheModule() {
        const auto state = get(tenon::store::openState(place_, key_));
        auto journal = get(state->begin(run("r")));
        gave(1, journal->once(act("/a"), gives(1)));
        same("taken: There is a run r in FOLDER already. Resume it, or choose another name.",
             text(state->begin(run("r")), place_));
        journal.reset();
        journal = get(state->resume("r"));
        same(
            "changed: At /a the run asks for something else than when it was recorded: the answer "
            "that is kept does not fit. Resume it with the manifest, the input and the plugins "
            "that it was begun with.",
            left([&] { journal->once(act("/a", "other"), never); }));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RunTest);
