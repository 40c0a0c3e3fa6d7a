// SPDX-License-Identifier: Apache-2.0
// The plugins that come with Tenon, read and not loaded: what they say of themselves is a promise.
#include <cppunit/extensions/HelperMacros.h>

#include <fstream>
#include <sstream>

#include "catalog/catalog.h"
#include "catalog/descriptor.h"
#include "sizes.h"
#include "tenon/json.h"

namespace json = tenon::json;

namespace {

const std::string kCloudElements = TENON_CLOUDELEMENTS;
const std::string kSandbox = TENON_CLOUDELEMENTS_SANDBOX;

const std::string kInputs =
    R"j({"type":"object","properties":{"connection":{"type":"object","properti)j"
    R"j(es":{"baseUrl":{"type":"string","description":"Root of the platform AP)j"
    R"j(I, such as https://HOST/elements/api-v2"},"user":{"type":"string","wri)j"
    R"j(teOnly":true,"description":"User secret"},"organization":{"type":"stri)j"
    R"j(ng","writeOnly":true,"description":"Organization secret"}},"required":)j"
    R"j(["baseUrl","user","organization"],"additionalProperties":false,"descri)j"
    R"j(ption":"The platform, and who asks","x-secret":"cloudElements"},"name")j"
    R"j(:{"type":"string","description":"Name of the new instance"},"subdomain)j"
    R"j(":{"type":"string","description":"Host of the Sage CRM server, without)j"
    R"j( scheme and path, such as crm.example.com"},"username":{"type":"string)j"
    R"j(","description":"User of Sage CRM"},"password":{"type":"string","write)j"
    R"j(Only":true,"description":"Password of that user"},"tags":{"type":"arra)j"
    R"j(y","items":{"type":"string"},"description":"Tags of the new instance"})j"
    R"j(,"configuration":{"type":"object","additionalProperties":{},"descripti)j"
    R"j(on":"Further configuration keys of the element, such as pagination.max)j"
    R"j("},"events":{"type":"object","properties":{"callbackUrl":{"type":"stri)j"
    R"j(ng","description":"Where the platform posts events"},"refreshInterval")j"
    R"j(:{"type":"integer","description":"How often it looks (15 with resource)j"
    R"j(s or configuration)","x-unit":"minutes"},"signatureKey":{"type":"strin)j"
    R"j(g","writeOnly":true,"description":"Key of the signature that comes wit)j"
    R"j(h each event"},"resources":{"type":"array","items":{"type":"string","e)j"
    R"j(num":["accounts","contacts","leads","opportunities","users"]},"descrip)j"
    R"j(tion":"What it looks at, of Sage CRM"},"configuration":{"description":)j"
    R"j("The whole polling configuration instead of resources","x-document":tr)j"
    R"j(ue}},"required":["callbackUrl"],"additionalProperties":false,"descript)j"
    R"j(ion":"Events to be told of; none if it is left out"}},"required":["con)j"
    R"j(nection","name","subdomain","username","password"],"additionalProperti)j"
    R"j(es":false})j";
const std::string kOutputs =
    R"j({"type":"object","properties":{"id":{"type":"integer","description":"N)j"
    R"j(umber of the instance: binds it in formulas and further calls"},"token)j"
    R"j(":{"type":"string","writeOnly":true,"description":"Element token: auth)j"
    R"j(orizes requests through the instance"},"name":{"type":"string","descri)j"
    R"j(ption":"Name as the platform keeps it"},"elementKey":{"type":"string",)j"
    R"j("description":"Key of the element"},"elementId":{"type":"integer","des)j"
    R"j(cription":"Number of the element on the platform"},"createdDate":{"typ)j"
    R"j(e":"string","description":"Creation time, ISO 8601 in UTC"},"valid":{")j"
    R"j(type":"boolean","description":"Whether the platform calls the instance)j"
    R"j( valid"},"disabled":{"type":"boolean","description":"Whether the insta)j"
    R"j(nce is switched off"},"tags":{"type":"array","items":{"type":"string"})j"
    R"j(,"description":"Tags as the platform keeps them"},"configuration":{"ty)j"
    R"j(pe":"object","additionalProperties":{},"description":"Configuration as)j"
    R"j( the platform returned it, passwords masked by it"}},"required":["id",)j"
    R"j("token","name"],"additionalProperties":false})j";

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
             R"("summary":"A local double of the Cloud Elements platform."}],)" +
                 sizes() + "}",
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
