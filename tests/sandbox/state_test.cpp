// SPDX-License-Identifier: Apache-2.0
// What a sandbox keeps in a file, and takes from it.
#include <sys/stat.h>

#include "support/folder.h"
#include "tenon/json.h"
#include "through_instance.h"

using support::RunningSandbox;

class StateTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StateTest);
    CPPUNIT_TEST(goesOnWhereItWas);
    CPPUNIT_TEST(isKeptWhileItRuns);
    CPPUNIT_TEST(isForItsOwnerOnly);
    CPPUNIT_TEST(leavesNoDraft);
    CPPUNIT_TEST(refusesOtherFiles);
    CPPUNIT_TEST(refusesEveryPartThatIsMissing);
    CPPUNIT_TEST(refusesAPlaceThatCannotBeWritten);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;
    static constexpr const char* kFirst = R"({"firstId":427902})";

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    [[nodiscard]] std::string path() const { return folder_.path("state.json"); }
    // Something of everything.
    static void fill(const RunningSandbox& platform) {
        const auto token = *platform.make().find("token")->string();
        const auto post = [&](const std::string& path, const std::string& body) {
            const auto reply = platform.call({.method = "POST", .path = path, .body = body});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        };
        platform.through(token, "POST", "/accounts", R"({"Comp_Name":"Kept","own":1})");
        post("/organizations/objects/n/definitions", R"({"fields":[]})");
        post("/instances/427902/transformations/n",
             R"({"vendorName":"accounts","fields":[{"path":"id","vendorPath":"key"}]})");
        post("/formulas", R"({"name":"f","triggers":[{"type":"manual","onSuccess":["a"]}],)"
                          R"("steps":[{"name":"a","type":"script"}]})");
        post("/formulas/1001/instances", R"({"name":"i"})");
        post("/formulas/instances/2001/executions", "{}");
        same("failed", *platform.ended(3001).find("status")->string());
        post("/events/sagecrmPolling/NDI3OTAy",
             R"({"events":[{"objectId":"43","eventType":"CREATED"}]})");
    }
    static std::string everything(const RunningSandbox& platform) {
        std::string out = tenon::json::write(platform.counts());
        for (const char* path :
             {"/instances/427902", "/organizations/objects/definitions",
              "/instances/427902/transformations", "/formulas", "/formulas/instances",
              "/formulas/instances/executions/3001",
              "/formulas/instances/executions/3001/steps?includeValues=true",
              "/formulas/instances/executions/3001/errors", "/instances/427902/events"}) {
            const auto reply = platform.call({.path = path});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
            out += "\n" + reply.body;
        }
        const auto token =
            *platform.call({.path = "/instances/427902"}).json().find("token")->string();
        return out + "\n" + platform.through(token, "GET", "/accounts?where=own%20=%201").body;
    }
    std::string problem(const std::string& text) const {
        const auto file = folder_.write("other.json", text);
        try {
            const RunningSandbox platform(kFirst, file);
        } catch (const tenon::StepError& e) {
            CPPUNIT_ASSERT(e.error().kind == tenon::ErrorKind::configuration);
            same(text, folder_.read("other.json"));
            return e.error().detail;
        }
        return "";
    }

    void goesOnWhereItWas() {
        std::string before, user;
        {
            const RunningSandbox platform(kFirst, path());
            fill(platform);
            before = everything(platform);
            user = platform.user();
        }
        const RunningSandbox again("null", path());
        same(user, again.user());
        same(before, everything(again));
        same("427903", tenon::json::write(*again.make().find("id")));
    }
    // Another file each time, so that each that is seen is whole.
    void isKeptWhileItRuns() {
        const RunningSandbox platform(kFirst, path());
        for (std::size_t i = 1; i <= 2; ++i) {
            platform.make();
            for (std::size_t kept = 0; kept < i;)
                kept = tenon::json::read(folder_.read("state.json"))
                           .value()
                           .find("instances")
                           ->find("all")
                           ->array()
                           ->size();
        }
    }
    void isForItsOwnerOnly() {
        const RunningSandbox platform(kFirst, path());
        struct stat about {};
        ::stat(path().c_str(), &about);
        CPPUNIT_ASSERT_EQUAL(0600u, static_cast<unsigned>(about.st_mode & 0777));
    }
    void leavesNoDraft() {
        {
            const RunningSandbox platform(kFirst, path());
            fill(platform);
        }
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            same("state.json", entry.path().filename().string());
            ++files;
        }
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, files);
    }
    void refusesOtherFiles() {
        const std::string whole =
            "The sandbox's state file does not hold a sandbox's state: in the whole, \"";
        const std::string todo =
            "\" is missing or not what it must be. Name another file, or remove this one to begin "
            "anew.";
        same(whole + "sandbox" + todo, problem("{}"));
        same(whole + "sandbox" + todo, problem("[]"));
        same(whole + "sandbox" + todo, problem(R"({"sandbox":"other","version":1})"));
        same(whole + "version" + todo, problem(R"({"sandbox":"cloudelements","version":2})"));
        CPPUNIT_ASSERT(problem("{").starts_with(
            "The sandbox's state file " + folder_.path("other.json") + " does not hold JSON ("));
        CPPUNIT_ASSERT(problem("").find("does not hold JSON (") != std::string::npos);
    }
    // Every member of a state with something of everything in it, taken out or made a boolean.
    static void damaged(const tenon::Value& value,
                        const std::function<tenon::Value(const tenon::Value&)>& whole,
                        std::vector<std::string>& out) {
        if (value.object())
            for (const auto& [key, member] : *value.object()) {
                tenon::Object without, other = *value.object();
                for (const auto& [name, kept] : *value.object())
                    if (name != key) without.set(name, kept);
                other.set(key, "a text");
                out.push_back(tenon::json::write(whole(without)));
                out.push_back(tenon::json::write(whole(other)));
                damaged(
                    member,
                    [&, k = key](const tenon::Value& inner) {
                        tenon::Object changed = *value.object();
                        changed.set(k, inner);
                        return whole(changed);
                    },
                    out);
            }
        if (value.array() && !value.array()->empty())
            damaged(
                value.array()->front(),
                [&](const tenon::Value& inner) {
                    tenon::Array changed = *value.array();
                    changed.front() = inner;
                    return whole(changed);
                },
                out);
    }
    void refusesEveryPartThatIsMissing() {
        {
            const RunningSandbox platform(kFirst, path());
            fill(platform);
        }
        std::vector<std::string> states;
        damaged(
            tenon::json::read(folder_.read("state.json")).value(),
            [](const tenon::Value& whole) { return whole; }, states);
        CPPUNIT_ASSERT(states.size() > 100);
        // Refused with a reason, or whole enough to answer.
        for (const auto& state : states) {
            const auto file = folder_.write("damaged.json", state);
            try {
                const RunningSandbox platform(kFirst, file);
                for (const char* path :
                     {"/instances", "/formulas", "/formulas/instances", "/instances/427902/docs",
                      "/instances/427902/events", "/formulas/instances/executions/3001"}) {
                    const auto reply = platform.call({.path = path});
                    CPPUNIT_ASSERT_MESSAGE(reply.body + state, reply.status < 500);
                }
            } catch (const tenon::StepError& e) {
                CPPUNIT_ASSERT(e.error().detail.starts_with("The sandbox's state file"));
            }
        }
    }
    void refusesAPlaceThatCannotBeWritten() {
        for (const std::string file : {"/nowhere/state.json", "/dev/null", "/tmp"}) {
            std::string found;
            try {
                const RunningSandbox platform(kFirst, file);
            } catch (const tenon::StepError& e) {
                found = e.error().detail;
            }
            CPPUNIT_ASSERT_MESSAGE(found,
                                   found.starts_with("The sandbox's state file " + file + " "));
        }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(StateTest);
