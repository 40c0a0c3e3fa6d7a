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

const std::string
    kInputs = R"({"type":"object","properties":{"connection":{"type":"object","properties":{)"
              R"("baseUrl":{"type":"string","description":"Root of the platform API, such as)"
              R"( https://HOST/elements/api-v2"},"user":{"type":"string","writeOnly":true,"d)"
              R"(escription":"User secret"},"organization":{"type":"string","writeOnly":true)"
              R"(,"description":"Organization secret"}},"required":["baseUrl","user","organi)"
              R"(zation"],"additionalProperties":false,"description":"The platform, and who )"
              R"(asks","x-secret":"cloudElements"},"name":{"type":"string","description":"Na)"
              R"(me of the new instance"},"subdomain":{"type":"string","description":"Host o)"
              R"(f the Sage CRM server, without scheme and path, such as crm.example.com"},")"
              R"(username":{"type":"string","description":"User of Sage CRM"},"password":{"t)"
              R"(ype":"string","writeOnly":true,"description":"Password of that user"},"tags)"
              R"(":{"type":"array","items":{"type":"string"},"description":"Tags of the new )"
              R"(instance"},"configuration":{"type":"object","additionalProperties":{},"desc)"
              R"(ription":"Further configuration keys of the element, such as pagination.max)"
              R"("},"events":{"type":"object","properties":{"callbackUrl":{"type":"string",")"
              R"(description":"Where the platform posts events"},"refreshInterval":{"type":")"
              R"(integer","description":"How often it looks (15 with resources or configurat)"
              R"(ion)",
    "x-unit" : "minutes"
}  // namespace
, "signatureKey" : {"type":"string","writeOnly":true,)"
    R"("description":"Key of the signature that comes with each event"},"resources)"
    R"(":{"type":"array","items":{"type":"string","enum":["accounts","contacts","l)"
    R"(eads","opportunities","users"]},"description":"What it looks at, of Sage CR)"
    R"(M"},"configuration":{"description":"The whole polling configuration instead)"
    R"( of resources","x-document":true}},"required":["callbackUrl"],"additionalPr)"
    R"(operties":false,"description":"Events to be told of; none if it is left out)"
    R"("}},"required":["connection","name","subdomain","username","password"],"add)"
    R"(itionalProperties":false})";
    const std::string kOutputs =
        R"({"type":"object","properties":{"id":{"type":"integer","description":"Number)"
        R"( of the instance: binds it in formulas and further calls"},"token":{"type":)"
        R"("string","writeOnly":true,"description":"Element token: authorizes requests)"
        R"( through the instance"},"name":{"type":"string","description":"Name as the )"
        R"(platform keeps it"},"elementKey":{"type":"string","description":"Key of the)"
        R"( element"},"elementId":{"type":"integer","description":"Number of the eleme)"
        R"(nt on the platform"},"createdDate":{"type":"string","description":"Creation)"
        R"( time, ISO 8601 in UTC"},"valid":{"type":"boolean","description":"Whether t)"
        R"(he platform calls the instance valid"},"disabled":{"type":"boolean","descri)"
        R"(ption":"Whether the instance is switched off"},"tags":{"type":"array","item)"
        R"(s":{"type":"string"},"description":"Tags as the platform keeps them"},"conf)"
        R"(iguration":{"type":"object","additionalProperties":{},"description":"Config)"
        R"(uration as the platform returned it, passwords masked by it"}},"required":[)"
        R"("id","token","name"],"additionalProperties":false})";

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
        const std::string begin =
            R"({"name":"cloudelements","version":"1.0.0","steps":[)"
            R"({"name":"CreateSageCRMInstance","version":"1.0.0",)"
            R"("summary":"Creates a Sage CRM connector instance and gives its id and token.",)"
            R"("inputs":)" +
            kInputs + R"(,"outputs":)" + kOutputs + "},";
        same(begin, descriptor(kCloudElements).substr(0, begin.size()));
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
