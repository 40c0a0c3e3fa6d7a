// SPDX-License-Identifier: Apache-2.0
// The plugins that come with Tenon, read and not loaded: what they say of themselves is a promise.
#include <cppunit/extensions/HelperMacros.h>

#include <fstream>
#include <sstream>

#include "catalog/catalog.h"
#include "catalog/descriptor.h"
#include "tenon/json.h"

namespace json = tenon::json;

namespace {

const std::string kCloudElements = TENON_CLOUDELEMENTS;
const std::string kSandbox = TENON_CLOUDELEMENTS_SANDBOX;

const std::string kInputs =
    R"({"type":"object","properties":{"connection":{"type":"object","properties":{)"
    R"("baseUrl":{"type":"string","description":)"
    R"("Root of the platform API, such as https://HOST/elements/api-v2"},)"
    R"("user":{"type":"string","writeOnly":true,"description":"User secret"},)"
    R"("organization":{"type":"string","writeOnly":true,"description":"Organization secret"}},)"
    R"("required":["baseUrl","user","organization"],"additionalProperties":false,)"
    R"("description":"The platform to make the instance on"},)"
    R"("name":{"type":"string","description":"Name of the new instance"},)"
    R"("subdomain":{"type":"string","description":)"
    R"("Host of the Sage CRM server, without scheme and path, such as crm.example.com"},)"
    R"("username":{"type":"string","description":"User of Sage CRM"},)"
    R"("password":{"type":"string","writeOnly":true,"description":"Password of that user"},)"
    R"("tags":{"type":"array","items":{"type":"string"},"description":"Tags of the new instance"},)"
    R"("configuration":{"type":"object","additionalProperties":{},"description":)"
    R"("Further configuration keys of the element, such as event.poller.refresh_interval"}},)"
    R"("required":["connection","name","subdomain","username","password"],)"
    R"("additionalProperties":false})";
const std::string kOutputs =
    R"({"type":"object","properties":{)"
    R"("id":{"type":"integer","description":)"
    R"("Number of the instance: binds it in formulas and further calls"},)"
    R"("token":{"type":"string","writeOnly":true,"description":)"
    R"("Element token: authorizes requests through the instance"},)"
    R"("name":{"type":"string","description":"Name as the platform keeps it"},)"
    R"("elementId":{"type":"integer","description":"Number of the element on the platform"},)"
    R"("createdDate":{"type":"string","description":"Creation time, ISO 8601 in UTC"},)"
    R"("valid":{"type":"boolean","description":"Whether the platform calls the instance valid"},)"
    R"("disabled":{"type":"boolean","description":"Whether the instance is switched off"},)"
    R"("tags":{"type":"array","items":{"type":"string"},)"
    R"("description":"Tags as the platform keeps them"},)"
    R"("configuration":{"type":"object","additionalProperties":{},"description":)"
    R"("Configuration as the platform returned it, passwords masked by it"}},)"
    R"("required":["id","token","name"],"additionalProperties":false})";

}  // namespace

class RealPluginTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RealPluginTest);
    CPPUNIT_TEST(describesItsStep);
    CPPUNIT_TEST(describesItsSandbox);
    CPPUNIT_TEST(isLoadedOnlyWhenNeeded);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string descriptor(const std::string& file) {
        return json::write(tenon::catalog::readDescriptor(file).value());
    }
    static bool isMapped(const std::string& file) {
        std::ostringstream maps;
        maps << std::ifstream("/proc/self/maps").rdbuf();
        return maps.str().find(file) != std::string::npos;
    }

    void describesItsStep() {
        same(R"({"name":"cloudelements","version":"1.0.0","steps":[)"
             R"({"name":"CreateSageCRMInstance","version":"1.0.0",)"
             R"("summary":"Creates a Sage CRM connector instance and gives its id and token.",)"
             R"("inputs":)" +
                 kInputs + R"(,"outputs":)" + kOutputs + "}]}",
             descriptor(kCloudElements));
    }
    void describesItsSandbox() {
        same(R"({"name":"cloudelements-sandbox","version":"1.0.0","sandboxes":[)"
             R"({"name":"cloudelements","version":"1.0.0",)"
             R"("summary":"A local double of the Cloud Elements platform."}]})",
             descriptor(kSandbox));
    }
    void isLoadedOnlyWhenNeeded() {
        const std::string plugins = kCloudElements.substr(0, kCloudElements.rfind('/'));
        tenon::catalog::Catalog catalog({plugins});
        const auto* step = catalog.find("CreateSageCRMInstance");
        same(kInputs, json::write(step->inputs));
        same(kOutputs, json::write(step->outputs));
        CPPUNIT_ASSERT(!isMapped(kCloudElements));
        CPPUNIT_ASSERT(!isMapped(kSandbox));
        CPPUNIT_ASSERT(!catalog.ready(*step));
        CPPUNIT_ASSERT(isMapped(kCloudElements));
        CPPUNIT_ASSERT(!isMapped(kSandbox));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, catalog.sandboxes().size());
        CPPUNIT_ASSERT(catalog.sandbox(catalog.sandboxes().at(0)).ok());
        CPPUNIT_ASSERT(isMapped(kSandbox));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RealPluginTest);
