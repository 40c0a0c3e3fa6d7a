// SPDX-License-Identifier: Apache-2.0
// A new instance is pinged with its token, and what becomes of one that fails.
#include "once/platform.h"

using namespace once;
using tenon::Done;

class VerificationTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(VerificationTest);
    CPPUNIT_TEST(pingsWithTheToken);
    CPPUNIT_TEST(keepsWhatIsInvalid);
    CPPUNIT_TEST(deletesWhatIsInvalid);
    CPPUNIT_TEST(deletesNothingForOneWord);
    CPPUNIT_TEST(saysThatDeletingFailed);
    CPPUNIT_TEST(deletesNothingThatWasThereBefore);
    CPPUNIT_TEST(pingsAgainWhereItCannotTell);
    CPPUNIT_TEST(keepsWhatItCannotCheck);
    CPPUNIT_TEST(takesNoMissingPingForARefusal);
    CPPUNIT_TEST(checksAgainWhatAnEarlierAttemptMade);
    CPPUNIT_TEST(namesNoToken);
    CPPUNIT_TEST_SUITE_END();

  public:
    void setUp() override {
        in_.verify = true;
        context_.fakeHttp.answer(200, item(5));
    }

  private:
    FakeContext context_;
    sample::Inputs in_ = sample::inputs();
    inline static const std::string kRefusal =
        R"({"message":"Failed","providerMessage":"Invalid user name or password"})";
    inline static const std::string kSaid =
        "The platform answered 401: Failed. Sage CRM said: Invalid user name or password.";

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string comes() { return outcome(sample::call(context_, in_)); }
    [[nodiscard]] std::string kept() const {
        return context_.kept.isNull() ? "" : context_.kept.find("token")->secret()->reveal();
    }
    void answer(int status, const std::string& body = "") {
        context_.fakeHttp.answer(status, body);
    }

    void pingsWithTheToken() {
        answer(200, R"({"dateTime":"2018-05-22T16:46:03Z","endpoint":"sagecrm"})");
        const auto out = sample::call(context_, in_).value();
        CPPUNIT_ASSERT(out.verified);
        same("2018-05-22T16:46:03Z", out.verifiedAt.value());
        same(std::string("User ") + sample::kUser + ", Organization " + sample::kOrganization +
                 ", Element t0ken-of-instance",
             context_.fakeHttp.sent.at(1).request.headers.at(0).value);
        same("POST /instances\nGET /ping\n", asked(context_));
        answer(200, item(5));
        answer(200, "");
        CPPUNIT_ASSERT(!sample::call(context_, in_).value().verifiedAt);
    }
    void keepsWhatIsInvalid() {
        answer(401, kRefusal);
        const auto error = sample::fault(sample::call(context_, in_));
        same("The instance 5 exists, but the check of it failed: " + kSaid +
                 " It is kept: give it other credentials with UpdateElementInstance, or delete it "
                 "with DeleteElementInstance.",
             error.detail);
        same("invalid instance", error.title);
        CPPUNIT_ASSERT(error.kind == tenon::ErrorKind::authentication);
        CPPUNIT_ASSERT(error.done == Done::yes && !error.retryable);
        same("t0ken-of-instance", kept());
        CPPUNIT_ASSERT(context_.waited.empty());
    }
    void deletesWhatIsInvalid() {
        in_.onInvalid = "delete";
        for (const int deletion : {200, 404}) {
            if (deletion == 404) answer(200, item(5));
            answer(401, kRefusal);
            answer(401, kRefusal);
            answer(deletion);
            same("no invalid instance: The check of the instance 5 failed: " + kSaid +
                     " It was deleted again, as onInvalid says. Check subdomain, username and "
                     "password.",
                 comes());
            same("POST /instances\nGET /ping\nGET /ping\nDELETE /instances/5\n", asked(context_));
            same("", kept());
        }
    }
    // A token that is new may not be known everywhere yet.
    void deletesNothingForOneWord() {
        in_.onInvalid = "delete";
        answer(401, "");
        answer(200, "");
        same("created 5 t0ken-of-instance", comes());
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), context_.waited.size());
        answer(200, item(5));
        answer(401, "");
        answer(503, "");
        CPPUNIT_ASSERT(comes().starts_with("yes unverified instance: "));
    }
    void saysThatDeletingFailed() {
        in_.onInvalid = "delete";
        answer(401, kRefusal);
        answer(401, kRefusal);
        answer(503, R"({"message":"Busy"})");
        same("yes invalid instance: The check of the instance 5 failed: " + kSaid +
                 " Deleting it failed, too: The platform answered 503: Busy. It exists still: "
                 "delete it with DeleteElementInstance.",
             comes());
        same("t0ken-of-instance", kept());
    }
    void deletesNothingThatWasThereBefore() {
        in_.onInvalid = "delete";
        in_.adopt = "byName";
        context_.fakeHttp.answers.clear();
        answer(200, list(item(5)));
        answer(401, kRefusal);
        same("yes invalid instance: The instance 5 exists, but the check of it failed: " + kSaid +
                 " It was there before and is kept: give it other credentials with "
                 "UpdateElementInstance, or delete it with DeleteElementInstance.",
             comes());
        same("GET /instances?searchText=SageCRM&pageSize=200\nGET /ping\n", asked(context_));
    }
    void pingsAgainWhereItCannotTell() {
        answer(503);
        context_.fakeHttp.answer(429, "", {{"Retry-After", "9"}});
        answer(502);
        answer(200);
        same("created 5 t0ken-of-instance", comes());
        std::string waited;
        for (const auto one : context_.waited) waited += std::to_string(one.count()) + " ";
        same("2000 9000 8000 ", waited);
    }
    void keepsWhatItCannotCheck() {
        in_.onInvalid = "delete";
        for (int i = 0; i < 4; ++i) answer(502, R"({"message":"No route to host"})");
        const auto error = sample::fault(sample::call(context_, in_));
        same(
            "The instance 5 exists, but whether it is of use is not known: The platform answered "
            "502: No route to host. It is kept, whatever onInvalid says. PingElementInstance "
            "checks it later; verify: false leaves the check out.",
            error.detail);
        same("unverified instance", error.title);
        CPPUNIT_ASSERT(error.done == Done::yes && error.retryable);
        same("t0ken-of-instance", kept());
        same("POST /instances\nGET /ping\nGET /ping\nGET /ping\nGET /ping\n", asked(context_));
        context_.patience = std::chrono::seconds(1);
        answer(200, item(5));
        answer(502);
        const auto over = sample::fault(sample::call(context_, in_));
        CPPUNIT_ASSERT(over.kind == tenon::ErrorKind::timeout && over.done == Done::yes);
    }
    // Not every element knows it.
    void takesNoMissingPingForARefusal() {
        in_.onInvalid = "delete";
        for (const int status : {301, 404, 405}) {
            if (status != 301) answer(200, item(5));
            answer(status);
            CPPUNIT_ASSERT(comes().starts_with("yes unverified instance: "));
            same("POST /instances\nGET /ping\n", asked(context_));
        }
    }
    void checksAgainWhatAnEarlierAttemptMade() {
        answer(401, kRefusal);
        comes();
        context_.known = tenon::Past{true, Done::yes, context_.kept};
        asked(context_);
        answer(200, item(5));
        answer(200);
        same("created 5 t0ken-of-instance", comes());
        same("GET /instances/5\nGET /ping\n", asked(context_));
    }
    void namesNoToken() {
        in_.onInvalid = "delete";
        const std::string echo =
            R"({"message":"t0ken-of-instance","requestId":"t0ken-of-instance"})";
        for (const int status : {401, 404, 502, 200}) {
            if (status != 401) answer(200, item(5));
            for (int i = 0; i < 4; ++i) answer(status, status == 200 ? "t0ken-of-instance" : echo);
            const auto error = sample::fault(sample::call(context_, in_));
            const auto text = error.detail + error.requestId;
            CPPUNIT_ASSERT_MESSAGE(text, text.find("t0ken") == text.npos);
            context_.fakeHttp.answers.clear();
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(VerificationTest);
