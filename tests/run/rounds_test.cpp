// SPDX-License-Identifier: Apache-2.0
// An error that comes out of a loop says the round; events carry it.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;

class RoundsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RoundsTest);
    CPPUNIT_TEST(saysTheRound);
    CPPUNIT_TEST(saysTheRoundsOfLoopsInLoops);
    CPPUNIT_TEST(saysTheRoundThatWasNotBegun);
    CPPUNIT_TEST(saysItBehindWordsThatAreNoSentence);
    CPPUNIT_TEST(saysNothingOfTheItem);
    CPPUNIT_TEST(saysNothingToACatchInsideTheRound);
    CPPUNIT_TEST(numbersTheEventsOfARound);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string raise(const std::string& error) {
        return "{if: $item == 2, raise: {error: {type: 'https://e/x', status: 500" + error + "}}}";
    }
    static std::string loop(const std::string& task) {
        return "  - each: {for: {in: '[1, 2, 3]'}, do: [{bad: " + task + "}]}\n";
    }

    void saysTheRound() {
        FakeWorld world;
        same(
            "/do/0/each/do/0/bad: In set: Cannot index number with string (\"y\"). It came in "
            "round 1 of 3 of \"each\".",
            world.outcome(loop("{set: $item.y}")));
    }
    void saysTheRoundsOfLoopsInLoops() {
        FakeWorld world;
        same(
            "/do/0/rows/do/0/cells/do/0/bad: No. It came in round 3 of 4 of \"cells\". It came in "
            "round 2 of 2 of \"rows\".",
            world.outcome(R"(
  - rows:
      for: {each: row, in: '[1, 2]'}
      do:
        - cells:
            for: {each: cell, in: '[1, 2, 3, 4]'}
            do:
              - bad:
                  if: $row == 2 and $cell == 3
                  raise: {error: {type: 'https://e/x', status: 500, detail: No.}}
)"));
    }
    void saysTheRoundThatWasNotBegun() {
        FakeWorld world;
        same(
            "/do/0/each: In while: Cannot index number with string (\"y\"). It came in round 1 of "
            "2 of \"each\".",
            world.outcome(
                "  - each: {for: {in: '[1, 2]'}, while: $item.y, do: [{a: {set: {}}}]}\n"));
    }
    void saysItBehindWordsThatAreNoSentence() {
        FakeWorld world;
        same("/do/0/each/do/0/bad: Sold out. It came in round 2 of 3 of \"each\".",
             world.outcome(loop(raise(", detail: Sold out"))));
        same("/do/0/each/do/0/bad: Why? It came in round 2 of 3 of \"each\".",
             world.outcome(loop(raise(", detail: 'Why?'"))));
        same("/do/0/each/do/0/bad: It came in round 2 of 3 of \"each\".",
             world.outcome(loop(raise(""))));
    }
    void saysNothingOfTheItem() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        same("/do/0/each/do/0/bad: No. It came in round 1 of 2 of \"each\".",
             world.outcome("  - each: {for: {in: '[$secrets.key, \"item\"]'}, do: [{bad: {raise: "
                           "{error: {type: 'https://e/x', status: 500, detail: No.}}}}]}\n",
                           "use: {secrets: [key]}\n"));
    }
    void saysNothingToACatchInsideTheRound() {
        FakeWorld world;
        same(R"({"said":"No."})",
             world.outcome("  - each: {for: {in: '[1]'}, do: [{t: {try: [{bad: {raise: {error: "
                           "{type: 'https://e/x', status: 500, detail: No.}}}}], catch: {do: [{a: "
                           "{set: {said: '${ $error.detail }'}}}]}}}]}\n"));
    }
    void numbersTheEventsOfARound() {
        FakeWorld world;
        world.outcome(R"(
  - rows:
      for: {each: row, in: '["a", "b"]'}
      do:
        - cells:
            for: {each: cell, in: '[1]'}
            do: [{add: {set: {}}}]
)");
        std::string found;
        for (const auto& event : world.observer.events) {
            if (event.kind != tenon::world::Event::Kind::taskStarted) continue;
            found += event.position + ":";
            for (const auto* round = &event.round; round->loop; round = &round->loop->in)
                found += " " + std::to_string(round->number) + "/" + std::to_string(round->of()) +
                         " " + round->loop->position + " " + round->loop->task + " " +
                         std::to_string(round->loop->depth) +
                         (round->item() == tenon::Value("b") ? " b" : "");
            found += "\n";
        }
        same(
            "/do/0/rows:\n"
            "/do/0/rows/do/0/cells: 1/2 /do/0/rows rows 0\n"
            "/do/0/rows/do/0/cells/do/0/add: 1/1 /do/0/rows/do/0/cells cells 1 1/2 /do/0/rows "
            "rows 0\n"
            "/do/0/rows/do#2/0/cells: 2/2 /do/0/rows rows 0 b\n"
            "/do/0/rows/do#2/0/cells/do/0/add: 1/1 /do/0/rows/do#2/0/cells cells 1 2/2 /do/0/rows "
            "rows 0 b\n",
            found);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RoundsTest);
