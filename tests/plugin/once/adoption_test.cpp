// SPDX-License-Identifier: Apache-2.0
// Which instances are taken instead of a new one, and which are not.
#include "once/platform.h"

using namespace once;

class AdoptionTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(AdoptionTest);
    CPPUNIT_TEST(adoptsWhatTheListSays);
    CPPUNIT_TEST(adoptsNothingThatIsOtherwise);
    CPPUNIT_TEST(adoptsNothingWithoutAToken);
    CPPUNIT_TEST(adoptsNothingWhereItMayNot);
    CPPUNIT_TEST(adoptsByNameBeforeItPosts);
    CPPUNIT_TEST(refusesToChooseByName);
    CPPUNIT_TEST(takesNothingByNameThatIsOtherwise);
    CPPUNIT_TEST(refusesOtherWords);
    CPPUNIT_TEST_SUITE_END();

    FakeContext context_;
    sample::Inputs in_ = sample::inputs();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // After a POST whose outcome is unknown, and a look that says this.
    std::string found(const std::string& items) {
        context_.fakeHttp.answer(504, "");
        context_.fakeHttp.answer(200, list(items));
        return outcome(sample::call(context_, in_));
    }
    std::string named(const std::string& items) {
        in_.adopt = "byName";
        context_.fakeHttp.answer(200, list(items));
        return outcome(sample::call(context_, in_));
    }

    void adoptsWhatTheListSays() {
        context_.fakeHttp.answer(504, "");
        context_.fakeHttp.answer(
            200, list(item(5, "t0k", R"(,"createdDate":"2017-06-12T14:09:00Z","valid":true)")));
        same(R"({"id":5,"token":"t0k","name":"SageCRM","elementKey":"sagecrm","elementId":3641,)"
             R"("createdDate":"2017-06-12T14:09:00Z","valid":true,"disabled":null,"tags":[")" +
                 sample::kTag +
                 R"("],"configuration":{"password":"********","subdomain":"crm.example.com",)"
                 R"("username":"sage"},"origin":"adopted","verified":false,"verifiedAt":null})",
             tenon::json::write(tenon::writeFields(sample::call(context_, in_).value()),
                                tenon::json::Secrets::reveal));
    }
    void adoptsNothingThatIsOtherwise() {
        const auto text = [](const std::string& difference) {
            return "maybe not adopted: The instance 5 carries the tag \"" + sample::kTag +
                   "\" of this task, but " + difference +
                   " than was asked for: it was changed since, or somebody gave it that tag. "
                   "Delete it or use it before you run this anew.";
        };
        const std::string tags = R"("tags":[")" + sample::kTag + "\"]}";
        same(text("has another name"), found(R"({"id":5,"token":"t","name":"other",)" + tags));
        same(text("is of another element"),
             found(R"({"id":5,"token":"t","name":"SageCRM","element":{"key":"sfdc"},)" + tags));
        same(text("has another subdomain"),
             found(R"({"id":5,"token":"t","name":"SageCRM","configuration":{"subdomain":"x"},)" +
                   tags));
        // What the platform does not show, or shows in its own way, is not compared.
        in_.configuration = {{"a", true},    {"b", 15},      {"c", tenon::Object()},
                             {"d", nullptr}, {"e.key", "x"}, {"f", "g"}};
        same("adopted 5 t",
             found(R"({"id":5,"token":"t","name":"SageCRM","configuration":{"a":"true","b":"15",)"
                   R"("c":"{ }","d":"x","e.key":"y","f":"****"},)" +
                   tags));
        in_.configuration = {{"a", true}};
        same(
            text("has another a"),
            found(R"({"id":5,"token":"t","name":"SageCRM","configuration":{"a":"false"},)" + tags));
        in_.name = "a<b>";
        same("adopted 5 t", found(R"({"id":5,"token":"t","name":"a",)" + tags));
    }
    void adoptsNothingWithoutAToken() {
        context_.fakeHttp.answer(504, "");
        context_.fakeHttp.answer(200, list(item(5, "********")));
        context_.fakeHttp.answer(200, item(5, "********"));
        same(
            "yes no token: The instance 5 is there, but the platform does not show its token, "
            "without which it is of no use. Delete it before you run this anew, or use credentials "
            "that may see tokens.",
            outcome(sample::call(context_, in_)));
        context_.fakeHttp.answer(504, "");
        context_.fakeHttp.answer(200, list(item(5, "********")));
        context_.fakeHttp.answer(403, "");
        same("yes refused by the platform: The instance 5 carries the tag \"" + sample::kTag +
                 "\" of this task, but its token is not known: The platform answered 403. The "
                 "credentials in connection are known but do not allow this: check the rights of "
                 "that user. Delete it or use it before you run this anew.",
             outcome(sample::call(context_, in_)));
    }
    void adoptsNothingWhereItMayNot() {
        in_.adopt = "never";
        same("yes not adopted: The platform answered 504. The instance 5 has the tag \"" +
                 sample::kTag +
                 "\", so this task has made it; adopt: never says not to take it. Delete it or use "
                 "it before you run this anew.",
             found(item(5)));
        same("t0ken-of-instance", context_.kept.find("token")->secret()->reveal());
    }
    void adoptsByNameBeforeItPosts() {
        const std::string other =
            R"({"id":5,"token":"t","name":"SageCRM","element":{"key":"sfdc"}},)"
            R"({"id":6,"token":"t","name":"SageCRM 2","element":{"key":"sagecrm"}},)"
            R"({"id":7,"token":"t","name":"SageCRM"})";
        same("adopted 8 t", named(other + R"(,{"id":8,"token":"t","name":"SageCRM","element":)"
                                          R"({"key":"sagecrm"}})"));
        same("GET /instances?searchText=SageCRM&pageSize=200\n", asked(context_));
        context_.fakeHttp.answer(404, R"({"message":"No element instances found"})");
        context_.fakeHttp.answer(200, item(9));
        same("created 9 t0ken-of-instance", outcome(sample::call(context_, in_)));
    }
    void refusesToChooseByName() {
        same(
            "no several found: 2 instances of this element are named \"SageCRM\": 5, 7. Nothing "
            "was made: give another name, or write adopt: own for a further instance.",
            named(item(5) + "," + item(7)));
        same("GET /instances?searchText=SageCRM&pageSize=200\n", asked(context_));
    }
    void takesNothingByNameThatIsOtherwise() {
        in_.subdomain = "other.example.com";
        same(
            "no not adopted: The instance 5 is named \"SageCRM\", but has another subdomain than "
            "was asked for. Nothing was made: give another name, or write adopt: own for a further "
            "instance.",
            named(item(5)));
        in_ = sample::inputs();
        context_.fakeHttp.answers.clear();
        in_.adopt = "byName";
        context_.fakeHttp.answer(200, list(item(5, "****")));
        context_.fakeHttp.answer(200, item(5, "****"));
        same(
            "no no token: The instance 5 is there, but the platform does not show its token, "
            "without which it is of no use. Delete it before you run this anew, or use credentials "
            "that may see tokens.",
            outcome(sample::call(context_, in_)));
    }
    void refusesOtherWords() {
        in_.adopt = "always";
        in_.onInvalid = "";
        same(
            "no invalid inputs: The inputs do not fit.\n"
            "  /adopt is \"always\"; wanted one of never, own, byName\n"
            "  /onInvalid is \"\"; wanted one of keep, delete",
            outcome(sample::call(context_, in_)));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(AdoptionTest);
