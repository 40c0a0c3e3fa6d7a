// SPDX-License-Identifier: Apache-2.0
// The calls of a whole onboarding, each dropped before and after it acts, and answered by an error:
// what is left behind can be counted, and is what the calls that acted made.
#include <Poco/Net/NetException.h>
#include <cppunit/extensions/HelperMacros.h>

#include "running_sandbox.h"
#include "tenon/json.h"

using support::Call;
using support::RunningSandbox;

namespace {

struct Part {
    Call call;
    std::string counted;  // what it makes one more of, in the counts; empty: nothing
};

std::vector<Part> onboarding() {
    const auto post = [](const std::string& path, const std::string& body) {
        return Call{.method = "POST", .path = path, .body = body};
    };
    return {{post("/instances", support::newInstance()), "instances"},
            {{.path = "/hubs/crm/ping"}, ""},
            {post("/hubs/crm/leads", "{}"), "leads"},
            {post("/instances/427902/objects/n/definitions", R"({"fields":[]})"), "definitions"},
            {post("/instances/427902/transformations/n", R"({"vendorName":"accounts"})"),
             "transformations"},
            {{.path = "/instances/427902/docs"}, ""},
            {post("/formulas", R"({"name":"f"})"), "formulas"},
            {post("/formulas/1001/instances", R"({"name":"i"})"), "formulaInstances"},
            {post("/formulas/1001/instances/2001/executions", "{}"), "executions"},
            {post("/events/sagecrmPolling/NDI3OTAy",
                  R"({"events":[{"objectId":"43","eventType":"CREATED"}]})"),
             "events"}};
}

std::int64_t countOf(const RunningSandbox& platform, const std::string& what) {
    const auto all = platform.counts();
    const auto* found = all.find(what);
    if (!found) found = all.find("records")->find(what);
    return found ? *found->integer() : 0;
}

}  // namespace

class OnboardingTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OnboardingTest);
    CPPUNIT_TEST(countsWhatEachCallLeftBehind);
    CPPUNIT_TEST(misbehavesAtEveryCall);
    CPPUNIT_TEST(namesWhatThereIs);
    CPPUNIT_TEST_SUITE_END();

    // The call, with the token of the one instance if there is one.
    static int send(const RunningSandbox& platform, Call call) {
        const auto all = platform.call({.path = "/instances"});
        std::string header =
            "User " + platform.user() + ", Organization " + platform.organization();
        const auto instances = all.json();
        if (all.status == 200 && !instances.array()->empty())
            header += ", Element " + *instances.array()->front().find("token")->string();
        call.headers["Authorization"] = header;
        try {
            return platform.call(call).status;
        } catch (const Poco::Exception&) {
            return 0;
        }
    }

    void countsWhatEachCallLeftBehind() {
        const RunningSandbox platform;
        for (const auto& [call, counted] : onboarding()) {
            const auto before = countOf(platform, counted);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(call.path, 200, send(platform, call));
            if (counted.empty()) continue;
            // The system comes with the first instance, and with a lead in it.
            CPPUNIT_ASSERT_EQUAL_MESSAGE(counted, before + 1, countOf(platform, counted));
        }
    }
    void misbehavesAtEveryCall() {
        const auto parts = onboarding();
        const std::tuple<std::string, int, bool> ways[] = {
            {R"("drop":"before")", 0, false},
            {R"("drop":"after")", 0, true},
            {R"("drop":"after","reset":true)", 0, true},
            {R"("answer":{"status":409})", 409, false},
            {R"("answer":{"status":503})", 503, false}};
        for (std::size_t failing = 0; failing < parts.size(); ++failing)
            for (const auto& [way, status, acts] : ways) {
                const auto& bad = parts[failing].call;
                const RunningSandbox platform(R"({"firstId":427902,"rules":[{"on":")" + bad.method +
                                              " " + bad.path + R"(","times":1,)" + way + "}]}");
                for (std::size_t i = 0; i < failing; ++i)
                    if (bad.method != parts[i].call.method ||
                        !parts[i].call.path.starts_with(bad.path))
                        CPPUNIT_ASSERT_EQUAL_MESSAGE(parts[i].call.path, 200,
                                                     send(platform, parts[i].call));
                const auto& counted = parts[failing].counted;
                const auto before = countOf(platform, counted);
                const std::string which = bad.path + " " + way;
                CPPUNIT_ASSERT_EQUAL_MESSAGE(which, status, send(platform, bad));
                if (!counted.empty())
                    CPPUNIT_ASSERT_EQUAL_MESSAGE(which, before + (acts ? 1 : 0),
                                                 countOf(platform, counted));
            }
    }
    void namesWhatThereIs() {
        const RunningSandbox platform;
        for (const auto& [call, counted] : onboarding()) send(platform, call);
        CPPUNIT_ASSERT_EQUAL(
            std::string(R"({"instances":[427902],"definitions":["instance 427902: n"],)"
                        R"("transformations":["instance 427902: n"],"formulas":[1001],)"
                        R"("formulaInstances":[2001],"executions":[3001]})"),
            tenon::json::write(*platform.counts().find("ids")));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OnboardingTest);
