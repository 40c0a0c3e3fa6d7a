// SPDX-License-Identifier: Apache-2.0
// How often a state is written, and that its end loses nothing.
#include "state_keeper.h"

#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>

#include "support/folder.h"
#include "tenon/json.h"

using cloudelements::sandbox::Platform;
using cloudelements::sandbox::StateKeeper;
using cloudelements::sandbox::World;

class StateKeeperTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StateKeeperTest);
    CPPUNIT_TEST(writesManyChangesAtOnce);
    CPPUNIT_TEST(losesNothingAtTheEnd);
    CPPUNIT_TEST(writesNothingWhereNothingChanged);
    CPPUNIT_TEST(saysThatItCannotWrite);
    CPPUNIT_TEST(writesAgainOnceItCan);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;
    Platform platform_{{}};

    [[nodiscard]] std::string path() const { return folder_.path("place/state"); }
    // A number of the world that is kept.
    [[nodiscard]] std::int64_t kept() const {
        const auto state = tenon::json::read(folder_.read("place/state")).value();
        return *state.find("formulas")->find("nextPart")->integer();
    }
    void change(StateKeeper& keeper, std::int64_t to) {
        platform_.withWorld([&](World& world) {
            world.formulas.nextPart = to;
            keeper.changed();
        });
    }
    void waitFor(std::int64_t number) const {
        while (kept() != number) std::this_thread::yield();
    }
    static std::string problemOf(StateKeeper& keeper) {
        try {
            keeper.finish();
        } catch (const tenon::StepError& e) {
            CPPUNIT_ASSERT(e.error().kind == tenon::ErrorKind::configuration);
            return e.error().detail;
        }
        return "";
    }

  public:
    void setUp() override { std::filesystem::create_directory(folder_.path("place")); }

  private:
    void writesManyChangesAtOnce() {
        StateKeeper keeper(platform_, path(), {}, std::chrono::hours(1));
        change(keeper, 10);
        waitFor(10);
        for (int i = 11; i <= 1000; ++i) change(keeper, i);
        CPPUNIT_ASSERT_EQUAL(std::int64_t{10}, kept());
        keeper.finish();
        CPPUNIT_ASSERT_EQUAL(std::int64_t{1000}, kept());
    }
    void losesNothingAtTheEnd() {
        for (int i = 1; i <= 50; ++i) {
            {
                StateKeeper keeper(platform_, path(), {});
                for (int j = 1; j <= i % 7; ++j) change(keeper, 100 * i + j);
                change(keeper, 100 * i);
            }
            CPPUNIT_ASSERT_EQUAL(std::int64_t{100 * i}, kept());
        }
    }
    void writesNothingWhereNothingChanged() {
        StateKeeper keeper(platform_, path(), {});
        std::filesystem::remove(path());
        keeper.finish();
        CPPUNIT_ASSERT(!std::filesystem::exists(path()));
    }
    void saysThatItCannotWrite() {
        const auto expected = "The sandbox's state file " + path() +
                              " cannot be written (No such file or directory).";
        std::string told;
        {
            StateKeeper keeper(
                platform_, path(), [&](std::string_view line) { told += line; },
                std::chrono::milliseconds(1));
            std::filesystem::remove_all(folder_.path("place"));
            for (int i = 0; i < 100; ++i) change(keeper, i);
            CPPUNIT_ASSERT_EQUAL(expected, problemOf(keeper));
        }
        CPPUNIT_ASSERT_EQUAL(expected, told);
    }
    void writesAgainOnceItCan() {
        StateKeeper keeper(platform_, path(), {}, std::chrono::milliseconds(1));
        std::filesystem::rename(folder_.path("place"), folder_.path("other"));
        change(keeper, 5);
        std::filesystem::rename(folder_.path("other"), folder_.path("place"));
        waitFor(5);
        CPPUNIT_ASSERT_EQUAL(std::string(), problemOf(keeper));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(StateKeeperTest);
