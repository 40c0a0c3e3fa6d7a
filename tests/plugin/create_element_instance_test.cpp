// SPDX-License-Identifier: Apache-2.0
// Instances of any element: what is sent, and what is refused before.
#include "cloudelements/instances/create_element_instance.h"

#include "instance_fixture.h"

using tenon::Object;
using tenon::Value;

class CreateElementInstanceTest : public InstanceFixture {
    CPPUNIT_TEST_SUITE(CreateElementInstanceTest);
    CPPUNIT_TEST(createsAnyElement);
    CPPUNIT_TEST(createsByNumberAndWithProviderData);
    CPPUNIT_TEST(refusesWhatNamesNoElement);
    CPPUNIT_TEST(refusesNoElement);
    CPPUNIT_TEST_SUITE_END();

    void createsAnyElement() {
        context_.fakeHttp.answer(200,
                                 R"({"id":7,"token":"t","name":"n","element":{"key":"closeio"}})");
        same(
            R"({"id":7,"token":"t","name":"n","elementKey":"closeio","elementId":null,)"
            R"("createdDate":null,"valid":null,"disabled":null,"tags":[],"configuration":{},"origin":"created",)"
            R"("verified":false,"verifiedAt":null})",
            does<cloudelements::CreateElementInstance>(
                {{"verify", false},
                 {"element", "closeio"},
                 {"name", "n"},
                 {"configuration", Object{{"username", tenon::Secret("k3y")}, {"x", true}}},
                 {"tags", tenon::Array{"a"}}}));
        same(
            R"(POST /instances {"element":{"key":"closeio"},"configuration":{"username":"k3y","x":true},)"
            R"("tags":["a",")" +
                sample::kTag + R"("],"name":"n"})",
            sent());
        CPPUNIT_ASSERT(context_.fakeHttp.sent.at(0).request.idempotent == false);
    }
    void createsByNumberAndWithProviderData() {
        context_.fakeHttp.answer(200, R"({"id":7,"token":"t"})");
        does<cloudelements::CreateElementInstance>(
            {{"verify", false},
             {"elementId", 3641},
             {"name", "n"},
             {"providerData", Object{{"code", tenon::Secret("c0de")}}}});
        same(R"(POST /instances {"element":{"id":3641},"configuration":{},"tags":[")" +
                 sample::kTag +
                 R"("],"name":"n",)"
                 R"("providerData":{"code":"c0de"}})",
             sent());
    }
    void refusesWhatNamesNoElement() {
        const std::string text =
            "no: The inputs do not fit.\n"
            "  the whole names no element, or two; write element or elementId";
        same(text, does<cloudelements::CreateElementInstance>({{"name", "n"}}));
        same(text, does<cloudelements::CreateElementInstance>(
                       {{"name", "n"}, {"element", "e"}, {"elementId", 1}}));
        CPPUNIT_ASSERT(context_.fakeHttp.sent.empty());
    }
    void refusesNoElement() {
        same("no: The inputs do not fit.\n  /element is empty; give a text",
             does<cloudelements::CreateElementInstance>({{"name", "n"}, {"element", " "}}));
        same(
            "no: The inputs do not fit.\n"
            "  /elementId is no number of an element; write that of the catalogue",
            does<cloudelements::CreateElementInstance>({{"name", "n"}, {"elementId", 0}}));
        same(
            "no: The inputs do not fit.\n"
            "  /providerData/ is empty; give a text\n"
            "  /providerData/code is empty; give a text",
            does<cloudelements::CreateElementInstance>(
                {{"name", "n"},
                 {"element", "e"},
                 {"providerData", Object{{"", "x"}, {"code", ""}}}}));
        CPPUNIT_ASSERT(context_.fakeHttp.sent.empty());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CreateElementInstanceTest);
