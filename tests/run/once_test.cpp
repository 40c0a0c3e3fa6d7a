// SPDX-License-Identifier: Apache-2.0
// Steps that find what they made: asked again after anything, they make it once.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"
#include "fakes/mortal_journal.h"
#include "tenon/json.h"
#include "tenon/once.h"
#include "tenon/wait.h"

using fakes::Disk;
using fakes::FakeWorld;
using fakes::MortalJournal;
using tenon::Context;
using tenon::Done;
using tenon::Result;
using tenon::Value;

class OnceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OnceTest);
    CPPUNIT_TEST(makesItOnceWheneverItDies);
    CPPUNIT_TEST(makesItOnceInARetry);
    CPPUNIT_TEST(aLostAnswerIsLookedFor);
    CPPUNIT_TEST(tellsWhatCameBefore);
    CPPUNIT_TEST(whatIsFoundStandsForWhatWasNotKnown);
    CPPUNIT_TEST(isLeftWhileItWaits);
    CPPUNIT_TEST(isLentToNoOtherStep);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::Error lost() {
        auto error = tenon::makeError(tenon::ErrorKind::communication, "lost", "No answer came.");
        error.done = Done::maybe;
        return error;
    }

    // The remote side, which outlives every life of the run.
    std::map<std::string, int> made_;
    int lost_ = 0;     // so many answers more get lost, after the act
    std::string log_;  // what each call was told of before

    Result<Value> make(const Value& inputs, Context& context) {
        if (const auto* text = inputs.find("fails"))
            return tenon::makeError(tenon::ErrorKind::communication, "no", *text->string());
        auto& once = *static_cast<tenon::Once*>(context.extension(tenon::Once::kId));
        const std::string key(context.idempotencyKey());
        const auto past = once.past();
        log_ += key + (past.again ? " again" : " first") +
                (past.done == Done::yes     ? " done " + tenon::json::write(past.gave)
                 : past.done == Done::maybe ? " maybe"
                                            : "") +
                "\n";
        const Value found = tenon::Object{{"made", key}};
        if (past.again && made_.contains(key)) return found;
        const auto act = [&] {
            return once.act(tenon::Object{{"key", key}}, [&]() -> Result<Value> {
                ++made_[key];
                if (lost_ > 0 && lost_--) return lost();
                return found;
            });
        };
        auto result = act();
        const bool unknown = !result && result.error().done == Done::maybe;
        if (!unknown || !inputs.find("looks")) return result;
        return made_.contains(key) ? Result<Value>(found) : act();
    }

    std::string live(tenon::world::Journal& journal, const std::string& tasks,
                     tenon::run::Acts* acts = nullptr) {
        FakeWorld world;
        for (const char* name : {"Make"})
            world.steps.known.push_back(
                {.name = name, .version = "1.0.0", .summary = "", .plugin = "p", .once = true});
        world.steps.does = [&](const Value& inputs, Context& context) {
            return make(inputs, context);
        };
        if (acts) world.options.acts = acts;
        return world.live(journal, fakes::workflow(world.steps, tasks));
    }

    void survives(const std::string& tasks, int losses) {
        for (int life = 2;; ++life) {
            const int death = life / 2;
            made_.clear();
            lost_ = losses;
            Disk disk;
            MortalJournal first(disk, death, life % 2 == 1);
            auto end = live(first, tasks);
            const bool lived = first.died().empty();
            if (!lived) {
                MortalJournal second(disk, 0);
                end = live(second, tasks);
                CPPUNIT_ASSERT_MESSAGE(first.died(), !second.replaying(""));
            }
            CPPUNIT_ASSERT_MESSAGE(first.died() + ": " + end, end.starts_with("{\"made\":"));
            for (const auto& [key, times] : made_)
                CPPUNIT_ASSERT_EQUAL_MESSAGE(first.died() + ": " + key, 1, times);
            if (lived) {
                CPPUNIT_ASSERT(death > 8);
                return;
            }
        }
    }
    void makesItOnceWheneverItDies() {
        survives("  - a: {call: Make, with: {looks: 1}}\n  - b: {call: Make, with: {looks: 1}}\n",
                 0);
    }
    // Without a look of its own: the retry finds it.
    void makesItOnceInARetry() {
        survives(
            "  - t: {try: [{a: {call: Make}}], catch: {retry: {delay: {seconds: 1}, limit: "
            "{attempt: {count: 5}}}}}\n",
            1);
    }
    void aLostAnswerIsLookedFor() {
        fakes::FakeJournal journal;
        lost_ = 1;
        same(R"({"made":"run-1/do/0/a"})",
             live(journal, "  - a: {call: Make, with: {looks: 1}}\n"));
        same("began /do/0/a\nbegan /do/0/a/@part\ngave /do/0/a/@part\ngave /do/0/a\n", journal.log);
    }
    void tellsWhatCameBefore() {
        fakes::FakeJournal journal;
        same("No more.", live(journal, R"(
  - t:
      try: [{a: {call: Make, with: {looks: 1}}}, {b: {call: Make, with: {fails: 'No more.'}}}]
      catch: {retry: {delay: {seconds: 1}, limit: {attempt: {count: 1}}}}
)"));
        same(
            "run-1/do/0/t/try/0/a first\n"
            "run-1/do/0/t/try/0/a again done {\"made\":\"run-1/do/0/t/try/0/a\"}\n",
            log_);
        log_.clear();
        lost_ = 2;
        fakes::FakeJournal other;
        live(other,
             "  - t: {try: [{c: {call: Make}}], catch: {retry: {delay: {seconds: 1}, limit: "
             "{attempt: {count: 1}}}}}\n");
        same("run-1/do/0/t/try/0/c first\nrun-1/do/0/t/try/0/c again maybe\n", log_);
    }
    void whatIsFoundStandsForWhatWasNotKnown() {
        lost_ = 1;
        tenon::run::Acts acts;
        tenon::world::NoJournal journal;
        live(journal,
             "  - t: {try: [{a: {call: Make}}], catch: {retry: {delay: {seconds: 1}, limit: "
             "{attempt: {count: 1}}}}}\n",
             &acts);
        const auto all = acts.every();
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, all.size());
        same("/do/0/t/try#2/0/a", all.front().position);
        CPPUNIT_ASSERT(all.front().done == Done::yes && !all.front().stranded);
    }
    // A step that goes on looking can be left, and a step that acts cannot.
    void isLeftWhileItWaits() {
        for (const bool once : {true, false}) {
            FakeWorld world;
            world.steps.known.push_back(
                {.name = "Make", .version = "1.0.0", .summary = "", .plugin = "p", .once = once});
            std::stop_source rest;
            world.options.rest = rest.get_token();
            world.steps.does = [&](const Value&, Context& context) -> Result<Value> {
                rest.request_stop();
                try {
                    auto* waits = static_cast<tenon::Wait*>(context.extension(tenon::Wait::kId));
                    waits->wait(std::chrono::hours(1));
                } catch (...) {  // whatever a step catches
                }
                return Value("came");
            };
            std::string end;
            try {
                end = world.outcome("  - a: {call: Make}\n  - b: {set: {x: 1}}\n");
            } catch (const tenon::world::Leave& leave) {
                end = leave.why.detail;
            }
            same(once ? "The run was left while it waited." : R"({"x":1})", end);
        }
    }
    void isLentToNoOtherStep() {
        FakeWorld world;
        world.steps.does = [](const Value&, Context& context) -> Result<Value> {
            return Value(context.extension(tenon::Once::kId) == nullptr);
        };
        same("true", world.outcome("  - a: {call: Free}\n"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OnceTest);
