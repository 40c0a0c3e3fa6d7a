// SPDX-License-Identifier: Apache-2.0
// Elements other than Sage CRM, and the parts of an instance one by one.
#include "through_instance.h"

class CatalogueTest : public support::ThroughInstance {
    CPPUNIT_TEST_SUITE(CatalogueTest);
    CPPUNIT_TEST(wantsACodeOfOAuthElements);
    CPPUNIT_TEST(makesEveryElement);
    CPPUNIT_TEST(keepsElementsApart);
    CPPUNIT_TEST(namesObjectsWhereItIsAsked);
    CPPUNIT_TEST(showsAndChangesTheConfiguration);
    CPPUNIT_TEST(masksEverySecret);
    CPPUNIT_TEST(actsOnTheInstanceOfTheToken);
    CPPUNIT_TEST_SUITE_END();

    static std::string body(const std::string& element, const std::string& configuration,
                            const std::string& more = "") {
        return R"({"element":{"key":")" + element + R"("},"name":"n","configuration":{)" +
               configuration + "}" + more + "}";
    }

    void wantsACodeOfOAuthElements() {
        for (const std::string element : {"sfdc", "hubspot"}) {
            for (const char* more : {"", R"(,"providerData":{})", R"(,"providerData":{"code":""})",
                                     R"(,"providerData":null)"})
                refused(400,
                        "You must provide an OAuth code in order to create an instance of this "
                        "element",
                        "POST", "/instances", body(element, "", more));
            const auto made =
                good("POST", "/instances",
                     body(element, "", R"(,"providerData":{"code":"only-the-platform-knows-it"})"));
            CPPUNIT_ASSERT(made.find("only-the-platform-knows-it") == std::string::npos);
        }
        refused(400, "The following required configuration entries are missing: username", "POST",
                "/instances", body("closeio", ""));
    }
    void makesEveryElement() {
        const std::tuple<std::string, std::string, std::string> elements[] = {
            {"sfdc", "Id", "23"}, {"hubspot", "id", "49"}, {"closeio", "id", "2756"}};
        for (const auto& [key, id, number] : elements) {
            const auto made =
                as("POST", "/elements/" + number + "/instances",
                   R"({"name":"n","configuration":{"username":"u"},"providerData":{"code":"c"}})")
                    .json();
            same(key, *made.find("element")->find("key")->string());
            const auto& token = *made.find("token")->string();
            same(key, *platform_->through(token, "GET", "/ping").json().find("endpoint")->string());
            same("1000", *platform_->through(token, "POST", "/accounts", R"({"Name":"A"})")
                              .json()
                              .find(id)
                              ->string());
            same("1",
                 platform_->through(token, "GET", "/contacts?where=nothing%20IS%20NULL").status ==
                         400
                     ? "1"
                     : "");
            CPPUNIT_ASSERT_EQUAL(404, platform_->through(token, "GET", "/leads").status);
            same("1", as("GET", "/elements/" + key + "/instances").header("Elements-Total-Count"));
        }
    }
    void keepsElementsApart() {
        refused(404, "No element instance found with ID 427902", "GET",
                "/elements/closeio/instances/427902");
        good("GET", "/elements/sagecrm/instances/427902");
        same("[]", good("GET", "/elements/closeio/instances"));
    }
    void namesObjectsWhereItIsAsked() {
        const auto made =
            as("POST", "/instances",
               support::newInstance("n", R"(,"retrieveObjectsAfterInstantiation":true)"))
                .json();
        same(R"(["accounts","contacts","leads","opportunities","users"])",
             tenon::json::write(*made.find("objects")));
    }
    void showsAndChangesTheConfiguration() {
        const std::string path = "/instances/427902/configuration";
        const auto all = tenon::json::read(good("GET", path)).value();
        CPPUNIT_ASSERT_EQUAL(std::size_t{3}, all.array()->size());
        same(R"({"id":3,"key":"password","name":"password","description":"",)"
             R"("propertyValue":"********","required":true,"type":"PASSWORD","active":true,)"
             R"("hideFromConsole":false})",
             tenon::json::write(all.array()->back()));
        same(good("GET", path + "/1"), tenon::json::write(all.array()->front()));
        good("PATCH", path + "/1", R"({"propertyValue":"elsewhere"})");
        same("elsewhere", *as("GET", "/instances/427902")
                               .json()
                               .find("configuration")
                               ->find("subdomain")
                               ->string());
        refused(400, "The field 'propertyValue' is required", "PATCH", path + "/1", "{}");
        for (const std::string id : {"0", "4", "-1"})
            refused(404, "No configuration found with ID " + id, "GET", path + "/" + id);
        refused(400, "The configuration ID is not valid", "GET", path + "/x");
    }
    void masksEverySecret() {
        const auto made =
            good("POST", "/instances",
                 body("sfdc",
                      R"("oauth.user.token":"t0ken","oauth.api.secret":"s3cret","password":"p4ss",)"
                      R"("event.notification.signature.key":"k3y","oauth.api.key":"shown")",
                      R"(,"providerData":{"code":"c"})"));
        for (const char* secret : {"t0ken", "s3cret", "p4ss", "k3y"})
            for (const auto& text :
                 {made, good("GET", "/instances/427903"), good("GET", "/instances"),
                  good("GET", "/instances/427903/configuration")})
                CPPUNIT_ASSERT_MESSAGE(text, text.find(secret) == std::string::npos);
        CPPUNIT_ASSERT(made.find("shown") != std::string::npos);
    }
    void actsOnTheInstanceOfTheToken() {
        good("POST", "/instances", support::newInstance("other"));
        CPPUNIT_ASSERT_EQUAL(200, of("PATCH", "/instances", R"({"name":"mine"})").status);
        CPPUNIT_ASSERT_EQUAL(200, of("DELETE", "/instances/enabled").status);
        CPPUNIT_ASSERT_EQUAL(200, of("PUT", "/instances/trace-logging").status);
        const auto mine = as("GET", "/instances/427902").json();
        same("mine", *mine.find("name")->string());
        CPPUNIT_ASSERT(*mine.find("disabled")->boolean());
        CPPUNIT_ASSERT(*mine.find("traceLoggingEnabled")->boolean());
        same("other", *as("GET", "/instances/427903").json().find("name")->string());
        CPPUNIT_ASSERT_EQUAL(200, of("DELETE", "/instances").status);
        CPPUNIT_ASSERT_EQUAL(401, of("GET", "/instances/configuration").status);
        CPPUNIT_ASSERT_EQUAL(1, platform_->count());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CatalogueTest);
