// SPDX-License-Identifier: Apache-2.0
// The sandbox's page keeps its word: every call in its table is answered, and every call that is
// answered is in its table.
#include <cppunit/extensions/HelperMacros.h>

#include <fstream>
#include <set>

#include "platform/platform.h"
#include "running_sandbox.h"

namespace {

using support::Call;
using support::RunningSandbox;

std::vector<std::string> allIn(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> out;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        out.push_back((*at)[1]);
    return out;
}

// "GET /instances/{id}", one for each method of each row.
std::vector<std::string> promised() {
    std::ifstream page(TENON_SOURCE "/plugin/cloudelements/sandbox/README.md");
    std::vector<std::string> out;
    for (std::string line; std::getline(page, line);) {
        if (!line.starts_with("| `")) continue;
        const auto cell = line.substr(0, line.find(" | "));
        const auto path = allIn(cell, std::regex(" (/[^`]*)`"));
        if (path.empty()) continue;
        for (const auto& method : allIn(cell, std::regex("[` ]([A-Z]+)[` ]")))
            out.push_back(method + " " + path.front());
    }
    return out;
}

// The other forms of a call that the page names in general.
std::set<std::string> withOtherForms(const std::vector<std::string>& calls) {
    std::set<std::string> out;
    const auto add = [&](const std::string& call, const std::string& part, const std::string& by) {
        const auto at = call.find(part);
        if (at == call.npos) return;
        auto other = call;
        out.insert(other.replace(at, part.size(), by));
    };
    for (const auto& call : calls) {
        out.insert(call);
        if (call.find(" /instances/{id}") != call.npos) {
            if (call != "GET /instances/{id}") add(call, "/instances/{id}", "/instances");
            add(call, " /instances", " /elements/{element}/instances");
        }
        add(call, "/hubs/{hub}", "");
        add(call, "/accounts/{account}", "/accounts");
        if (call.find("/executions/{execution}") == call.npos ||
            call.find("/formulas/{formula}") != call.npos)
            add(call, "/formulas/{formula}/instances/{instance}", "/formulas/instances/{instance}");
    }
    return out;
}

}  // namespace

class PageTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PageTest);
    CPPUNIT_TEST(listsWhatIsAnsweredAndNothingElse);
    CPPUNIT_TEST(itsCallsAreAnswered);
    CPPUNIT_TEST_SUITE_END();

    void listsWhatIsAnsweredAndNothingElse() {
        const cloudelements::sandbox::Platform platform({});
        const auto routes = platform.routes();
        std::string found, expected;
        for (const auto& call : std::set<std::string>(routes.begin(), routes.end()))
            found += call + "\n";
        for (const auto& call : withOtherForms(promised())) expected += call + "\n";
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    static void answered(const RunningSandbox& platform, const std::string& method,
                         const std::string& path, const std::string& token) {
        const bool writes = method != "GET" && method != "DELETE";
        const auto reply = platform.call(
            {.method = method,
             .path = path,
             .body = writes ? R"({"name":"n","fields":[],"status":"cancelled"})" : "",
             .headers = {{"Authorization", "User " + platform.user() + ", Organization " +
                                               platform.organization() + ", Element " + token}}});
        const std::string which = method + " " + path + ": " + reply.body.substr(0, 300);
        CPPUNIT_ASSERT_MESSAGE(which, reply.body.find("not in the sandbox") == std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(which, reply.status != 405 && reply.status < 500);
    }

    // Each in a sandbox that has something at every {place}.
    void itsCallsAreAnswered() {
        const auto calls = withOtherForms(promised());
        CPPUNIT_ASSERT(calls.size() > 150);
        const RunningSandbox platform;
        const auto post = [&](const std::string& path, const std::string& body) {
            const auto reply = platform.call({.method = "POST", .path = path, .body = body});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(path + reply.body, 200, reply.status);
            return reply.json();
        };
        const auto token = *platform.make().find("token")->string();
        post("/formulas", R"({"name":"f"})");
        post("/formulas/1001/instances", R"({"name":"i"})");
        post("/formulas/instances/2001/executions", "{}");
        const std::pair<const char*, const char*> places[] = {{"{id}", "427902"},
                                                              {"{element}", "sagecrm"},
                                                              {"{hub}", "crm"},
                                                              {"{object}", "accounts"},
                                                              {"{key}", "43"},
                                                              {"{account}", "1"},
                                                              {"{name}", "n"},
                                                              {"{formula}", "1001"},
                                                              {"{instance}", "2001"},
                                                              {"{execution}", "3001"},
                                                              {"{part}", "1"},
                                                              {"{step}", "1"},
                                                              {"{entry}", "1"},
                                                              {"{event}", "e"},
                                                              {"{operation}", "getAccounts"},
                                                              {"{polling}", "sagecrmPolling"},
                                                              {"{instance64}", "NDI3OTAy"}};
        // Removals last.
        for (const bool removes : {false, true})
            for (const auto& call : calls) {
                auto path = call.substr(call.find(' ') + 1);
                for (const auto& [place, by] : places)
                    if (const auto at = path.find(place); at != path.npos)
                        path.replace(at, std::string(place).size(), by);
                CPPUNIT_ASSERT_MESSAGE(path, path.find('{') == path.npos);
                const auto method = call.substr(0, call.find(' '));
                if ((method == "DELETE") == removes) answered(platform, method, path, token);
            }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PageTest);
