// SPDX-License-Identifier: Apache-2.0
// What calls of plugins that overlap leave of the process.
#include "catalog/process_state.h"

#include <cppunit/extensions/HelperMacros.h>
#include <pthread.h>
#include <sys/stat.h>

#include <barrier>
#include <filesystem>
#include <optional>
#include <thread>
#include <vector>

#include "catalog/process_wide.h"

using tenon::catalog::ProcessState;

class ProcessStateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ProcessStateTest);
    CPPUNIT_TEST(bringsBackNothingThatAnotherChanged);
    CPPUNIT_TEST(looksItselfWhereNoThreadIsToBeHad);
    CPPUNIT_TEST(leavesNothingBehindACrowd);
    CPPUNIT_TEST(looksAgainWhenAllAreOut);
    CPPUNIT_TEST_SUITE_END();

    struct sigaction before_ {};

    static bool isIgnored() {
        struct sigaction now {};
        ::sigaction(SIGHUP, nullptr, &now);
        return now.sa_handler == SIG_IGN;
    }
    // While it lives a thread would need a larger stack than there is.
    class NoThreads {
      public:
        NoThreads() {
            ::pthread_getattr_default_np(&before_);
            pthread_attr_t huge;
            ::pthread_attr_init(&huge);
            ::pthread_attr_setstacksize(&huge, std::size_t{1} << 46);
            ::pthread_setattr_default_np(&huge);
            ::pthread_attr_destroy(&huge);
        }
        ~NoThreads() {
            ::pthread_setattr_default_np(&before_);
            ::pthread_attr_destroy(&before_);
        }
        NoThreads(const NoThreads&) = delete;
        NoThreads& operator=(const NoThreads&) = delete;

      private:
        pthread_attr_t before_{};
    };
    static mode_t maskOfNow() {
        const auto mask = ::umask(077);
        ::umask(mask);
        return mask;
    }

  public:
    // Whoever started the tests may have had it ignored.
    void setUp() override {
        ::sigaction(SIGHUP, nullptr, &before_);
        ::signal(SIGHUP, SIG_DFL);
    }
    void tearDown() override { ::sigaction(SIGHUP, &before_, nullptr); }

    void bringsBackNothingThatAnotherChanged() {
        std::optional<ProcessState> first(std::in_place);
        ::signal(SIGHUP, SIG_IGN);  // the first one's plugin does
        std::optional<ProcessState> second(std::in_place);
        first.reset();
        while (isIgnored()) std::this_thread::yield();
        second.reset();
        CPPUNIT_ASSERT(!isIgnored());
    }
    void looksItselfWhereNoThreadIsToBeHad() {
        tenon::catalog::ProcessWide process;
        process.enter();
        process.enter();
        ::signal(SIGHUP, SIG_IGN);
        {
            const NoThreads none;
            process.leave();
        }
        CPPUNIT_ASSERT(!isIgnored());
        process.leave();
    }
    // Whoever is the last one out looks after all, however many are out at once.
    void leavesNothingBehindACrowd() {
        const auto mask = maskOfNow();
        const auto folder = std::filesystem::current_path();
        for (int i = 0; i < 200; ++i) {
            std::barrier all(8);
            std::vector<std::jthread> threads;
            for (int n = 0; n < 8; ++n)
                threads.emplace_back([&] {
                    all.arrive_and_wait();
                    const ProcessState state;
                    ::signal(SIGHUP, SIG_IGN);
                    ::umask(mask ^ 022);
                    std::filesystem::current_path("/");
                });
            threads.clear();
            CPPUNIT_ASSERT(!isIgnored());
            CPPUNIT_ASSERT_EQUAL(mask, maskOfNow());
            CPPUNIT_ASSERT_EQUAL(folder, std::filesystem::current_path());
        }
    }
    // What the host itself changes between calls stays.
    void looksAgainWhenAllAreOut() {
        { const ProcessState state; }
        ::signal(SIGHUP, SIG_IGN);
        { const ProcessState state; }
        CPPUNIT_ASSERT(isIgnored());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ProcessStateTest);
