// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include <latch>
#include <new>
#include <set>
#include <thread>
#include <vector>

#include "world/journal.h"
#include "world/shared.h"

namespace {

using tenon::Error;
using tenon::ErrorKind;
using tenon::Limits;
using tenon::Result;
using tenon::world::Shared;

class SharedTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SharedTest);
    CPPUNIT_TEST(fetchesOnceAndKeeps);
    CPPUNIT_TEST(fetchesAnewWhatIsNotGoodAnyMoreOrForgotten);
    CPPUNIT_TEST(keepsNoError);
    CPPUNIT_TEST(letsAllWhoWaitHaveTheSame);
    CPPUNIT_TEST(doesNotPassOnThatTheFetcherWasStopped);
    CPPUNIT_TEST(tellsAllWhoWaitThatAFetchThrew);
    CPPUNIT_TEST(letsOthersFetchWhereARunIsLeft);
    CPPUNIT_TEST(stopsWaitingWhenItIsToldTo);
    CPPUNIT_TEST(givesUpWhatNobodyAsksForWhereThereIsTooMuch);
    CPPUNIT_TEST_SUITE_END();

    static bool any(const int&) { return true; }
    static Result<int> failed(ErrorKind kind) { return tenon::makeError(kind, "t", "It failed."); }

    void fetchesOnceAndKeeps() {
        Shared<int> shared;
        const auto get = [&](const std::string& key, int fetched) {
            return shared.get(key, {}, any, [&](std::size_t) { return fetched; }).value();
        };
        CPPUNIT_ASSERT_EQUAL(1, get("a", 1));
        CPPUNIT_ASSERT_EQUAL(1, get("a", 2));
        CPPUNIT_ASSERT_EQUAL(3, get("b", 3));
    }

    void fetchesAnewWhatIsNotGoodAnyMoreOrForgotten() {
        Shared<int> shared;
        const auto get = [&](int good) {
            return shared
                .get(
                    "a", {}, [&](const int& kept) { return kept == good; },
                    [](std::size_t before) { return static_cast<int>(before); })
                .value();
        };
        CPPUNIT_ASSERT_EQUAL(0, get(0));
        CPPUNIT_ASSERT_EQUAL(0, get(0));
        CPPUNIT_ASSERT_EQUAL(1, get(1));
        shared.forget("a", [](const int& kept) { return kept == 0; });
        CPPUNIT_ASSERT_EQUAL(1, get(1));
        shared.forget("a", [](const int& kept) { return kept == 1; });
        CPPUNIT_ASSERT_EQUAL(2, get(1));
    }

    void keepsNoError() {
        Shared<int> shared;
        CPPUNIT_ASSERT(
            !shared.get("a", {}, any, [](std::size_t) { return failed(ErrorKind::runtime); }));
        CPPUNIT_ASSERT_EQUAL(
            1, shared.get("a", {}, any, [](std::size_t before) { return static_cast<int>(before); })
                   .value());
    }

    // What many threads get of a thing whose first fetcher does not come back before all have
    // begun.
    template <class First>
    static std::vector<Result<int>> together(First first) {
        constexpr int threads = 8;
        Shared<int> shared;
        std::latch begun(threads);
        std::atomic<int> fetches = 0;
        std::vector<Result<int>> results(threads, 0);
        {
            std::vector<std::jthread> all;
            for (int i = 0; i < threads; ++i) {
                all.emplace_back([&, i] {
                    begun.count_down();
                    results[static_cast<std::size_t>(i)] =
                        shared.get("a", {}, any, [&](std::size_t) -> Result<int> {
                            begun.wait();
                            return ++fetches == 1 ? first() : Result<int>(2);
                        });
                });
            }
        }
        return results;
    }

    void letsAllWhoWaitHaveTheSame() {
        for (const auto& result : together([] { return Result<int>(1); }))
            CPPUNIT_ASSERT_EQUAL(1, result.value());
    }

    void doesNotPassOnThatTheFetcherWasStopped() {
        int failures = 0;
        for (const auto& result : together([] { return failed(ErrorKind::cancelled); })) {
            if (!result) ++failures;
            if (result) CPPUNIT_ASSERT_EQUAL(2, result.value());
        }
        CPPUNIT_ASSERT_EQUAL(1, failures);
    }

    void tellsAllWhoWaitThatAFetchThrew() {
        const auto texts = [](auto thrown) {
            std::set<std::string> out;
            for (const auto& result : together([&]() -> Result<int> { throw thrown; }))
                out.insert(result ? std::to_string(result.value()) : result.error().detail);
            out.erase("2");  // of who came after the round was over
            return out;
        };
        CPPUNIT_ASSERT(texts(tenon::StepError(failed(ErrorKind::runtime).error())) ==
                       std::set<std::string>{"It failed."});
        CPPUNIT_ASSERT(texts(std::bad_alloc()) ==
                       std::set<std::string>{"Something went wrong inside: std::bad_alloc."});
    }

    void letsOthersFetchWhereARunIsLeft() {
        Shared<int> shared;
        std::latch fetching(1), asked(1);
        bool left = false;
        std::jthread first([&] {
            try {
                static_cast<void>(shared.get("a", {}, any, [&](std::size_t) -> Result<int> {
                    fetching.count_down();
                    asked.wait();
                    throw tenon::world::Leave{failed(ErrorKind::runtime).error()};
                }));
            } catch (const tenon::world::Leave&) {
                left = true;
            }
        });
        fetching.wait();
        asked.count_down();
        const auto second =
            shared.get("a", {}, any, [](std::size_t before) { return static_cast<int>(before); });
        CPPUNIT_ASSERT_EQUAL(1, second.value());
        first.join();
        CPPUNIT_ASSERT(left);
    }

    void stopsWaitingWhenItIsToldTo() {
        Shared<int> shared;
        std::latch fetching(1), tried(1);
        std::jthread first([&] {
            static_cast<void>(shared.get("a", {}, any, [&](std::size_t) {
                fetching.count_down();
                tried.wait();
                return 1;
            }));
        });
        fetching.wait();
        const auto refused = [&](const Limits& limits) {
            const auto result = shared.get("a", limits, any, [](std::size_t) { return 2; });
            return result ? "fetched" : result.error().detail;
        };
        std::stop_source stop;
        stop.request_stop();
        CPPUNIT_ASSERT_EQUAL(
            std::string("The run was stopped."),
            refused({std::chrono::steady_clock::time_point::max(), stop.get_token()}));
        CPPUNIT_ASSERT_EQUAL(
            std::string("The time was up before what another task fetches was there."),
            refused({std::chrono::steady_clock::now(), {}}));
        tried.count_down();
    }

    void givesUpWhatNobodyAsksForWhereThereIsTooMuch() {
        Shared<int> shared(2);
        const auto get = [&](const std::string& key, int fetched) {
            return shared.get(key, {}, any, [&](std::size_t) { return fetched; }).value();
        };
        std::latch fetching(1), tried(1);
        std::jthread first([&] {
            static_cast<void>(shared.get("a", {}, any, [&](std::size_t) {
                fetching.count_down();
                tried.wait();
                return 1;
            }));
        });
        fetching.wait();
        CPPUNIT_ASSERT_EQUAL(2, get("b", 2));
        CPPUNIT_ASSERT_EQUAL(3, get("c", 3));  // without b
        tried.count_down();
        first.join();
        CPPUNIT_ASSERT_EQUAL(1, get("a", 4));
        CPPUNIT_ASSERT_EQUAL(3, get("c", 4));
        CPPUNIT_ASSERT_EQUAL(4, get("b", 4));  // without the others
        CPPUNIT_ASSERT_EQUAL(5, get("a", 5));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SharedTest);

}  // namespace
