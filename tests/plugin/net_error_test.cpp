// SPDX-License-Identifier: Apache-2.0
// What the host's HTTP could not do reaches the caller as it is, with advice where something may
// have been made.
#include "sample.h"

using tenon::Done;
using tenon::ErrorKind;

class NetErrorTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NetErrorTest);
    CPPUNIT_TEST(passesOnWhatWasNeverSent);
    CPPUNIT_TEST(advisesToLookFirstWhereItMayBeDone);
    CPPUNIT_TEST(neverCallsRetryableWhatMayBeDone);
    CPPUNIT_TEST_SUITE_END();

    static tenon::Error made(ErrorKind kind, Done done, bool retryable) {
        auto error = tenon::makeError(kind, "connection closed", "The host said so.");
        error.status = 599;
        error.done = done;
        error.retryable = retryable;
        error.requestId = "r1";
        error.retryAfter = std::chrono::seconds(7);
        return error;
    }
    static tenon::Error passed(const tenon::Error& error) {
        tenon::testing::FakeContext context;
        context.fakeHttp.answers.emplace_back(error);
        const auto result = sample::call(context);
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), sample::posts(context));
        // Who stops a run waits for no look.
        const bool looks = error.done == Done::maybe && error.kind != ErrorKind::cancelled;
        CPPUNIT_ASSERT_EQUAL(std::size_t(looks ? 2 : 1), context.fakeHttp.sent.size());
        return sample::fault(result);
    }

    void passesOnWhatWasNeverSent() {
        for (const auto kind : {ErrorKind::communication, ErrorKind::configuration,
                                ErrorKind::timeout, ErrorKind::cancelled}) {
            for (const bool retryable : {false, true}) {
                const auto error = passed(made(kind, Done::no, retryable));
                CPPUNIT_ASSERT_EQUAL(std::string("The host said so."), error.detail);
                CPPUNIT_ASSERT_EQUAL(std::string("connection closed"), error.title);
                CPPUNIT_ASSERT(kind == error.kind);
                CPPUNIT_ASSERT_EQUAL(599, error.status);
                CPPUNIT_ASSERT(error.done == Done::no);
                CPPUNIT_ASSERT_EQUAL(retryable, error.retryable);
                CPPUNIT_ASSERT_EQUAL(std::string("r1"), error.requestId);
                CPPUNIT_ASSERT(error.retryAfter == std::chrono::seconds(7));
            }
        }
    }
    void advisesToLookFirstWhereItMayBeDone() {
        for (const auto kind :
             {ErrorKind::communication, ErrorKind::timeout, ErrorKind::cancelled}) {
            const auto error = passed(made(kind, Done::maybe, false));
            const bool looked = kind != ErrorKind::cancelled;
            CPPUNIT_ASSERT_EQUAL(
                "The host said so." + (looked ? sample::kLookFirst : sample::kMayExist),
                error.detail);
            CPPUNIT_ASSERT_EQUAL(std::string("unknown outcome"), error.title);
            CPPUNIT_ASSERT(kind == error.kind);
            CPPUNIT_ASSERT_EQUAL(599, error.status);
            CPPUNIT_ASSERT(error.done == Done::maybe);
        }
    }
    void neverCallsRetryableWhatMayBeDone() {
        CPPUNIT_ASSERT(!passed(made(ErrorKind::communication, Done::maybe, true)).retryable);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(NetErrorTest);
