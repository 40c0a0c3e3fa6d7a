// SPDX-License-Identifier: Apache-2.0
// A run that dies at any moment and is gone on with ends as if it had not died: what was done is
// not done again, what was decided stays decided. But of an act in whose middle it died nobody
// knows.
#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "fakes/fake_world.h"
#include "fakes/mortal_journal.h"
#include "tenon/json.h"

using fakes::Disk;
using fakes::FakeWorld;
using fakes::MortalJournal;
using tenon::Context;
using tenon::Result;
using tenon::Value;

class LivesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(LivesTest);
    CPPUNIT_TEST(everyKindOfTask);
    CPPUNIT_TEST(aRaceThatIsWon);
    CPPUNIT_TEST(aRaceThatNobodyWins);
    CPPUNIT_TEST(aForkThatFaults);
    CPPUNIT_TEST(retriesThatAreUsedUp);
    CPPUNIT_TEST(aTimeThatIsUp);
    CPPUNIT_TEST(timesThatAreAskedFor);
    CPPUNIT_TEST(aLateLifeIsNotLate);
    CPPUNIT_TEST(anEventThatWasTold);
    CPPUNIT_TEST(aClockThatIsSetBack);
    CPPUNIT_TEST(askingSomethingElse);
    CPPUNIT_TEST(leavingIsNoErrorToCatch);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    // One life of a run: its end, and what it told. The manifests call "Free" with what it is to
    // do.
    struct Life {
        std::string end, events;
        bool left = false;
    };
    struct Lives {
        std::string tasks;
        Disk disk{};
        std::map<std::string, int> done{};   // how often each act was done, by its key
        std::chrono::milliseconds late{};    // passes between two lives
        std::chrono::milliseconds passed{};  // since the run began

        static tenon::Error untilStopped(Context& context) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any never;
            never.wait(lock, context.limits().stop, [] { return false; });
            return tenon::makeError(tenon::ErrorKind::cancelled, "cancelled", "Nothing was done.");
        }

        Life live(MortalJournal& journal) {
            FakeWorld world;
            std::mutex mutex;
            world.clock.pass(passed);
            world.clock.whenItPasses = [&journal] { journal.settle(); };
            world.options.input = tenon::json::read(R"({"n": 1})").value();
            world.steps.does = [&](const Value& inputs, Context& context) -> Result<Value> {
                if (inputs.find("never")) return untilStopped(context);
                const std::scoped_lock lock(mutex);
                ++done[std::string(context.idempotencyKey())];
                if (const auto* time = inputs.find("takes"))
                    world.clock.pass(std::chrono::milliseconds(*time->integer()));
                if (const auto* text = inputs.find("fails"))
                    return tenon::makeError(tenon::ErrorKind::communication, "no", *text->string());
                return inputs;
            };
            Life out;
            const auto workflow = fakes::workflow(world.steps, tasks);
            tenon::world::World all{{world.http, world.steps, world.clock, world.chance},
                                    world.secrets,
                                    journal,
                                    world.observer,
                                    world.redactor};
            try {
                const auto result = workflow.run(all, world.options);
                out.end = result ? tenon::json::write(result.value())
                                 : result.error().instance + ": " + result.error().detail;
            } catch (const tenon::world::Leave&) {
                out.left = true;
            }
            out.events = world.observer.text;
            passed = world.clock.passed() + late;
            return out;
        }
    };

    // Dies at every moment in turn, with all that was said on disk and without what need not be
    // there yet, and goes on. `late`: after so long. `always`: does the one that lives do the same
    // each time? Who is stopped by the others may come further or less far.
    static void survives(const std::string& tasks, std::chrono::milliseconds late = {},
                         bool always = true) {
        Lives whole{tasks};
        MortalJournal immortal(whole.disk, 0);
        const auto expected = whole.live(immortal);
        CPPUNIT_ASSERT(!expected.left);
        for (int life = 2;; ++life) {
            const int death = life / 2;
            Lives lives{tasks};
            lives.late = late;
            MortalJournal first(lives.disk, death, life % 2 == 1);
            const auto before = lives.live(first);
            if (first.died().empty()) {
                same(expected.end, before.end);
                CPPUNIT_ASSERT(death > 4);
                return;
            }
            CPPUNIT_ASSERT(before.left);
            const bool unknown = isUnknown(lives.disk);
            MortalJournal second(lives.disk, 0);
            const auto after = lives.live(second);
            const std::string where = "died " + first.died() + "\n" + after.events;
            CPPUNIT_ASSERT_MESSAGE(where, !after.left);
            CPPUNIT_ASSERT_MESSAGE(where, !second.replaying(""));
            if (!unknown) CPPUNIT_ASSERT_EQUAL_MESSAGE(where, expected.end, after.end);
            if (!unknown && always) CPPUNIT_ASSERT_MESSAGE(where, whole.done == lives.done);
            for (const auto& [key, times] : lives.done)
                CPPUNIT_ASSERT_MESSAGE(where + key, times <= std::max(1, whole.done[key]));
        }
    }
    // Was an act begun and not ended?
    static bool isUnknown(const Disk& disk) {
        for (const auto& [position, kept] : disk)
            if (kept.question.kind == tenon::world::Asking::act && !kept.answer) return true;
        return false;
    }

    void everyKindOfTask() {
        survives(R"(
  - set: {set: {a: 1}}
  - call: {call: Free, with: {n: '${ .a }'}, export: {as: .}}
  - group: {do: [{one: {call: Free, with: {x: 1}}}, {two: {call: Free, with: {x: 2}}}]}
  - look: {call: http, with: {method: get, endpoint: 'https://h/'}}
  - loop: {for: {in: '${ [1, 2] }'}, do: [{each: {call: Free, with: {n: '${ $item }'}}}]}
  - wait: {wait: {seconds: 5}}
  - emit: {emit: {event: {with: {type: t.e, data: {n: 1}}}}}
  - fork: {fork: {branches: [{l: {call: Free, with: {l: 1}}}, {r: {call: Free, with: {r: 1}}}]}}
  - way: {switch: [{a: {when: '${ true }', then: last}}]}
  - past: {call: Free, with: {past: 1}}
  - last: {call: Free, with: {c: '${ $context.n }'}}
)");
    }
    void aRaceThatIsWon() {
        survives(R"(
  - race: {fork: {compete: true, branches: [{a: {call: Free, with: {v: 1}}},
      {b: {do: [{c: {call: Free, with: {lost: 1}}}, {d: {call: Free, with: {fails: no}}}]}}]}}
  - after: {call: Free, with: {won: '${ .v }'}}
)",
                 {}, false);
    }
    void aRaceThatNobodyWins() {
        survives(R"(
  - t:
      try:
        - race: {fork: {compete: true, branches: [{a: {call: Free, with: {fails: no}}},
            {b: {call: Free, with: {fails: no}}}]}}
      catch: {do: [{c: {call: Free, with: {caught: 1}}}]}
)");
    }
    void aForkThatFaults() {
        survives(R"(
  - t:
      try:
        - both: {fork: {branches: [{a: {call: Free, with: {fails: no}}},
            {b: {call: Free, with: {never: 1}}}]}}
      catch: {as: e, do: [{c: {call: Free, with: {caught: 1}}}]}
)");
    }
    void retriesThatAreUsedUp() {
        const std::string tasks = R"(
  - t:
      try: [{a: {call: Free, with: {fails: no}}}]
      catch:
        retry: {delay: {seconds: 3}, jitter: {from: {seconds: 0}, to: {seconds: 2}},
                limit: {attempt: {count: 3}}}
)";
        survives(tasks);
        survives(tasks, std::chrono::hours(5));
    }
    void aTimeThatIsUp() {
        const std::string tasks = R"(
  - t:
      try:
        - slow: {timeout: {after: {seconds: 10}}, do: [{a: {call: Free, with: {takes: 4000}}},
            {b: {call: Free, with: {takes: 7000}}}, {c: {call: Free, with: {c: 1}}}]}
      catch: {errors: {with: {status: 408}}, do: [{d: {call: Free, with: {caught: 1}}}]}
)";
        survives(tasks);
    }
    void timesThatAreAskedFor() {
        survives(R"(
  - a: {call: Free, with: {now: '${ [now, now] }', began: '${ $task.startedAt.iso8601 }',
                           run: '${ $workflow.startedAt.iso8601 }'}}
  - w: {wait: {seconds: 1}}
  - b: {call: Free, with: {now: '${ now }', before: '${ .now }'}}
)");
    }
    // What was in time in the first life is in time when it is gone through again.
    void aLateLifeIsNotLate() {
        Lives lives{R"(
  - t: {timeout: {after: {seconds: 10}}, do: [{a: {set: {x: 1}}}, {b: {call: Free}}]}
  - c: {call: Free, with: {c: 1}}
)"};
        lives.late = std::chrono::hours(2);
        MortalJournal first(lives.disk, 9);
        CPPUNIT_ASSERT(lives.live(first).left);
        same("before /do/1/c was begun", first.died());
        MortalJournal second(lives.disk, 0);
        same(R"({"c":1})", lives.live(second).end);
    }
    // Somebody has it: another one, told later, would be a second event.
    void anEventThatWasTold() {
        Lives lives{"  - e: {emit: {event: {with: {type: t.e}}}}\n  - c: {call: Free}\n"};
        lives.late = std::chrono::hours(2);
        MortalJournal first(lives.disk, 5, true);
        const auto emitted = [](const std::string& events) {
            const auto at = events.find("taskCompleted /do/0/e");
            CPPUNIT_ASSERT_MESSAGE(events, at != events.npos);
            return events.substr(at, events.find('\n', at) - at);
        };
        const auto told = emitted(lives.live(first).events);
        same("before /do/1/c was begun", first.died());
        MortalJournal second(lives.disk, 0);
        same(told, emitted(lives.live(second).events));
    }
    void aClockThatIsSetBack() {
        Lives lives{"  - w: {wait: {minutes: 1}}\n  - c: {call: Free}\n"};
        lives.late = -std::chrono::hours(1) - std::chrono::minutes(1);
        MortalJournal first(lives.disk, 5);
        CPPUNIT_ASSERT(lives.live(first).left);
        same("before /do/1/c was begun", first.died());
        MortalJournal second(lives.disk, 0);
        const auto events = lives.live(second).events;
        CPPUNIT_ASSERT_MESSAGE(events, events.find("/do/0/w wait 60000 ms") != events.npos);
    }
    void askingSomethingElse() {
        Lives lives{"  - a: {call: Free, with: {x: 1}}\n  - b: {call: Free}\n"};
        MortalJournal first(lives.disk, 5);
        CPPUNIT_ASSERT(lives.live(first).left);
        lives.tasks = "  - a: {call: Free, with: {x: 2}}\n";
        MortalJournal second(lives.disk, 0);
        same("/do/0/a: Something went wrong inside: /do/0/a is asked something else.",
             lives.live(second).end);
    }
    void leavingIsNoErrorToCatch() {
        Lives lives{"  - t: {try: [{a: {call: Free}}], catch: {do: [{b: {call: Free}}]}}\n"};
        MortalJournal first(lives.disk, 3);
        CPPUNIT_ASSERT(lives.live(first).left);
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), lives.done.size());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(LivesTest);
