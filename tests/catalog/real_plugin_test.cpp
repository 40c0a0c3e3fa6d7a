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
    R"j({"type":"object","properties":{"connection":{"type":"object","prop)j"
    R"j(erties":{"baseUrl":{"type":"string","description":"Root of the pla)j"
    R"j(tform API, such as https://HOST/elements/api-v2"},"user":{"type":")j"
    R"j(string","writeOnly":true,"description":"User secret"},"organizatio)j"
    R"j(n":{"type":"string","writeOnly":true,"description":"Organization s)j"
    R"j(ecret"}},"required":["baseUrl","user","organization"],"additionalP)j"
    R"j(roperties":false,"description":"The platform, and who asks","x-sec)j"
    R"j(ret":"cloudElements"},"name":{"type":"string","description":"Name )j"
    R"j(of the new instance"},"subdomain":{"type":"string","description":")j"
    R"j(Host of the Sage CRM server, without scheme and path, such as crm.)j"
    R"j(example.com"},"username":{"type":"string","description":"User of S)j"
    R"j(age CRM"},"password":{"type":"string","writeOnly":true,"descriptio)j"
    R"j(n":"Password of that user"},"tags":{"type":"array","items":{"type")j"
    R"j(:"string"},"description":"Tags of the new instance"},"configuratio)j"
    R"j(n":{"type":"object","additionalProperties":{},"description":"Furth)j"
    R"j(er configuration keys of the element, such as pagination.max"},"ev)j"
    R"j(ents":{"type":"object","properties":{"callbackUrl":{"type":"string)j"
    R"j(","description":"Where the platform posts events"},"refreshInterva)j"
    R"j(l":{"type":"integer","description":"How often it looks (15 with re)j"
    R"j(sources or configuration)","x-unit":"minutes"},"signatureKey":{"ty)j"
    R"j(pe":"string","writeOnly":true,"description":"Key of the signature )j"
    R"j(that comes with each event"},"resources":{"type":"array","items":{)j"
    R"j("type":"string","enum":["accounts","contacts","leads","opportuniti)j"
    R"j(es","users"]},"description":"What it looks at, of Sage CRM"},"conf)j"
    R"j(iguration":{"description":"The whole polling configuration instead)j"
    R"j( of resources","x-document":true}},"required":["callbackUrl"],"add)j"
    R"j(itionalProperties":false,"description":"Events to be told of; none)j"
    R"j( if it is left out"},"adopt":{"type":"string","enum":["never","own)j"
    R"j(","byName"],"description":"What is taken instead of a new instance)j"
    R"j(: one that an earlier attempt of this task made (own), also the on)j"
    R"j(e of this name and element (byName), none (never)","default":"own")j"
    R"j(},"lookFor":{"type":"integer","description":"How long it looks for)j"
    R"j( what it made where the outcome of the creation is unknown (0: thr)j"
    R"j(ee times at once)","default":90,"x-unit":"seconds"},"verify":{"typ)j"
    R"j(e":"boolean","description":"Whether the provider is asked for a si)j"
    R"j(gn of life through the instance","default":true},"onInvalid":{"typ)j"
    R"j(e":"string","enum":["keep","delete"],"description":"What becomes o)j"
    R"j(f an instance whose credentials the provider refuses","default":"k)j"
    R"j(eep"}},"required":["connection","name","subdomain","username","pas)j"
    R"j(sword"],"additionalProperties":false})j";
const std::string kOutputs =
    R"j({"type":"object","properties":{"id":{"type":"integer","description)j"
    R"j(":"Number of the instance: binds it in formulas and further calls")j"
    R"j(},"token":{"type":"string","writeOnly":true,"description":"Element)j"
    R"j( token: authorizes requests through the instance"},"name":{"type":)j"
    R"j("string","description":"Name as the platform keeps it"},"elementKe)j"
    R"j(y":{"type":"string","description":"Key of the element"},"elementId)j"
    R"j(":{"type":"integer","description":"Number of the element on the pl)j"
    R"j(atform"},"createdDate":{"type":"string","description":"Creation ti)j"
    R"j(me, ISO 8601 in UTC"},"valid":{"type":"boolean","description":"Whe)j"
    R"j(ther the platform calls the instance valid"},"disabled":{"type":"b)j"
    R"j(oolean","description":"Whether the instance is switched off"},"tag)j"
    R"j(s":{"type":"array","items":{"type":"string"},"description":"Tags a)j"
    R"j(s the platform keeps them"},"configuration":{"type":"object","addi)j"
    R"j(tionalProperties":{},"description":"Configuration as the platform )j"
    R"j(returned it, passwords masked by it"},"origin":{"type":"string","e)j"
    R"j(num":["created","adopted"],"description":"Whether it was made now,)j"
    R"j( or found and taken"},"verified":{"type":"boolean","description":")j"
    R"j(Whether the provider gave a sign of life through it"},"verifiedAt")j"
    R"j(:{"type":"string","description":"When, as the provider's answer sa)j"
    R"j(ys"}},"required":["id","token","name","origin","verified"],"additi)j"
    R"j(onalProperties":false})j";

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
            kInputs + R"(,"outputs":)" + kOutputs + R"(,"once":true},)";
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
