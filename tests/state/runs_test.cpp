// SPDX-License-Identifier: Apache-2.0
// The runs of a folder: listed, found, cancelled, removed.
#include "state/given.h"

using namespace given;
using std::chrono::seconds;
using tenon::Done;
using tenon::Value;
using tenon::store::RunState;
using Time = std::chrono::system_clock::time_point;

class RunsTest : public StateFixture {
    CPPUNIT_TEST_SUITE(RunsTest);
    CPPUNIT_TEST(listsTheNewestFirst);
    CPPUNIT_TEST(tellsAllOfARun);
    CPPUNIT_TEST(tellsItsRecords);
    CPPUNIT_TEST(countsWhatNobodyKnows);
    CPPUNIT_TEST(asksADriverToStop);
    CPPUNIT_TEST(cancelsWhatNobodyDrives);
    CPPUNIT_TEST(cancelsNothingThatIsFinished);
    CPPUNIT_TEST(removesWhatIsOld);
    CPPUNIT_TEST(removesNothingThatIsNeeded);
    CPPUNIT_TEST(bearsAClockThatIsSetBack);
    CPPUNIT_TEST_SUITE_END();

    Time now_{seconds(2'000'000'000)};

    std::unique_ptr<State> openHere() {
        return get(tenon::store::openFolder(place_, key_, [this] { return now_; }));
    }
    static void finish(State& state, const std::string& id, RunState how) {
        get(state.begin(run(id)))->end(how, Value());
    }
    static std::string ids(State& state, std::int64_t after = 0, std::size_t most = 100) {
        std::string out;
        for (const auto& row : get(state.list(after, most))) out += row.id + " ";
        return out;
    }

  public:
    void listsTheNewestFirst() {
        const auto state = openHere();
        same("", ids(*state));
        for (const char* id : {"a", "b", "c", "d", "e"}) finish(*state, id, RunState::completed);
        same("e d c b a ", ids(*state));
        same("e d ", ids(*state, 0, 2));
        same("c b ", ids(*state, get(state->find("d")).number, 2));
        same("", ids(*state, get(state->find("a")).number));
    }
    void tellsAllOfARun() {
        const auto state = openHere();
        auto journal = get(state->begin(run("r")));
        now_ += seconds(5);
        journal->once(act("/do/0/a"), gives(1));
        const auto row = get(state->find("r"));
        same("/sales/create/1.2.0", row.document.uri());
        same("Create an instance", row.document.title);
        same("flows/create.yaml", row.manifestPath);
        same("/do/0/a", row.position);
        same("call Create", row.action);
        CPPUNIT_ASSERT(row.driven && !row.stopAsked && row.state == RunState::running);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{::getpid()}, row.driver);
        CPPUNIT_ASSERT(row.begun == run("r").begun);
        CPPUNIT_ASSERT(row.changed == now_);
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, row.acts);
        CPPUNIT_ASSERT_EQUAL(std::size_t{0}, row.unknown);
        same("missing: There is no run s in FOLDER. Look at the names of those that are there.",
             text(state->find("s"), place_));
    }
    void tellsItsRecords() {
        const auto state = openHere();
        const auto journal = get(state->begin(run("r")));
        for (int n = 0; n < 5; ++n) {
            now_ += seconds(1);
            journal->once(n == 1 ? look("/1", n) : act("/" + std::to_string(n), n), gives(n));
        }
        const auto all = get(state->steps("r", 0, 100));
        CPPUNIT_ASSERT_EQUAL(std::size_t{5}, all.size());
        for (std::size_t n = 0; n < 5; ++n) {
            same("/" + std::to_string(n), all[n].position);
            same(n == 1 ? "get" : "call Create", all[n].action);
            CPPUNIT_ASSERT(all[n].ended && all[n].answer.result.value() == Value(int(n)));
            CPPUNIT_ASSERT(all[n].kind == (n == 1 ? Asking::look : Asking::act));
            CPPUNIT_ASSERT(all[n].asked == all[n].answered);
            CPPUNIT_ASSERT(all[n].asked == Time(seconds(2'000'000'001 + static_cast<int>(n))));
        }
        const auto some = get(state->steps("r", all[1].number, 2));
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, some.size());
        same("/2", some[0].position);
    }
    void countsWhatNobodyKnows() {
        const auto state = openHere();
        auto journal = get(state->begin(run("r")));
        auto error = tenon::makeError(tenon::ErrorKind::timeout, "t", "d");
        journal->once(act("/no"), [&] { return Answer{error}; });
        error.done = Done::maybe;
        journal->once(act("/maybe"), [&] { return Answer{error}; });
        journal->once(look("/look"), [&] { return Answer{error}; });
        journal->once(act("/running"), [&] {
            CPPUNIT_ASSERT_EQUAL(std::size_t{3}, get(state->find("r")).acts);
            CPPUNIT_ASSERT_EQUAL(std::size_t{1}, get(state->find("r")).unknown);
            return Answer{Value()};
        });
        try {
            journal->once(act("/cut"), []() -> Answer { throw 1; });
        } catch (int) {
        }
        journal.reset();
        CPPUNIT_ASSERT_EQUAL(std::size_t{2}, get(state->find("r")).unknown);
    }
    void asksADriverToStop() {
        const auto state = openHere(), other = openHere();
        auto journal = get(state->begin(run("r")));
        CPPUNIT_ASSERT(!journal->stopAsked());
        for (int times = 0; times < 2; ++times) same("none", text(other->cancel("r", false)));
        CPPUNIT_ASSERT(journal->stopAsked());
        CPPUNIT_ASSERT(get(other->find("r")).stopAsked);
        CPPUNIT_ASSERT(get(other->find("r")).state == RunState::running);
        journal.reset();
        CPPUNIT_ASSERT(get(other->resume("r"))->stopAsked());
    }
    void cancelsWhatNobodyDrives() {
        const auto state = openHere();
        get(state->begin(run("r")));
        for (int times = 0; times < 2; ++times) same("none", text(state->cancel("r", false)));
        CPPUNIT_ASSERT(get(state->find("r")).state == RunState::cancelled);
        same(
            "finished: The run r is finished: cancelled. Only one that was interrupted or that "
            "waits can be gone on with; begin a new one.",
            text(state->resume("r")));
        same("missing: There is no run s in FOLDER. Look at the names of those that are there.",
             text(state->cancel("s", false), place_));
    }
    void cancelsNothingThatIsFinished() {
        const auto state = openHere();
        finish(*state, "r", RunState::faulted);
        same("finished: The run r is finished: faulted. There is nothing to cancel.",
             text(state->cancel("r", false)));
    }
    void removesWhatIsOld() {
        const auto state = openHere();
        for (int n = 0; n < 250; ++n) {
            auto old = run("old" + std::to_string(n));
            old.manifestText = "old";
            const auto journal = get(state->begin(old));
            journal->once(look("/a"), gives(n));
            journal->end(RunState::completed, Value());
        }
        const auto before = now_ += seconds(10);
        finish(*state, "new", RunState::completed);
        CPPUNIT_ASSERT_EQUAL(std::size_t{250}, get(state->prune(before)));
        same("new ", ids(*state));
        CPPUNIT_ASSERT_EQUAL(std::size_t{0}, get(state->prune(before)));
        CPPUNIT_ASSERT(state->begin(run("old1")).ok());
    }
    void removesNothingThatIsNeeded() {
        const auto state = openHere();
        const auto ended = [&](const std::string& id, RunState how, Done done) {
            const auto journal = get(state->begin(run(id)));
            journal->once(act("/a"), [&] {
                auto error = tenon::makeError(tenon::ErrorKind::timeout, "t", "d");
                error.done = done;
                return Answer{error};
            });
            journal->end(how, Value());
        };
        ended("maybe", RunState::faulted, Done::maybe);
        ended("unknown", RunState::unknown, Done::no);
        ended("waiting", RunState::waiting, Done::no);
        get(state->begin(run("interrupted")));
        const auto driven = get(state->begin(run("driven")));
        driven->end(RunState::completed, Value());
        ended("done", RunState::faulted, Done::yes);
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, get(state->prune(now_ + seconds(1))));
        same("driven interrupted waiting unknown maybe ", ids(*state));
    }
    void bearsAClockThatIsSetBack() {
        const auto state = openHere();
        finish(*state, "first", RunState::completed);
        get(state->begin(run("r2")));
        auto journal = get(state->begin(run("r")));
        journal->once(act("/a"), gives(1));
        now_ -= std::chrono::hours(24 * 365);
        journal->once(act("/b"), gives(2));
        same("/b", get(state->find("r")).position);
        CPPUNIT_ASSERT(get(state->find("r")).changed == Time(seconds(2'000'000'000)));
        journal.reset();
        const auto again = get(state->resume("r"));
        CPPUNIT_ASSERT(again->once(act("/a"), never).result.value() == Value(1));
        CPPUNIT_ASSERT(again->once(act("/b"), never).result.value() == Value(2));
        finish(*state, "last", RunState::completed);
        now_ -= seconds(5);
        get(state->resume("r2"))->end(RunState::completed, Value());
        CPPUNIT_ASSERT(get(state->find("r2")).changed == Time(seconds(2'000'000'000)));
        same("last r r2 first ", ids(*state));
        const auto steps = get(state->steps("r", 0, 10));
        same("/a", steps[0].position);
        CPPUNIT_ASSERT(steps[1].asked < steps[0].asked);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RunsTest);
