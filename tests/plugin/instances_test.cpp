// SPDX-License-Identifier: Apache-2.0
// The steps for instances that exist: what they send, what they make of answers, what they refuse.
#include "cloudelements/instances/delete_element_instance.h"
#include "cloudelements/instances/find_element_instances.h"
#include "cloudelements/instances/get_element_instance.h"
#include "cloudelements/instances/ping_element_instance.h"
#include "cloudelements/instances/switch_element_instance.h"
#include "cloudelements/instances/update_element_instance.h"
#include "instance_fixture.h"

using tenon::Object;
using tenon::Value;

class InstancesTest : public InstanceFixture {
    CPPUNIT_TEST_SUITE(InstancesTest);
    CPPUNIT_TEST(getsOne);
    CPPUNIT_TEST(saysThatThereIsNone);
    CPPUNIT_TEST(findsAllPages);
    CPPUNIT_TEST(findsNone);
    CPPUNIT_TEST(findsWhatCarriesAllTags);
    CPPUNIT_TEST(findsUpToTheLimit);
    CPPUNIT_TEST(changesWhatIsWritten);
    CPPUNIT_TEST(writesNoMaskBack);
    CPPUNIT_TEST(refusesAChangeOfNothing);
    CPPUNIT_TEST(switchesOnAndOff);
    CPPUNIT_TEST(deletesWhatMayBeGone);
    CPPUNIT_TEST(pingsThroughTheInstance);
    CPPUNIT_TEST(saysWhichCredentialsAPingShows);
    CPPUNIT_TEST(refusesPagesWithoutEnd);
    CPPUNIT_TEST(takesNoMaskForAToken);
    CPPUNIT_TEST(saysThatWhatMayBeDoneMayBeDoneAgain);
    CPPUNIT_TEST(refusesNoNumbers);
    CPPUNIT_TEST_SUITE_END();

