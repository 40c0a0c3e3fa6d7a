// SPDX-License-Identifier: Apache-2.0
// What the platform has and the sandbox has not: each call says so, whoever makes it.
#include "through_instance.h"

class AbsentTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(AbsentTest);
    CPPUNIT_TEST(saysWhatIsNotHere);
    CPPUNIT_TEST(saysThatAFormulaIsNoResource);
    CPPUNIT_TEST_SUITE_END();

    void absent(const std::string& method, const std::string& path, const std::string& why) const {
        const auto body = method == "GET" || method == "DELETE" ? "" : "{}";
        for (const auto& reply : {as(method, path, body), of(method, path, body)}) {
            CPPUNIT_ASSERT_EQUAL_MESSAGE(method + " " + path + reply.body, 404, reply.status);
            same(method + " /elements/api-v2" + path + " is not in the sandbox" + why,
                 reply.message());
        }
    }

    void saysWhatIsNotHere() {
        good("POST", "/instances/427902/transformations/client",
             R"({"vendorName":"accounts","fields":[]})");
        for (const std::string call : {"POST /events/sagecrm",
                                       "POST /events/sfdc",
                                       "POST /transformations/client/execute",
                                       "GET /instances/events/dispositions",
                                       "GET /instances/events/analytics",
                                       "GET /instances/events/analytics/accounts",
                                       "GET /common-resources",
                                       "GET /common-resources/client",
                                       "GET /common-resources/client/usages",
                                       "PUT /common-resources",
                                       "GET /vdrs",
                                       "GET /elements/sagecrm/docs",
                                       "GET /elements/3641/docs",
                                       "GET /docs/crm",
                                       "GET /docs/all_platform",
                                       "GET /hubs/keys",
                                       "GET /elements/keys",
                                       "POST /hubs/crm/bulk/query",
                                       "GET /hubs/crm/bulk/5/status",
                                       "GET /hubs/crm/bulk/5/errors",
                                       "GET /hubs/crm/bulk/5/accounts",
                                       "GET /hubs/crm/bulk/jobs",
                                       "GET /bulk/jobs",
                                       "POST /bulk/query",
                                       "GET /hubs/crm/accounts/43/contacts",
                                       "GET /accounts/43/contacts",
                                       "GET /accounts/43/contacts"}) {
            const auto blank = call.find(' ');
            absent(call.substr(0, blank), call.substr(blank + 1),
                   "; its README page lists what is");
        }
    }
    void saysThatAFormulaIsNoResource() {
        good("POST", "/formulas", R"({"name":"f","method":"POST","uri":"/my-formula"})");
        good("POST", "/formulas", R"({"name":"g","method":"GET","uri":"/accounts"})");
        CPPUNIT_ASSERT_EQUAL(200, of("GET", "/accounts").status);
        absent("POST", "/my-formula",
               ": a formula as a resource answers what a script of it says, and the sandbox runs "
               "no scripts");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(AbsentTest);
