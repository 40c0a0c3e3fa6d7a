// SPDX-License-Identifier: Apache-2.0
// Which idle connection is used next, and when one is given up.
#include "net/pool.h"

#include <cppunit/extensions/HelperMacros.h>
#include <unistd.h>

using tenon::net::Pool;
using tenon::net::Stream;

namespace {

// The reading end of a pipe: readable when it is written to, or closed.
class FakeStream final : public Stream {
  public:
    explicit FakeStream(int& open) : open_(open) {
        ++open_;
        CPPUNIT_ASSERT_EQUAL(0, ::pipe(ends_));
    }
    ~FakeStream() override {
        --open_;
        for (const int end : ends_)
            if (end >= 0) ::close(end);
    }
    FakeStream(const FakeStream&) = delete;
    FakeStream& operator=(const FakeStream&) = delete;

    Progress read(char*, std::size_t) override { return {State::ended}; }
    Progress write(std::string_view) override { return {State::ended}; }
    [[nodiscard]] int descriptor() const override { return ends_[0]; }

    void saysSomething() const { CPPUNIT_ASSERT_EQUAL(ssize_t(1), ::write(ends_[1], "x", 1)); }
    void ends() {
        ::close(ends_[1]);
        ends_[1] = -1;
    }

  private:
    int& open_;
    int ends_[2] = {-1, -1};
};

}  // namespace

class PoolTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PoolTest);
    CPPUNIT_TEST(givesTheOneThatWasUsedLast);
    CPPUNIT_TEST(givesOnlyWhatLeadsThere);
    CPPUNIT_TEST(givesNoneThatEnded);
    CPPUNIT_TEST(givesNoneThatSaysSomethingUnasked);
    CPPUNIT_TEST(givesNoneThatWasIdleForLong);
    CPPUNIT_TEST(closesWhatNobodyAsksForAgain);
    CPPUNIT_TEST(keepsNoMoreThanItNeeds);
    CPPUNIT_TEST_SUITE_END();

    int open_ = 0;
    Pool::Clock::time_point now_{std::chrono::hours(1)};
    Pool pool_{[this] { return now_; }};

    FakeStream* put(const std::string& key) {
        auto stream = std::make_unique<FakeStream>(open_);
        auto* raw = stream.get();
        pool_.put(key, std::move(stream));
        return raw;
    }
    void pass(int milliseconds) { now_ += std::chrono::milliseconds(milliseconds); }

    void givesTheOneThatWasUsedLast() {
        const Stream* first = put("a");
        const Stream* second = put("a");
        CPPUNIT_ASSERT(pool_.take("a").get() == second);
        CPPUNIT_ASSERT(pool_.take("a").get() == first);
        CPPUNIT_ASSERT(!pool_.take("a"));
    }
    void givesOnlyWhatLeadsThere() {
        put("a");
        CPPUNIT_ASSERT(!pool_.take("b"));
        CPPUNIT_ASSERT(pool_.take("a"));
    }
    void givesNoneThatEnded() {
        const Stream* good = put("a");
        put("a")->ends();
        CPPUNIT_ASSERT(pool_.take("a").get() == good);
        CPPUNIT_ASSERT_EQUAL(0, open_);
    }
    void givesNoneThatSaysSomethingUnasked() {
        put("a")->saysSomething();
        CPPUNIT_ASSERT(!pool_.take("a"));
        CPPUNIT_ASSERT_EQUAL(0, open_);
    }
    void givesNoneThatWasIdleForLong() {
        put("a");
        pass(3999);
        CPPUNIT_ASSERT(pool_.take("a"));
        put("a");
        pass(4000);
        CPPUNIT_ASSERT(!pool_.take("a"));
        CPPUNIT_ASSERT_EQUAL(0, open_);
    }
    void closesWhatNobodyAsksForAgain() {
        put("a");
        put("a");
        pass(3000);
        put("a");
        put("b");
        pass(2000);
        CPPUNIT_ASSERT(!pool_.take("c"));
        CPPUNIT_ASSERT_EQUAL(2, open_);
        pass(4000);
        put("c");
        CPPUNIT_ASSERT_EQUAL(1, open_);
    }
    void keepsNoMoreThanItNeeds() {
        for (int i = 0; i < 100; ++i) put("a");
        CPPUNIT_ASSERT_EQUAL(64, open_);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(PoolTest);