    void getsOne() {
        context_.fakeHttp.answer(200,
                                 R"({"id":427902,"token":"t","name":"n","tags":[{"name":"a"}],)"
                                 R"("configuration":{"password":"********"}})");
        same(R"({"id":427902,"token":"t","name":"n","elementKey":null,"elementId":null,)"
             R"("createdDate":null,"valid":null,"disabled":null,"tags":["a"],)"
             R"("configuration":{"password":"********"}})",
             does<cloudelements::GetElementInstance>({{"id", 427902}}));
        same("GET /instances/427902", sent());
        same(std::string("User ") + sample::kUser + ", Organization " + sample::kOrganization,
             authorization());
    }
    void saysThatThereIsNone() {
        context_.fakeHttp.answer(404, R"({"requestId":"r","message":"No instance found"})");
        same(
            "no: The platform answered 404: No instance found. There is no instance 5 that these "
            "credentials may see: check id and connection.",
            does<cloudelements::GetElementInstance>({{"id", 5}}));
        context_.fakeHttp.answer(503, "");
        same("no: The platform answered 503.",
             does<cloudelements::GetElementInstance>({{"id", 5}}));
        context_.fakeHttp.answer(200, "{}");
        same("no: The platform's answer to the question of the instance 5 has no id.",
             does<cloudelements::GetElementInstance>({{"id", 5}}));
    }
    static std::string page(int from, int to, const std::string& tag) {
        std::string out;
        for (int i = from; i < to; ++i)
            out += (out.empty() ? "" : ",") + std::string(R"({"id":)") + std::to_string(i) +
                   R"(,"tags":[")" + tag + "\"]}";
        return "[" + out + "]";
    }
    std::string idsFound(Object inputs) {
        cloudelements::FindElementInstances step;
        const auto result = static_cast<tenon::Step&>(step).run(with(std::move(inputs)), context_);
        CPPUNIT_ASSERT(result);
        std::string out;
        for (const auto& one : *result.value().find("instances")->array())
            out += tenon::json::write(*one.find("id")) + " ";
        return out + tenon::json::write(*result.value().find("complete"));
    }
    void findsAllPages() {
        context_.fakeHttp.answer(200, page(1, 3, "a b"), {{"elements-next-page-token", "p=2"}});
        context_.fakeHttp.answer(200, page(3, 4, "a b"));
        same("1 2 3 true", idsFound({{"tags", tenon::Array{"a b"}}, {"searchText", "x&y"}}));
        same("GET /instances?tags%5B%5D=a%20b&searchText=x%26y&pageSize=200", sent());
        same("GET /instances?tags%5B%5D=a%20b&searchText=x%26y&pageSize=200&nextPage=p%3D2",
             sent(1));
    }
    void findsNone() {
        context_.fakeHttp.answer(404, R"({"message":"No instances found"})");
        same("true", idsFound({}));
        context_.fakeHttp.answer(200, "[]");
        same("true", idsFound({}));
        context_.fakeHttp.answer(200, "{}");
        same("no: The platform's answer to the search for instances is not an array.",
             does<cloudelements::FindElementInstances>({}));
    }
    void findsWhatCarriesAllTags() {
        context_.fakeHttp.answer(200,
                                 R"([{"id":1,"tags":["a"]},{"id":2,"tags":["a","b"]},{"id":3}])");
        same("2 true", idsFound({{"tags", tenon::Array{"a", "b"}}}));
    }
    void findsUpToTheLimit() {
        context_.fakeHttp.answer(200, page(1, 4, "a"));
        same("1 2 false", idsFound({{"limit", 2}}));
        same("GET /instances?pageSize=2", sent());
    }
    void changesWhatIsWritten() {
        context_.fakeHttp.answer(200, R"({"id":5,"name":"m"})");
        does<cloudelements::UpdateElementInstance>(
            {{"id", 5},
             {"name", "m"},
             {"tags", tenon::Array{}},
             {"configuration", Object{{"password", tenon::Secret("n3w")}}}});
        same(R"(PATCH /instances/5 {"name":"m","tags":[],"configuration":{"password":"n3w"}})",
             sent());
        context_.fakeHttp.answer(200, "");
        same(
            R"({"id":5,"token":null,"name":"m","elementKey":null,"elementId":null,"createdDate":null,)"
            R"("valid":null,"disabled":null,"tags":[],"configuration":{}})",
            does<cloudelements::UpdateElementInstance>({{"id", 5}, {"name", "m"}}));
    }
    void writesNoMaskBack() {
        for (const Value& mask : {Value("********"), Value(tenon::Secret("*****"))})
            same(
                "no: The inputs do not fit.\n"
                "  /configuration/password is the mask that the platform shows instead of a "
                "secret, and would become the secret; leave the key out, or write the secret "
                "itself",
                does<cloudelements::UpdateElementInstance>(
                    {{"id", 5}, {"configuration", Object{{"password", mask}}}}));
        CPPUNIT_ASSERT(context_.fakeHttp.sent.empty());
    }
    void refusesAChangeOfNothing() {
        same(
            "no: The inputs do not fit.\n"
            "  the whole changes nothing; write name, tags or configuration",
            does<cloudelements::UpdateElementInstance>({{"id", 5}}));
    }
    void switchesOnAndOff() {
        context_.fakeHttp.answer(200, "");
        same(R"({"id":5,"disabled":true})",
             does<cloudelements::DisableElementInstance>({{"id", 5}}));
        context_.fakeHttp.answer(200, "{}");
        same(R"({"id":5,"disabled":false})",
             does<cloudelements::EnableElementInstance>({{"id", 5}}));
        same("DELETE /instances/5/enabled", sent());
        same("PUT /instances/5/enabled", sent(1));
    }
    void deletesWhatMayBeGone() {
        context_.fakeHttp.answer(200, "");
        same(R"({"id":5,"existed":true})", does<cloudelements::DeleteElementInstance>({{"id", 5}}));
        context_.fakeHttp.answer(404, R"({"message":"gone"})");
        same(R"({"id":5,"existed":false})",
             does<cloudelements::DeleteElementInstance>({{"id", 5}}));
        same("DELETE /instances/5", sent());
        context_.fakeHttp.answer(403, R"({"message":"not yours"})");
        same(
            "no: The platform answered 403: not yours. The credentials in connection are known but "
            "do not allow this: check the rights of that user.",
            does<cloudelements::DeleteElementInstance>({{"id", 5}}));
    }
    void pingsThroughTheInstance() {
        context_.fakeHttp.answer(200,
                                 R"({"dateTime":"2017-06-12T14:09:00Z","endpoint":"sagecrm"})");
        same(R"({"dateTime":"2017-06-12T14:09:00Z","endpoint":"sagecrm"})",
             does<cloudelements::PingElementInstance>({{"token", sample::kToken}}));
        same("GET /ping", sent());
        same(std::string("User ") + sample::kUser + ", Organization " + sample::kOrganization +
                 ", Element " + sample::kToken,
             authorization());
    }
    void saysWhichCredentialsAPingShows() {
        context_.fakeHttp.answer(502, R"({"message":"failed","providerMessage":"bad login"})");
        same(
            "no: The platform answered 502: failed. The provider said: bad login. The platform "
            "could not reach the provider: check the addresses and credentials that the instance "
            "was made with.",
            does<cloudelements::PingElementInstance>({{"token", "t0ken"}}));
        context_.fakeHttp.answer(401, R"({"message":"Invalid"})");
        same(
            "no: The platform answered 401: Invalid. Check connection.user, "
            "connection.organization and token: an instance that was deleted has none.",
            does<cloudelements::PingElementInstance>({{"token", "t0ken"}}));
        context_.fakeHttp.answer(
            401, R"({"message":"Request failed","providerMessage":"Invalid user or password"})");
        same(
            "no: The platform answered 401: Request failed. The provider said: Invalid user or "
            "password. The provider does not take the credentials that the instance was made with: "
            "give it others with UpdateElementInstance.",
            does<cloudelements::PingElementInstance>({{"token", "t0ken"}}));
        context_.fakeHttp.answer(403, R"({"message":"Failed","providerMessage":"No licence"})");
        same(
            "no: The platform answered 403: Failed. The provider said: No licence. The provider "
            "does not allow this to the user that the instance was made with.",
            does<cloudelements::PingElementInstance>({{"token", "t0ken"}}));
        context_.fakeHttp.answer(403, R"({"message":"Instance is disabled"})");
        same(
            "no: The platform answered 403: Instance is disabled. The instance is switched off "
            "(EnableElementInstance switches it on), or the credentials in connection do not allow "
            "this.",
            does<cloudelements::PingElementInstance>({{"token", "t0ken"}}));
    }
    void refusesPagesWithoutEnd() {
        for (const char* next : {"p2", "p3", "p2"})
            context_.fakeHttp.answer(200, "[]", {{"Elements-Next-Page-Token", next}});
        same(
            "no: The platform's answer to the search for instances leads to a page that was there "
            "before.",
            does<cloudelements::FindElementInstances>({}));
    }
    void takesNoMaskForAToken() {
        for (const char* token : {"********", "", "t0k\xe9n"}) {
            context_.fakeHttp.answer(200, std::string(R"({"id":5,"token":")") + token + "\"}");
            same(R"({"id":5,"token":null,"name":"","elementKey":null,"elementId":null,)"
                 R"("createdDate":null,"valid":null,"disabled":null,"tags":[],"configuration":{}})",
                 does<cloudelements::GetElementInstance>({{"id", 5}}));
        }
    }
    void saysThatWhatMayBeDoneMayBeDoneAgain() {
        context_.fakeHttp.answer(503, "");
        same(
            "maybe: The platform answered 503. It may have been done all the same; doing it again "
            "does no harm.",
            does<cloudelements::UpdateElementInstance>({{"id", 5}, {"name", "m"}}));
    }
    void refusesNoNumbers() {
        for (const int id : {0, -5})
            same(
                "no: The inputs do not fit.\n"
                "  /id is no number of an instance; write the id that its creation gave",
                does<cloudelements::DeleteElementInstance>({{"id", id}}));
        CPPUNIT_ASSERT(context_.fakeHttp.sent.empty());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(InstancesTest);
