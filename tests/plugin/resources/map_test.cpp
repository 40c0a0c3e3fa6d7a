// SPDX-License-Identifier: Apache-2.0
// The mapping of an instance: made, compared, replaced, read and deleted.
#include "cloudelements/resources/map_virtual_data_resource.h"

#include "cloudelements/resources/delete_transformation.h"
#include "cloudelements/resources/get_transformation.h"
#include "conversation.h"
#include "tenon/json.h"

using cloudelements::DeleteTransformation;
using cloudelements::GetTransformation;
using cloudelements::MapVirtualDataResource;
using namespace conversation;
using tenon::testing::FakeContext;

class MapTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(MapTest);
    CPPUNIT_TEST(sendsTheWholeMapping);
    CPPUNIT_TEST(sendsAScriptInEitherForm);
    CPPUNIT_TEST(leavesTheSameAsItIs);
    CPPUNIT_TEST(replacesAnother);
    CPPUNIT_TEST(refusesBadInputs);
    CPPUNIT_TEST(readsAMapping);
    CPPUNIT_TEST(readsWhatIsMissingAsEmpty);
    CPPUNIT_TEST(deletesWhatIsThereAndWhatIsNot);
    CPPUNIT_TEST_SUITE_END();

    inline static const std::string kPath = "/instances/427902/transformations/contacts";
    inline static const std::string kBody =
        R"({"level":"instance","vendorName":"company","fields":[{"path":"id","type":"string",)"
        R"("vendorPath":"key","vendorType":"string"},{"path":"city","vendorPath":"Address[0].city"}],)"
        R"("configuration":[{"type":"passThrough","properties":{"fromVendor":false,)"
        R"("toVendor":true}}],"isLegacy":false,"script":{"body":"done = a"}})";

    static MapVirtualDataResource::Inputs inputs() {
        MapVirtualDataResource::Inputs in;
        in.instanceId = 427902;
        in.name = "contacts";
        in.vendorName = "company";
        in.mapped.resize(2);
        in.mapped[0].path = "id";
        in.mapped[0].type = in.mapped[0].vendorType = "string";
        in.mapped[0].vendorPath = "key";
        in.mapped[1].path = "city";
        in.mapped[1].vendorPath = "Address[0].city";
        in.configuration = {{"passThrough", {{"fromVendor", false}, {"toVendor", true}}}};
        in.script = "done = a";
        return in;
    }
    static std::string script(const tenon::Value& script) {
        FakeContext context;
        context.fakeHttp.answer(404, "");
        context.fakeHttp.answer(200, "{}");
        auto in = inputs();
        in.script = script;
        good<MapVirtualDataResource>(context, in);
        const auto body = tenon::json::read(context.fakeHttp.sent[1].request.body).value();
        return body.find("script") ? tenon::json::write(*body.find("script")) : "none";
    }

    void sendsTheWholeMapping() {
        FakeContext context;
        context.fakeHttp.answer(404, "");
        context.fakeHttp.answer(200, "{}");
        same(R"({"instanceId":427902,"name":"contacts","outcome":"created"})",
             tenon::json::write(
                 tenon::writeFields(good<MapVirtualDataResource>(context, inputs()))));
        same("GET " + kPath + "\nPOST " + kPath + " " + kBody + "\n", said(context));
    }
    void sendsAScriptInEitherForm() {
        same("none", script(nullptr));
        same(R"({"body":"a ${b}\n"})", script("a ${b}\n"));
        same(R"({"body":"a","mimeType":"application/javascript"})",
             script(tenon::Object{{"body", "a"}, {"mimeType", "application/javascript"}}));
    }
    static std::string again(const std::string& there,
                             const MapVirtualDataResource::Inputs& in = inputs()) {
        FakeContext context;
        context.fakeHttp.answer(200, there);
        context.fakeHttp.answer(200, "");
        return good<MapVirtualDataResource>(context, in).outcome;
    }
    void leavesTheSameAsItIs() {
        same("unchanged", again(kBody));
        same("unchanged",
             again(R"({"objectName":"contacts","vendorName":"company","isLegacy":null,"fields":[)"
                   R"({"path":"city","vendorPath":"Address[0].city","type":null,"level":"x"},)"
                   R"({"vendorPath":"key","vendorType":"string","path":"id","type":"string"}],)"
                   R"("configuration":[{"id":1,"type":"passThrough","properties":{"toVendor":true,)"
                   R"("fromVendor":false}}],"script":{"body":"done = a","mimeType":"x"}})"));
        auto in = inputs();
        in.configuration.clear();
        in.script = nullptr;
        in.mapped.clear();
        same("unchanged", again(R"({"vendorName":"company"})", in));
        same("unchanged",
             again(R"({"vendorName":"company","configuration":null,"fields":[],"script":null})",
                   in));
    }
    void replacesAnother() {
        const auto changed = [](const std::string& from, const std::string& to) {
            auto there = kBody;
            there.replace(there.find(from), from.size(), to);
            return again(there);
        };
        same("replaced", changed(R"("company")", R"("person")"));
        same("replaced", changed(R"("key")", R"("id")"));
        same("replaced", changed(R"("type":"string")", R"("type":"number")"));
        same("replaced", changed(R"("vendorType":"string")", R"("vendorType":null)"));
        same("replaced", changed(R"("fromVendor":false)", R"("fromVendor":true)"));
        same("replaced", changed("passThrough", "inherit"));
        same("replaced", changed("done = a", "done = b"));
        same("replaced", changed(R"(,"script":{"body":"done = a"})", ""));
        same("replaced", again("[]"));
        same("replaced", changed(R"("path":"city",)", R"("path":"city","type":"date",)"));
        same("replaced", changed(R"("fromVendor":false,)", ""));
        same("replaced", changed(R"("toVendor":true)", R"("toVendor":true,"x":1)"));
        auto twice = inputs();
        twice.configuration = {{"inherit", {}}, {"inherit", {}}};
        const auto pair = [](const char* type) {
            auto there = kBody;
            const auto from = there.find(R"([{"type":"passThrough")");
            there.replace(
                from, there.find(']', from) + 1 - from,
                std::string(R"([{"type":"inherit"},{"properties":{},"type":")") + type + "\"}]");
            return there;
        };
        same("unchanged", again(pair("inherit"), twice));
        same("replaced", again(pair("remove"), twice));
        auto in = inputs();
        in.script = nullptr;
        same("replaced", again(kBody, in));
        in = inputs();
        in.configuration.clear();
        same("replaced", again(kBody, in));
    }
    void refusesBadInputs() {
        const std::string before = "The inputs do not fit.\n  ";
        MapVirtualDataResource::Inputs empty;
        same(before +
                 "/instanceId is 0; wanted a number from 1 on\n  /name is empty; give a text\n"
                 "  /vendorName is empty; give a text",
             refused<MapVirtualDataResource>(empty));
        auto in = inputs();
        in.mapped[0].vendorPath = "";
        in.mapped[1].path = "id";
        in.script = 5;
        same(before +
                 "/fields/0/vendorPath is empty; give a text\n  /fields/1/path is the path of "
                 "a field before it; leave one of them out\n  /script is an integer; wanted "
                 "the text of the script, or {body: TEXT}",
             refused<MapVirtualDataResource>(in));
        in = inputs();
        in.script = tenon::Object{{"text", "a"}};
        same(before +
                 "/script is an object without a text in body; wanted the text of the script, "
                 "or {body: TEXT}",
             refused<MapVirtualDataResource>(in));
        in.script = " \n";
        same(before + "/script is empty; leave it out", refused<MapVirtualDataResource>(in));
        in = inputs();
        in.configuration[0].type = "passthrough";
        in.mapped[0].type = "text";
        in.mapped[0].vendorType = "int";
        const std::string types = "; wanted one of string, number, boolean, date\n  ";
        same(before + "/fields/0/type is \"text\"" + types + "/fields/0/vendorType is \"int\"" +
                 types +
                 "/configuration/0/type is \"passthrough\"; wanted one of passThrough, inherit, "
                 "addToDocumentation, remove",
             refused<MapVirtualDataResource>(in));
    }
    static GetTransformation::Inputs asked() {
        GetTransformation::Inputs in;
        in.instanceId = 427902;
        in.name = "contacts";
        return in;
    }
    static std::string read(const std::string& answer) {
        FakeContext context;
        context.fakeHttp.answer(200, answer);
        const auto out = good<GetTransformation>(context, asked());
        same("GET " + kPath + "\n", said(context));
        return tenon::json::write(tenon::writeFields(out));
    }
    void readsAMapping() {
        same(R"({"vendorName":"company","fields":[{"path":"id","type":"string","vendorPath":"key",)"
             R"("vendorType":"string"},{"path":"city","type":null,"vendorPath":"Address[0].city",)"
             R"("vendorType":null}],"configuration":[{"type":"passThrough","properties":{)"
             R"("fromVendor":false,"toVendor":true}}],"level":"instance","script":"done = a"})",
             read(kBody));
        FakeContext context;
        context.fakeHttp.answer(404, R"({"message":"No transformation found"})");
        CPPUNIT_ASSERT_EQUAL(404, bad<GetTransformation>(context, asked()).status);
    }
    void readsWhatIsMissingAsEmpty() {
        same(R"({"vendorName":"a","fields":[{"path":"b","type":"other","vendorPath":"",)"
             R"("vendorType":null}],"configuration":[],"level":null,"script":null})",
             read(R"({"vendorName":"a","fields":[{"path":"b","type":"other"}],"script":{}})"));
    }
    void deletesWhatIsThereAndWhatIsNot() {
        DeleteTransformation::Inputs in;
        in.instanceId = 427902;
        in.name = "contacts";
        for (const int status : {200, 404}) {
            FakeContext context;
            context.fakeHttp.answer(status, "");
            CPPUNIT_ASSERT_EQUAL(status == 200, good<DeleteTransformation>(context, in).existed);
            same("DELETE " + kPath + "\n", said(context));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(MapTest);
