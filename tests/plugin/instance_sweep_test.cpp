// SPDX-License-Identifier: Apache-2.0
// What holds for every step that has to do with instances, whatever it does: tables of steps and of
// faults.
#include "cloudelements/instances/create_element_instance.h"
#include "cloudelements/instances/delete_element_instance.h"
#include "cloudelements/instances/find_element_instances.h"
#include "cloudelements/instances/get_element_instance.h"
#include "cloudelements/instances/ping_element_instance.h"
#include "cloudelements/instances/switch_element_instance.h"
#include "cloudelements/instances/update_element_instance.h"
#include "sample.h"
#include "tenon/json.h"

using tenon::Object;
using tenon::Secret;
using tenon::Value;

class InstanceSweepTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(InstanceSweepTest);
    CPPUNIT_TEST(asksOnceAndSaysWhatMayBeDone);
    CPPUNIT_TEST(namesNoSecretThatThePlatformEchoes);
    CPPUNIT_TEST(sendsNothingForAConnectionThatCannotBe);
    CPPUNIT_TEST(writesNoMaskAnywhere);
    CPPUNIT_TEST(givesSecretsAsSecrets);
    CPPUNIT_TEST(takesNoOther404ForAnAnswer);
    CPPUNIT_TEST_SUITE_END();

    struct Row {
        std::string name;
        std::shared_ptr<tenon::Step> step;
        Object inputs;
        std::string method;
    };
    template <class Step>
    static Row row(const std::string& method, Object inputs) {
        return {std::string(Step::info.name), std::make_shared<Step>(), std::move(inputs), method};
    }
    static Object secrets() {
        return {{"password", Secret("pass-in-configuration")}, {"api.secret", "plain-api-secret"}};
    }
    static std::vector<Row> rows() {
        using namespace cloudelements;
        return {row<CreateSageCRMInstance>(
                    "POST", {{"verify", false},
                             {"name", "n"},
                             {"subdomain", "h"},
                             {"username", "u"},
                             {"password", "pass-of-sage"},
                             {"configuration", Object{{"a.secret", "plain-api-secret"}}}}),
                row<CreateElementInstance>("POST",
                                           {{"verify", false},
                                            {"name", "n"},
                                            {"element", "e"},
                                            {"configuration", secrets()},
                                            {"providerData", Object{{"code", "code-of-oauth"}}},
                                            {"events", Object{{"callbackUrl", "https://h/"},
                                                              {"signatureKey", "key-of-events"}}}}),
                row<GetElementInstance>("GET", {{"id", 5}}),
                row<FindElementInstances>("GET", {{"tags", tenon::Array{"t"}}}),
                row<UpdateElementInstance>("PATCH", {{"id", 5}, {"configuration", secrets()}}),
                row<EnableElementInstance>("PUT", {{"id", 5}}),
                row<DisableElementInstance>("DELETE", {{"id", 5}}),
                row<DeleteElementInstance>("DELETE", {{"id", 5}}),
                row<PingElementInstance>("GET", {{"token", "token-of-instance"}})};
    }
    static Object connection(const std::string& baseUrl = "https://h/elements/api-v2") {
        return {{"baseUrl", baseUrl},
                {"user", Secret(sample::kUser)},
                {"organization", Secret(sample::kOrganization)}};
    }
    static Object with(Object inputs, const Value& connection) {
        inputs.set("connection", connection);
        return inputs;
    }
    static tenon::Error fault(const Row& row, tenon::testing::FakeContext& context,
                              const std::string& about) {
        const auto result = row.step->run(with(row.inputs, connection()), context);
        CPPUNIT_ASSERT_MESSAGE(row.name + " " + about + " is taken", !result);
        return result.error();
    }

    void asksOnceAndSaysWhatMayBeDone() {
        for (const auto& row : rows())
            for (const int status : {301, 400, 401, 403, 409, 408, 429, 500, 502, 503, 504}) {
                tenon::testing::FakeContext context;
                context.fakeHttp.answer(status, R"({"requestId":"r","message":"m"})");
                const std::string about = row.name + " " + std::to_string(status);
                const auto error = fault(row, context, std::to_string(status));
                // A creation is looked for where nobody knows what came of it.
                const bool isLookedFor =
                    row.method == "POST" && (status < 400 || status == 408 || status >= 500);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(about, std::size_t(isLookedFor ? 2 : 1),
                                             context.fakeHttp.sent.size());
                const auto& request = context.fakeHttp.sent.at(0).request;
                const bool acts = row.method == "POST" || row.method == "PATCH";
                CPPUNIT_ASSERT_EQUAL_MESSAGE(about, row.method, request.method);
                CPPUNIT_ASSERT_MESSAGE(about, !acts || request.idempotent == false);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(about, status, error.status);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(about, std::string("r"), error.requestId);
                const bool unclear = status < 400 || status == 408 || status >= 500;
                CPPUNIT_ASSERT_MESSAGE(
                    about, (error.done == tenon::Done::maybe) == (unclear && row.method != "GET"));
                CPPUNIT_ASSERT_MESSAGE(about, error.done != tenon::Done::yes);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(
                    about, status == 429 || (!acts && unclear && status >= 400), error.retryable);
                const bool advised = error.detail.find("all the same") != std::string::npos;
                CPPUNIT_ASSERT_EQUAL_MESSAGE(about, error.done == tenon::Done::maybe, advised);
            }
    }
    void namesNoSecretThatThePlatformEchoes() {
        for (const auto& row : rows())
            for (const int status : {400, 401, 403, 500, 502, 200}) {
                std::string all;
                for (const char* secret :
                     {sample::kUser, sample::kOrganization, "pass-of-sage", "pass-in-configuration",
                      "plain-api-secret", "code-of-oauth", "key-of-events", "token-of-instance"})
                    all += std::string(secret) + " ";
                tenon::testing::FakeContext context;
                const Object body{{"message", all}, {"providerMessage", all}, {"requestId", all}};
                context.fakeHttp.answer(status, status == 200 ? all : tenon::json::write(body));
                const auto result = row.step->run(with(row.inputs, connection()), context);
                if (result) continue;
                const std::string text = result.error().detail + result.error().requestId;
                const std::string sent =
                    tenon::json::write(row.inputs, tenon::json::Secrets::reveal);
                for (const char* secret :
                     {sample::kUser, sample::kOrganization, "pass-of-sage", "pass-in-configuration",
                      "plain-api-secret", "code-of-oauth", "key-of-events", "token-of-instance"}) {
                    const bool its = secret == sample::kUser || secret == sample::kOrganization ||
                                     sent.find(secret) != sent.npos;
                    CPPUNIT_ASSERT_MESSAGE(row.name + " shows " + secret + ": " + text,
                                           !its || text.find(secret) == text.npos);
                }
            }
    }
    void sendsNothingForAConnectionThatCannotBe() {
        for (const auto& row : rows()) {
            const auto refused = [&](const std::string& problem, const Object& with_) {
                tenon::testing::FakeContext context;
                const auto result = row.step->run(with(row.inputs, with_), context);
                CPPUNIT_ASSERT_MESSAGE(row.name, !result);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(row.name, "The inputs do not fit.\n  " + problem,
                                             result.error().detail);
                CPPUNIT_ASSERT_MESSAGE(row.name, context.fakeHttp.sent.empty());
            };
            refused(
                "/connection/baseUrl is plain http, which shows the secrets to the network; write "
                "https:// instead, or allow plain http to h by name",
                connection("http://h/elements/api-v2"));
            refused("/connection/baseUrl has no path; write https://h/elements/api-v2",
                    connection("https://h"));
            for (const char* bad : {"", " "}) {
                auto blank = connection();
                blank.set("user", Secret(bad));
                refused("/connection/user is empty; give a text", blank);
            }
            auto broken = connection();
            broken.set("organization", Secret("a\r\nX: y"));
            refused(
                "/connection/organization holds a line break or another control character; leave "
                "it out",
                broken);
        }
    }
    void writesNoMaskAnywhere() {
        using namespace cloudelements;
        const Object sage{{"name", "n"}, {"subdomain", "h"}, {"username", "u"}, {"password", "p"}};
        const std::vector<Row> takers{
            row<CreateSageCRMInstance>("POST", sage),
            row<CreateElementInstance>("POST", {{"name", "n"}, {"element", "e"}}),
            row<UpdateElementInstance>("PATCH", {{"id", 5}})};
        for (const auto& row : takers)
            for (const Value& mask :
                 {Value("********"), Value("****"), Value(Secret("************")),
                  Value(Object{{"x", tenon::Array{Object{{"password", "********"}}}}})}) {
                auto inputs = row.inputs;
                inputs.set("configuration", Object{{"k", mask}});
                tenon::testing::FakeContext context;
                const auto result = row.step->run(with(inputs, connection()), context);
                CPPUNIT_ASSERT_MESSAGE(row.name, !result);
                CPPUNIT_ASSERT_EQUAL(
                    std::string(
                        "The inputs do not fit.\n"
                        "  /configuration/k is the mask that the platform shows instead of a "
                        "secret, and would become the secret; leave the key out, or write the "
                        "secret itself"),
                    result.error().detail);
                CPPUNIT_ASSERT(context.fakeHttp.sent.empty());
            }
        auto inputs = sage;
        inputs.set("password", "********");
        tenon::testing::FakeContext context;
        CreateSageCRMInstance step;
        const auto result =
            static_cast<tenon::Step&>(step).run(with(inputs, connection()), context);
        CPPUNIT_ASSERT(!result && context.fakeHttp.sent.empty());
        CPPUNIT_ASSERT_EQUAL(
            std::string("The inputs do not fit.\n"
                        "  /password is the mask that the platform shows instead of a secret; "
                        "write the secret itself"),
            result.error().detail);
    }
    void givesSecretsAsSecrets() {
        const std::string one =
            R"({"id":5,"token":"t0ken","name":"n","tags":["t"],"configuration":{)"
            R"("event.notification.signature.key":"s1","oauth.api.secret":"s2","clientSecret":"s3",)"
            R"("API_KEY":"s4","oauth.user.refresh_token":"s5","apiKey":"s6",)"
            R"("oauth.token.url":"https://h/","username":"u","pagination.max":"200",)"
            R"("password":"********","key":null}})";
        const std::string shown =
            R"("configuration":{"API_KEY":"********","apiKey":"********",)"
            R"("clientSecret":"********","event.notification.signature.key":"********","key":null,)"
            R"("oauth.api.secret":"********","oauth.token.url":"https://h/",)"
            R"("oauth.user.refresh_token":"********","pagination.max":"200",)"
            R"("password":"********","username":"u"})";
        for (const auto& row : rows()) {
            if (row.name.starts_with("Ping") || row.name.starts_with("D") ||
                row.name.starts_with("Enable"))
                continue;
            tenon::testing::FakeContext context;
            context.fakeHttp.answer(200, row.name.starts_with("Find") ? "[" + one + "]" : one);
            const auto result = row.step->run(with(row.inputs, connection()), context);
            CPPUNIT_ASSERT_MESSAGE(row.name, result.ok());
            const auto text = tenon::json::write(result.value());
            CPPUNIT_ASSERT_MESSAGE(row.name + text, text.find(shown) != text.npos);
            CPPUNIT_ASSERT_MESSAGE(row.name + text,
                                   text.find(R"("token":"********")") != text.npos);
        }
    }
    // A page of whoever stands at a wrong address is no empty list, and has deleted nothing.
    void takesNoOther404ForAnAnswer() {
        using namespace cloudelements;
        struct Case {
            const char* body;
            bool emptiesAList;
            bool isDeleted;
        };
        for (const auto& [body, emptiesAList, isDeleted] :
             {Case{R"({"message":"No element instances found"})", true, true},
              Case{R"({"requestId":"r","message":"No instance found with ID 5"})", true, true},
              Case{R"({"message":"No message available"})", false, true},
              Case{R"({"requestId":"r","message":"Resource not found"})", false, true},
              Case{"", false, true}, Case{"<html>No page found</html>", false, false},
              Case{"404 page not found", false, false}}) {
            for (const bool list : {true, false}) {
                tenon::testing::FakeContext context;
                context.fakeHttp.answer(404, body);
                const auto taker = list ? row<FindElementInstances>("GET", {})
                                        : row<DeleteElementInstance>("DELETE", {{"id", 5}});
                const auto result = taker.step->run(with(taker.inputs, connection()), context);
                CPPUNIT_ASSERT_EQUAL_MESSAGE(taker.name + " " + body,
                                             list ? emptiesAList : isDeleted, result.ok());
                if (!result) CPPUNIT_ASSERT_EQUAL(404, result.error().status);
            }
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(InstanceSweepTest);
