// SPDX-License-Identifier: Apache-2.0
// A disk without room: nothing new is begun, and what runs is still recorded.
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

#include "state/given.h"
#include "state/lossy_disk.h"

using namespace given;
using tenon::Value;
using tenon::store::RunState;

class FullTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FullTest);
    CPPUNIT_TEST(recordsTheAnswerOfWhatRuns);
    CPPUNIT_TEST(recordsItOnARealDisk);
    CPPUNIT_TEST(goesOnWhereThereIsRoomAgain);
    CPPUNIT_TEST(takesALimitForADisk);
    CPPUNIT_TEST(writesOverItsLogBeforeItGivesUp);
    CPPUNIT_TEST_SUITE_END();

    static inline const std::string kFull =
        "The state folder FOLDER has no room left: nothing more can be recorded. Make room on its "
        "disk, then resume.";
    static inline const std::string kNotBegun =
        "disk full: call Create at /next was not begun, nothing was sent: " + kFull;

    const support::Folder folder_;
    const std::string place_ = folder_.path("disk/state");

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The disk is full when the act runs: `fill` makes it so.
    void liveUntilFull(const std::function<void()>& fill) const {
        const auto state = open(place_);
        const auto journal = get(state->begin(run("r")));
        journal->once(act("/running"), [&] {
            fill();
            return Answer{Value(std::string(200'000, 'a'))};
        });
        same(kNotBegun, left([&] { journal->once(act("/next"), never); }, place_));
        same("disk full: " + kFull, text(state->begin(run("s")), place_));
        journal->end(RunState::waiting, Value());
    }
    void isKept() const {
        const auto state = open(place_);
        const auto steps = get(state->steps("r", 0, 10));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, steps.size());
        CPPUNIT_ASSERT(steps[0].answer.result.value() == Value(std::string(200'000, 'a')));
        CPPUNIT_ASSERT(get(state->find("r")).state == RunState::waiting);
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, get(state->list(0, 10)).size());
        CPPUNIT_ASSERT(get(state->resume("r"))->once(act("/next"), gives(1)).result.ok());
    }

  public:
    void recordsTheAnswerOfWhatRuns() {
        CPPUNIT_ASSERT_EQUAL(0, inChild([&] {
                                 LossyDisk disk(1);
                                 disk.beside = place_ + "/ballast";
                                 liveUntilFull([&] { disk.room = 1'200'000; });
                             }));
        isKept();
    }
    // A small one in memory, where this process may make one.
    void recordsItOnARealDisk() {
        const int code = inChild([&] {
            std::filesystem::create_directory(folder_.path("disk"));
            if (::unshare(::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
                ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                ::mount("tenon", folder_.path("disk").c_str(), "tmpfs", 0, "size=3m") != 0)
                ::_exit(99);
            const auto filler = folder_.path("disk/filler");
            liveUntilFull([&] {
                std::ofstream out(filler);
                while (out << std::string(4096, 'f') << std::flush) {
                }
            });
            std::filesystem::remove(filler);
            isKept();
        });
        CPPUNIT_ASSERT(code == 0 || code == 99);
    }
    void goesOnWhereThereIsRoomAgain() {
        CPPUNIT_ASSERT_EQUAL(0, inChild([&] {
                                 LossyDisk disk(1);
                                 disk.beside = place_ + "/ballast";
                                 const auto state = open(place_);
                                 disk.room = 0;
                                 same("disk full: " + kFull, text(state->begin(run("r")), place_));
                                 disk.room = -1;
                                 const auto journal = get(state->begin(run("r")));
                                 journal->once(act("/a"), gives(1));
                                 CPPUNIT_ASSERT(std::filesystem::exists(place_ + "/ballast"));
                             }));
    }
    void takesALimitForADisk() {
        CPPUNIT_ASSERT_EQUAL(0, inChild([&] {
                                 const rlimit limit{1'500'000, 1'500'000};
                                 CPPUNIT_ASSERT_EQUAL(0, ::setrlimit(RLIMIT_FSIZE, &limit));
                                 ::signal(SIGXFSZ, SIG_DFL);
                                 const auto state = open(place_);
                                 const auto journal = get(state->begin(run("r")));
                                 const auto refused = left(
                                     [&] {
                                         for (int n = 0;; ++n)
                                             journal->once(act("/" + std::to_string(n)),
                                                           gives(std::string(100'000, 'a')));
                                     },
                                     place_);
                                 CPPUNIT_ASSERT_MESSAGE(refused,
                                                        refused.find(kFull) != refused.npos);
                             }));
        const auto state = open(place_);
        CPPUNIT_ASSERT(get(state->steps("r", 0, 100)).size() > 5);
    }
    // The log of 300 acts is larger than a file may be here, what is in it is not.
    void writesOverItsLogBeforeItGivesUp() {
        CPPUNIT_ASSERT_EQUAL(0, inChild([&] {
                                 const rlimit limit{1'500'000, 1'500'000};
                                 CPPUNIT_ASSERT_EQUAL(0, ::setrlimit(RLIMIT_FSIZE, &limit));
                                 const auto state = open(place_);
                                 const auto journal = get(state->begin(run("r")));
                                 same("none", left(
                                                  [&] {
                                                      for (int n = 0; n < 300; ++n)
                                                          journal->once(
                                                              act("/" + std::to_string(n)),
                                                              gives(std::string(500, 'a')));
                                                  },
                                                  place_));
                                 CPPUNIT_ASSERT(std::filesystem::exists(place_ + "/ballast"));
                             }));
        const auto state = open(place_);
        CPPUNIT_ASSERT_EQUAL(std::size_t{300}, get(state->steps("r", 0, 1000)).size());
        CPPUNIT_ASSERT(get(state->check()).faults.empty());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FullTest);
