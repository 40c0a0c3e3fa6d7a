// SPDX-License-Identifier: Apache-2.0
// No secret of the inputs stands in an Error, also where the platform says it back to us.
#include "sample.h"
#include "tenon/json.h"

class SecretsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SecretsTest);
    CPPUNIT_TEST(masksWhatThePlatformEchoes);
    CPPUNIT_TEST(masksBeforeItCuts);
    CPPUNIT_TEST(masksSecretsOfTheConfiguration);
    CPPUNIT_TEST(masksASecretThatHoldsAnother);
    CPPUNIT_TEST(leavesShortSecretsToTheHost);
    CPPUNIT_TEST(quotesNoTokenOfARefusal);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static tenon::Error refused(const sample::Inputs& in, const tenon::Object& body,
                                int status = 400) {
        tenon::testing::FakeContext context;
        context.fakeHttp.answer(status, tenon::json::write(body));
        return sample::fault(sample::call(context, in));
    }
    static std::string detail(const sample::Inputs& in, const std::string& message) {
        return refused(in, {{"message", message}}).detail;
    }

    void masksWhatThePlatformEchoes() {
        const std::string said = std::string("Bad: User ") + sample::kUser + ", Organization " +
                                 sample::kOrganization + ", " + sample::kPassword + "/" +
                                 sample::kPassword;
        const auto error =
            refused(sample::inputs(),
                    {{"message", said}, {"providerMessage", said}, {"requestId", said}}, 401);
        const std::string masked = "Bad: User ********, Organization ********, ********/********";
        same("The platform answered 401: " + masked + ". Sage CRM said: " + masked +
                 ". Check connection.user and connection.organization.",
             error.detail);
        same(masked, error.requestId);
    }
    // The host masks whole secrets only: half of one would pass.
    void masksBeforeItCuts() {
        const std::string before(490, 'x');
        same("The platform answered 400: " + before + "********.",
             detail(sample::inputs(), before + sample::kPassword));
        same("The platform answered 400: " + before + "********" + "yy...",
             detail(sample::inputs(), before + sample::kPassword + "yyy"));
    }
    void masksSecretsOfTheConfiguration() {
        auto in = sample::inputs();
        in.configuration = {{"a", tenon::Secret("first secret")},
                            {"b", tenon::Object{{"c", tenon::Array{tenon::Secret("second")}}}}};
        same("The platform answered 400: ******** and ********.",
             detail(in, "first secret and second"));
    }
    void masksASecretThatHoldsAnother() {
        auto in = sample::inputs();
        in.password = tenon::Secret(std::string(sample::kUser) + "-and-more");
        same("The platform answered 400: ********.", detail(in, in.password.reveal()));
    }
    void leavesShortSecretsToTheHost() {
        auto in = sample::inputs();
        in.password = tenon::Secret("the");
        same("The platform answered 400: the other.", detail(in, "the other"));
        in.password = tenon::Secret("them");
        same("The platform answered 400: ******** all.", detail(in, "them all"));
    }
    void quotesNoTokenOfARefusal() {
        for (const int status : {302, 400, 500, 503}) {
            const auto error = refused(sample::inputs(),
                                       {{"id", 1},
                                        {"token", sample::kToken},
                                        {"configuration", tenon::Object{{"x", sample::kToken}}}},
                                       status);
            const auto at = (error.detail + error.title + error.requestId).find(sample::kToken);
            CPPUNIT_ASSERT(at == std::string::npos);
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SecretsTest);
