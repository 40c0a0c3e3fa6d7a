// SPDX-License-Identifier: Apache-2.0
// What is to be undone is undone in whatever life of the run, and a workflow inside another one
// undoes its own.
#include "undo_fixture.h"

using fakes::Disk;
using fakes::MortalJournal;

namespace {

// One workflow that others run by name.
class One final : public tenon::run::Workflows {
  public:
    explicit One(tenon::run::Workflow inner) : inner_(std::move(inner)), place_(&inner_) {}
    tenon::Result<const tenon::run::WorkflowPlace*> find(const std::string&, const std::string&,
                                                         const std::string&) override {
        return &place_;
    }

  private:
    const tenon::run::Workflow inner_;
    const tenon::run::WorkflowPlace place_;
};

}  // namespace

class UndoLivesTest : public UndoFixture {
    CPPUNIT_TEST_SUITE(UndoLivesTest);
    CPPUNIT_TEST(survivesEveryDeath);
    CPPUNIT_TEST(survivesEveryDeathInAFork);
    CPPUNIT_TEST(survivesEveryDeathInInnerWorkflows);
    CPPUNIT_TEST(anInnerWorkflowThatFaultsUndoesItsOwn);
    CPPUNIT_TEST(anInnerWorkflowThatCompletedIsUndone);
    CPPUNIT_TEST_SUITE_END();

    std::string live(tenon::world::Journal& journal, const std::string& tasks,
                     const std::string& inner = "") {
        FakeWorld world;
        equip(world);
        One one(fakes::workflow(world.steps, inner.empty() ? "  - n: {set: {n: 1}}\n" : inner));
        return world.live(journal, fakes::workflow(world.steps, tasks, "", {.workflows = &one}));
    }
    // Whenever it dies, nothing of it is there in the end, and nothing was made twice.
    void survives(const std::string& tasks, bool always, const std::string& inner = "") {
        Disk whole;
        MortalJournal immortal(whole, 0);
        const auto expected = live(immortal, tasks, inner);
        for (int life = 2;; ++life) {
            const int death = life / 2;
            there_.clear();
            made_.clear();
            log_.clear();
            Disk disk;
            MortalJournal first(disk, death, life % 2 == 1);
            auto end = live(first, tasks, inner);
            if (first.died().empty()) {
                CPPUNIT_ASSERT(death > 10);
                return;
            }
            MortalJournal second(disk, 0);
            end = live(second, tasks, inner);
            const auto where = first.died() + ": " + end + "\n" + log_;
            CPPUNIT_ASSERT_MESSAGE(where, !second.replaying(""));
            CPPUNIT_ASSERT_MESSAGE(where, there_.empty());
            for (const auto& name : made_) CPPUNIT_ASSERT_MESSAGE(where, made_.count(name) == 1);
            if (always) CPPUNIT_ASSERT_EQUAL_MESSAGE(where, expected, end);
        }
    }
    void survivesEveryDeath() { survives(made("a") + made("b") + failing(), true); }
    // Of the branch that is stopped, how far it came is chance.
    void survivesEveryDeathInAFork() {
        survives("  - f:\n      fork:\n        branches:\n          - one: {do: [{a: " +
                     make("a", "{u: {call: Unmake, with: {unmake: a}}}") +
                     "}, {fail: {call: Unmake, with: {fails: No more.}}}]}\n          - two: {do: "
                     "[{b: " +
                     make("b", "{u: {call: Unmake, with: {unmake: b}}}") +
                     "}, {c: " + make("c", "{u: {call: Unmake, with: {unmake: c}}}") + "}]}\n",
                 false);
    }
    static std::string running() {
        return "{run: {workflow: {namespace: t, name: w, version: 1.0.0}}}";
    }
    // What it did is not there any more, so that it may be tried again.
    static std::string retried() {
        return "  - t:\n      try: [{w: " + running() +
               "}]\n      catch: {retry: {delay: {seconds: 1}, limit: {attempt: {count: 2}}}}\n";
    }
    void anInnerWorkflowThatFaultsUndoesItsOwn() {
        fakes::FakeJournal journal;
        same("No more. Undone: /do/0/t/try#3/0/w/run/do/0/a (call Make).",
             live(journal, retried(), made("a") + failing()));
        same("make a\nunmake a\nmake a\nunmake a\nmake a\nunmake a\n", log_);
    }
    void anInnerWorkflowThatCompletedIsUndone() {
        fakes::FakeJournal journal;
        same("No more. Undone: /do/1/b (call Make), /do/0/w/run/do/0/a (call Make).",
             live(journal, "  - w: " + running() + "\n" + made("b") + failing(), made("a")));
        same("make a\nmake b\nunmake b\nunmake a\n", log_);
    }
    void survivesEveryDeathInInnerWorkflows() {
        survives("  - w: " + running() + "\n" + made("b") + failing(), true, made("a"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UndoLivesTest);
