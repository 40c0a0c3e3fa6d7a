// SPDX-License-Identifier: Apache-2.0
// What is said, and what is asked, where an instance may have been made before.
#include "once/platform.h"

using namespace once;
using tenon::Done;
using tenon::Past;

class CreateOnceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CreateOnceTest);
    CPPUNIT_TEST(postsAtOnceTheFirstTime);
    CPPUNIT_TEST(worksWhereTheHostKnowsOfNoAct);
    CPPUNIT_TEST(looksOnceWhereNothingIsKnown);
    CPPUNIT_TEST(takesAgainWhatAnActGave);
    CPPUNIT_TEST(makesAgainWhatIsGone);
    CPPUNIT_TEST(saysThatItCannotSeeWhatItMade);
    CPPUNIT_TEST(tellsTheHostWhatGoesOut);
    CPPUNIT_TEST(saysThatItFailedTwice);
    CPPUNIT_TEST(saysThatThereAreSeveral);
    CPPUNIT_TEST(saysThatItMayBeTakenLater);
    CPPUNIT_TEST(givesUpWithTheTask);
    CPPUNIT_TEST(looksForAsLongAsItIsTold);
    CPPUNIT_TEST_SUITE_END();

    FakeContext context_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string comes(const sample::Inputs& in = sample::inputs()) {
        return outcome(sample::call(context_, in));
    }
    // What an act of an earlier attempt gave.
    static tenon::Value gave() {
        FakeContext context;
        context.fakeHttp.answer(200, item(5));
        return tenon::writeFields(sample::call(context).value());
    }

    void postsAtOnceTheFirstTime() {
        context_.fakeHttp.answer(200, item(5));
        same("created 5 t0ken-of-instance", comes());
        same("POST /instances\n", asked(context_));
    }
    void worksWhereTheHostKnowsOfNoAct() {
        context_.known.reset();
        context_.fakeHttp.answer(502, "");
        context_.fakeHttp.answer(200, list(item(5)));
        same("adopted 5 t0ken-of-instance", comes());
        same("POST /instances\n" + kLookByTag, asked(context_));
    }
    void looksOnceWhereNothingIsKnown() {
        context_.known = Past{true, Done::no, {}};
        none(context_, 1);
        context_.fakeHttp.answer(200, item(5));
        same("created 5 t0ken-of-instance", comes());
        same(kLookByTag + "POST /instances\n", asked(context_));
        context_.fakeHttp.answer(200, list(item(7)));
        same("adopted 7 t0ken-of-instance", comes());
        same(kLookByTag, asked(context_));
        context_.fakeHttp.answer(503, "");
        same("no refused by the platform: The platform answered 503.", comes());
    }
    void takesAgainWhatAnActGave() {
        context_.known = Past{true, Done::yes, gave()};
        context_.fakeHttp.answer(200, item(5, "other"));
        same("created 5 t0ken-of-instance", comes());
        same("GET /instances/5\n", asked(context_));
        context_.fakeHttp.answer(200, R"({"id":5})");
        same("created 5 t0ken-of-instance", comes());
    }
    void makesAgainWhatIsGone() {
        context_.known = Past{true, Done::yes, gave()};
        for (const bool isReplayed : {true, false}) {
            if (isReplayed) context_.before.emplace_back(gave());
            context_.fakeHttp.answer(404, R"({"message":"No element instance found with ID 5"})");
            none(context_, 1);
            context_.fakeHttp.answer(200, item(9));
            same("created 9 t0ken-of-instance", comes());
            same("GET /instances/5\n" + kLookByTag + "POST /instances\n", asked(context_));
        }
    }
    void saysThatItCannotSeeWhatItMade() {
        context_.known = Past{true, Done::yes, gave()};
        context_.fakeHttp.answer(503, "");
        same(
            "yes not seen again: The instance 5 was made by this task, and cannot be taken now: "
            "The "
            "platform answered 503. Use it, or delete it before you run this anew.",
            comes());
        CPPUNIT_ASSERT(context_.kept == gave());
        context_.fakeHttp.answer(200, R"({"id":5,"tags":["a"]})");
        same(
            "yes not seen again: The instance 5 was made by this task, and cannot be taken now: It "
            "carries the tag \"" +
                sample::kTag + "\" no more. Use it, or delete it before you run this anew.",
            comes());
    }
    void tellsTheHostWhatGoesOut() {
        context_.fakeHttp.answer(200, item(5));
        comes();
        same(R"([{"POST":"/instances","element":{"key":"sagecrm"},"name":"SageCRM","tag":")" +
                 sample::kTag + "\"}]",
             tenon::json::write(tenon::Array(context_.acts.begin(), context_.acts.end()),
                                tenon::json::Secrets::reveal));
    }
    void saysThatItFailedTwice() {
        for (int i = 0; i < 2; ++i) {
            context_.fakeHttp.answer(504, R"({"message":"Slow"})");
            none(context_, kLooks);
        }
        same(
            "maybe unknown outcome: The platform answered 504: Slow. It was sent twice, and no "
            "instance with the tag \"" +
                sample::kTag +
                "\" came within 90 seconds. It may exist all the same: before you run this anew, "
                "look on the platform for an instance named \"SageCRM\" with the tag \"" +
                sample::kTag + "\", and delete it or use it.",
            comes());
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), sample::posts(context_));
    }
    void saysThatThereAreSeveral() {
        context_.known = Past{true, Done::maybe, {}};
        context_.fakeHttp.answer(200, list(item(5) + "," + item(7)));
        same(
            "maybe several found: An earlier attempt sent the creation of the instance, and what "
            "came of it is not known. 2 instances have the tag \"" +
                sample::kTag +
                "\": 5, 7. Keep one of them, if it is what you want, and delete the others before "
                "you run this anew.",
            comes());
    }
    // Whoever may call it again looks again.
    void saysThatItMayBeTakenLater() {
        context_.fakeHttp.answer(504, "");
        for (int i = 0; i < kLooks; ++i) context_.fakeHttp.answer(503, R"({"message":"Busy"})");
        const auto error = sample::fault(sample::call(context_));
        same(
            "The platform answered 504. Looking for the instance gave no answer: The platform "
            "answered 503: Busy." +
                sample::kMayExist,
            error.detail);
        CPPUNIT_ASSERT(error.retryable);
        CPPUNIT_ASSERT_EQUAL(504, error.status);
    }
    void givesUpWithTheTask() {
        context_.patience = std::chrono::seconds(7);
        context_.fakeHttp.answer(504, "");
        none(context_, kLooks);
        const auto error = sample::fault(sample::call(context_));
        same(
            "The platform answered 504. Looking for the instance gave no answer: The time was "
            "up." +
                sample::kMayExist,
            error.detail);
        CPPUNIT_ASSERT(error.kind == tenon::ErrorKind::timeout);
        CPPUNIT_ASSERT_EQUAL(408, error.status);
        CPPUNIT_ASSERT(error.done == Done::maybe);
    }
    void looksForAsLongAsItIsTold() {
        auto in = sample::inputs();
        in.lookFor = 0;
        context_.fakeHttp.answer(504, "");
        none(context_, 3);
        context_.fakeHttp.answer(200, item(5));
        same("created 5 t0ken-of-instance", comes(in));
        CPPUNIT_ASSERT(context_.waited.empty());
        for (const int bad : {-1, 86401}) {
            in.lookFor = bad;
            same("no invalid inputs: The inputs do not fit.\n  /lookFor is " + std::to_string(bad) +
                     "; wanted a number of seconds from 0 to 86400",
                 comes(in));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CreateOnceTest);
