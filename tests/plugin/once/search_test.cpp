// SPDX-License-Identifier: Apache-2.0
// How long is looked for what may have been made, and what a tag is made of.
#include "cloudelements/once/search.h"

#include "cloudelements/once/tag.h"
#include "sample.h"

using namespace std::chrono_literals;
using cloudelements::Candidate;
using cloudelements::seek;

class SearchTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SearchTest);
    CPPUNIT_TEST(makesATagOfTheKey);
    CPPUNIT_TEST(looksForAsLongAsACreationMayRun);
    CPPUNIT_TEST(looksThreeTimesAtLeast);
    CPPUNIT_TEST(endsWithWhatIsFound);
    CPPUNIT_TEST(takesNoTroubleForNone);
    CPPUNIT_TEST(waitsAsLongAsThePlatformWishes);
    CPPUNIT_TEST(endsWithTheTask);
    CPPUNIT_TEST_SUITE_END();

    tenon::testing::FakeContext context_;
    int looks_ = 0;

    static tenon::StepError trouble(bool mayPass) {
        auto error = tenon::makeError(tenon::ErrorKind::communication, "t", "Trouble.");
        error.retryable = mayPass;
        return tenon::StepError(error);
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string waited() {
        std::string out;
        for (const auto one : context_.waited) out += std::to_string(one.count()) + " ";
        context_.waited.clear();
        return out;
    }
    // None, `window` long.
    std::string waits(std::chrono::milliseconds window) {
        looks_ = 0;
        const auto sought = seek(context_, window, [&] {
            ++looks_;
            return std::vector<Candidate>();
        });
        CPPUNIT_ASSERT(sought.found.empty() && !sought.trouble);
        return std::to_string(looks_) + ": " + waited();
    }

    // As sha256sum and base32 of coreutils make them.
    void makesATagOfTheKey() {
        same("tenon-dml4el475o5zfcp52h7k2r77me", cloudelements::tagOf("run/do/0/task"));
        same("tenon-4oymiquy7qobjgx36tejs35zeq", cloudelements::tagOf(""));
    }
    void looksForAsLongAsACreationMayRun() {
        same("10: 2000 4000 8000 15000 15000 15000 15000 15000 1000 ", waits(90s));
        same("4: 2000 4000 4000 ", waits(10s));
    }
    void looksThreeTimesAtLeast() {
        same("3: ", waits(0s));
        same("3: 1000 ", waits(1s));
        same("3: 2000 1000 ", waits(3s));
    }
    void endsWithWhatIsFound() {
        const auto sought = seek(context_, 90s, [&] {
            return ++looks_ == 3 ? std::vector<Candidate>{{5, {}}} : std::vector<Candidate>();
        });
        CPPUNIT_ASSERT_EQUAL(std::int64_t(5), sought.found.at(0).id);
        same("2000 4000 ", waited());
    }
    void takesNoTroubleForNone() {
        const auto once = seek(context_, 10s, [&]() -> std::vector<Candidate> {
            if (++looks_ == 2) throw trouble(true);
            return {};
        });
        same("Trouble.", once.trouble.value().detail);
        same("2000 4000 4000 ", waited());
        const auto atOnce =
            seek(context_, 10s, []() -> std::vector<Candidate> { throw trouble(false); });
        same("Trouble.", atOnce.trouble.value().detail);
        same("", waited());
        looks_ = 0;
        const auto found = seek(context_, 10s, [&] {
            if (++looks_ < 3) throw trouble(true);
            return std::vector<Candidate>{{5, {}}};
        });
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), found.found.size());
    }
    void waitsAsLongAsThePlatformWishes() {
        seek(context_, 10s, [&]() -> std::vector<Candidate> {
            if (++looks_ > 1) return {};
            auto error = trouble(true).error();
            error.retryAfter = 7s;
            throw tenon::StepError(error);
        });
        same("7000 3000 ", waited());
    }
    void endsWithTheTask() {
        context_.patience = 5s;
        const auto sought = seek(context_, 90s, [] { return std::vector<Candidate>(); });
        same("The time was up.", sought.trouble.value().detail);
        CPPUNIT_ASSERT(sought.isOver);
        same("2000 ", waited());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SearchTest);
