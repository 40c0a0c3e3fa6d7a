// SPDX-License-Identifier: Apache-2.0
// `events` of a creation: the configuration keys that the vendor's page asks for.
#include "cloudelements/instances/create_element_instance.h"
#include "sample.h"
#include "tenon/json.h"

class EventsInputTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EventsInputTest);
    CPPUNIT_TEST(sendsWhatThePageAsksFor);
    CPPUNIT_TEST(sendsAWholeConfigurationAsItIs);
    CPPUNIT_TEST(spellsFieldsAsThePageDoes);
    CPPUNIT_TEST(refusesWhatCannotBe);
    CPPUNIT_TEST(refusesAResourceThatIsNone);
    CPPUNIT_TEST(knowsResourcesOfSageCrmAlone);
    CPPUNIT_TEST(saysNothingOfPollingThatNobodyAskedFor);
    CPPUNIT_TEST(looksEveryFifteenMinutes);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static cloudelements::Events events() {
        cloudelements::Events out;
        out.callbackUrl = "https://app.example.com/hook";
        out.refreshInterval = 15;
        out.resources = {"accounts"};
        return out;
    }
    static tenon::Value configurationSent(const cloudelements::Events& events) {
        tenon::testing::FakeContext context;
        context.fakeHttp.answer(200, R"({"id":1,"token":"t"})");
        auto in = sample::inputs();
        in.events = events;
        CPPUNIT_ASSERT(sample::call(context, in));
        return *tenon::json::read(context.fakeHttp.sent.at(0).request.body)
                    .value()
                    .find("configuration");
    }
    static std::string refused(const cloudelements::Events& events,
                               const std::map<std::string, tenon::Value>& more = {}) {
        tenon::testing::FakeContext context;
        auto in = sample::inputs();
        in.events = events;
        in.configuration = more;
        const auto error = sample::fault(sample::call(context, in));
        CPPUNIT_ASSERT(context.fakeHttp.sent.empty());
        const std::string head = "The inputs do not fit.\n  ";
        CPPUNIT_ASSERT(error.detail.starts_with(head));
        return error.detail.substr(head.size());
    }

    void sendsWhatThePageAsksFor() {
        auto asked = events();
        asked.signatureKey = tenon::Secret("s1gn");
        same(
            R"({"subdomain":"crm.example.com","username":"sage","password":"s3cret password",)"
            R"("event.notification.enabled":true,)"
            R"("event.notification.callback.url":"https://app.example.com/hook",)"
            R"("event.notification.signature.key":"s1gn","event.poller.refresh_interval":"15",)"
            R"("event.poller.configuration":{"accounts":{)"
            R"("url":"/hubs/crm/accounts?where=Comp_UpdatedDate>'${gmtDate:yyyy-MM-dd'T'HH:mm:ss'Z'}'",)"
            R"("idField":"key","datesConfiguration":{"updatedDateField":"Comp_UpdatedDate",)"
            R"("updatedDateFormat":"yyyy-MM-dd'T'HH:mm:ss'Z'","updatedDateTimezone":"GMT",)"
            R"("createdDateField":"Comp_CreatedDate","createdDateFormat":"yyyy-MM-dd'T'HH:mm:ss'Z'",)"
            R"("createdDateTimezone":"GMT"}}}})",
            tenon::json::write(configurationSent(asked)));
    }
    void sendsAWholeConfigurationAsItIs() {
        auto asked = events();
        asked.resources.clear();
        asked.configuration = tenon::Object{{"cases", tenon::Object{{"url", "/x?${gmtDate:y}"}}}};
        same(R"({"cases":{"url":"/x?${gmtDate:y}"}})",
             tenon::json::write(*configurationSent(asked).find("event.poller.configuration")));
    }
    void spellsFieldsAsThePageDoes() {
        auto asked = events();
        asked.resources = {"users", "leads", "contacts", "opportunities", "accounts"};
        const auto sent = configurationSent(asked);
        std::string all;
        for (const auto& [name, polling] : *sent.find("event.poller.configuration")->object()) {
            const auto& dates = *polling.find("datesConfiguration");
            all += name + " " + *dates.find("updatedDateField")->string() + " " +
                   *dates.find("createdDateField")->string() + "\n";
        }
        same(
            "accounts Comp_UpdatedDate Comp_CreatedDate\n"
            "contacts Pers_UpdatedDate Pers_CreatedDate\n"
            "leads Lead_UpdatedDate lead_createddate\n"
            "opportunities Oppo_UpdatedDate Oppo_CreatedDate\n"
            "users User_UpdatedDate User_CreatedDate\n",
            all);
    }
    void refusesWhatCannotBe() {
        auto asked = events();
        for (const char* url : {"app.example.com", "ftp://h/", "https://", "https://h/a b"}) {
            asked.callbackUrl = url;
            same("/events/callbackUrl is not a web address; write https://HOST/PATH",
                 refused(asked));
        }
        asked = events();
        asked.refreshInterval = 0;
        same("/events/refreshInterval is less than a minute; write whole minutes from 1",
             refused(asked));
        asked = events();
        asked.configuration = tenon::Object{{"cases", tenon::Object{}}};
        same("/events has resources and configuration; write one of them", refused(asked));
        asked.resources.clear();
        for (const tenon::Value& none : {tenon::Value("text"), tenon::Value(tenon::Object{})}) {
            asked.configuration = none;
            same("/events/configuration is no object with members; write one for each resource",
                 refused(asked));
        }
        asked.configuration = tenon::Object{{"a/b", "text"}};
        same("/events/configuration/a~1b is no object; write its url, idField and so on",
             refused(asked));
        asked.configuration = {};
        same("/events names nothing to look at; write resources", refused(asked));
        for (const char* key : {"event.notification.enabled", "event.notification.callback.url",
                                "event.notification.signature.key", "event.poller.refresh_interval",
                                "event.poller.configuration"})
            same(std::string("/configuration/") + key + " stands beside events; write one of them",
                 refused(events(), {{key, "5"}}));
    }
    // A program may give what no manifest can.
    void refusesAResourceThatIsNone() {
        auto asked = events();
        asked.resources = {"accounts", "cases"};
        auto in = sample::inputs();
        in.events = asked;
        tenon::testing::FakeContext context;
        cloudelements::CreateSageCRMInstance step;
        try {
            step.run(in, context);
            CPPUNIT_FAIL("taken");
        } catch (const tenon::StepError& e) {
            same("The inputs do not fit.\n  /events/resources/1 is no resource with events",
                 e.error().detail);
        }
    }
    static std::string refusedOf(const tenon::Object& element, const tenon::Value& events) {
        tenon::testing::FakeContext context;
        context.fakeHttp.answer(200, R"({"id":1,"token":"t"})");
        cloudelements::CreateElementInstance step;
        auto in = element;
        in.set("connection", tenon::writeFields(sample::inputs().connection));
        in.set("name", "n");
        in.set("verify", false);
        in.set("events", events);
        const auto result = static_cast<tenon::Step&>(step).run(in, context);
        if (!result) return result.error().detail;
        const auto sent = tenon::json::read(context.fakeHttp.sent.at(0).request.body).value();
        return tenon::json::write(*sent.find("configuration"));
    }
    void knowsResourcesOfSageCrmAlone() {
        const tenon::Object wanted{{"callbackUrl", "https://h/"},
                                   {"resources", tenon::Array{"users"}}};
        const std::string refused =
            "The inputs do not fit.\n"
            "  /events/resources are those of Sage CRM; write the polling configuration of this "
            "element under configuration";
        same(refused, refusedOf({{"element", "closeio"}}, wanted));
        same(refused, refusedOf({{"elementId", 7}}, wanted));
        const auto sent = refusedOf({{"element", "sagecrm"}}, wanted);
        CPPUNIT_ASSERT(sent.find("User_UpdatedDate") != sent.npos);
        same(sent, refusedOf({{"elementId", 3641}}, wanted));
    }
    // Other elements may tell of changes by themselves.
    void saysNothingOfPollingThatNobodyAskedFor() {
        same(
            R"({"event.notification.enabled":true,"event.notification.callback.url":"https://h/"})",
            refusedOf({{"element", "sfdc"}}, tenon::Object{{"callbackUrl", "https://h/"}}));
        same(R"({"event.notification.enabled":true,"event.notification.callback.url":"https://h/",)"
             R"("event.poller.refresh_interval":"5"})",
             refusedOf({{"element", "sfdc"}},
                       tenon::Object{{"callbackUrl", "https://h/"}, {"refreshInterval", 5}}));
    }
    void looksEveryFifteenMinutes() {
        auto asked = events();
        asked.refreshInterval.reset();
        same("15", *configurationSent(asked).find("event.poller.refresh_interval")->string());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EventsInputTest);
