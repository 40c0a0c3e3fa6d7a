// SPDX-License-Identifier: Apache-2.0
// The manifests that people start from, on the sandbox: what an instance is for, from its first day
// to its last, and an onboarding of which each call fails in each way.
#include <filesystem>
#include <fstream>

#include "manifest_fixture.h"
#include "scenarios/stub_server.h"
#include "support/sandbox_counts.h"
#include "support/sweep.h"
#include "tenon/json.h"

class JourneysTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(JourneysTest);
    CPPUNIT_TEST(onboardsUsesAndOffboards);
    CPPUNIT_TEST(syncsAccountsPageByPage);
    CPPUNIT_TEST(goesBackToTheOldPassword);
    CPPUNIT_TEST(refusesATypoBeforeAnythingIsMade);
    CPPUNIT_TEST(leavesNothingThatItDoesNotName);
    CPPUNIT_TEST_SUITE_END();

    static constexpr const char* kManifests = TENON_SOURCE "/manifests/";

    static support::Ended run(const std::string& name, const std::string& secrets,
                              std::vector<std::string> more = {}) {
        std::vector<std::string> words{
            "run", kManifests + name + ".yaml", "--secrets", secrets, "--input", "tenant=acme"};
        words.insert(words.end(), more.begin(), more.end());
        return support::program(words);
    }
    static tenon::Value counts(const support::Platform& platform) {
        return support::sandboxCounts(platform.sandbox.address());
    }
    static std::string count(const tenon::Value& counts) {
        std::string out;
        for (const char* what :
             {"instances", "definitions", "transformations", "formulas", "formulaInstances"})
            out += tenon::json::write(*counts.find(what)) + " ";
        return out;
    }
    // Adds a secret to those of the platform.
    [[nodiscard]] std::string with(const char* name, const char* value) const {
        auto all = *tenon::json::read(folder_.read("secrets.json")).value().object();
        all.set(name, value);
        return folder_.write("more.json", tenon::json::write(all));
    }

    void onboardsUsesAndOffboards() {
        support::Platform platform(folder_);
        const auto onboarded = run("onboard-tenant", platform.secrets);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(onboarded.err, 0, onboarded.code);
        same("1 1 1 1 1 ", count(counts(platform)));
        const auto rotated = run("rotate-password", with("newPassword", "another password"));
        CPPUNIT_ASSERT_EQUAL_MESSAGE(rotated.err, 0, rotated.code);
        const auto offboarded = run("offboard-tenant", platform.secrets);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(offboarded.err, 0, offboarded.code);
        same("0 1 0 0 0 ", count(counts(platform)));
        const auto again = run("offboard-tenant", platform.secrets);
        same("{\n  \"removed\": []\n}\n", again.out);
    }
    void syncsAccountsPageByPage() {
        support::Platform platform(folder_, R"({"seed":{"accounts":300}})");
        CPPUNIT_ASSERT_EQUAL(0, run("onboard-tenant", platform.secrets).code);
        scenarios::StubServer target(nullptr, [](const auto&) { return scenarios::Answer(); });
        const std::string address = "target=http://127.0.0.1:" + std::to_string(target.port());
        const auto synced = run("sync-accounts", platform.secrets, {"--input", address});
        same("{\n  \"count\": 302\n}\n", synced.out);
        std::string pages;
        for (const auto& request : target.received())
            pages +=
                request.method + " " +
                std::to_string(
                    tenon::json::read(request.body).value().find("accounts")->array()->size()) +
                " ";
        same("POST 200 POST 102 ", pages);
        const auto none = run("sync-accounts", platform.secrets,
                              {"--input", address, "--input", "since=2999-01-01T00:00:00Z"});
        same("{\n  \"count\": 0\n}\n", none.out);
        CPPUNIT_ASSERT_EQUAL(std::size_t(2), target.received().size());
    }
    void goesBackToTheOldPassword() {
        support::Platform platform(folder_);
        CPPUNIT_ASSERT_EQUAL(0, run("onboard-tenant", platform.secrets).code);
        const auto refused = run("rotate-password", with("newPassword", "wrong one"));
        CPPUNIT_ASSERT_EQUAL_MESSAGE(refused.err, 1, refused.code);
        CPPUNIT_ASSERT_MESSAGE(refused.err,
                               refused.err.find("the old password is back") != std::string::npos);
        CPPUNIT_ASSERT_EQUAL(0, run("rotate-password", with("newPassword", "a right one")).code);
    }
    void refusesATypoBeforeAnythingIsMade() {
        support::Platform platform(folder_);
        for (const char* name :
             {"onboard-tenant", "offboard-tenant", "rotate-password", "sync-accounts"})
            CPPUNIT_ASSERT_EQUAL(
                65, run(name, with("newPassword", "x"), {"--input", "tennant=x"}).code);
        same("", platform.requests());
    }

    // Is everything that exists named in what the run said?
    static void named(const tenon::Value& left, const std::string& said, const std::string& what) {
        for (const auto& [kind, ids] : *left.find("ids")->object()) {
            if (kind == "executions" || !ids.array()) continue;
            for (const auto& id : *ids.array()) {
                const auto text = id.string() ? *id.string() : tenon::json::write(id);
                const bool byName = said.find("\"acme\"") != std::string::npos;
                const bool byId = said.find(text.substr(text.rfind(' ') + 1)) != std::string::npos;
                CPPUNIT_ASSERT_MESSAGE(what + ": " + kind + " " + text + " is left\n" + said,
                                       byName || byId);
            }
        }
    }
    // The manifest, but its creations are not looked for as long as one may take.
    [[nodiscard]] std::string impatient() const {
        const std::string formula = "count-accounts.formula.json";
        std::filesystem::copy_file(kManifests + formula, folder_.path(formula),
                                   std::filesystem::copy_options::overwrite_existing);
        std::ifstream in(std::string(kManifests) + "onboard-tenant.yaml");
        std::string text(std::istreambuf_iterator<char>(in), {});
        for (const auto& [step, from] : {std::pair{"CreateSageCRMInstance", "subdomain:"},
                                         {"CreateFormulaTemplate", "name:"},
                                         {"CreateFormulaInstance", "name:"}}) {
            const auto at = text.find(from, text.find(step));
            CPPUNIT_ASSERT(at != text.npos);
            const bool isLine = std::string(from) == "subdomain:";
            text.insert(at, isLine ? "lookFor: 0\n        " : "lookFor: 0, ");
        }
        return folder_.write("onboard.yaml", text);
    }
    void leavesNothingThatItDoesNotName() {
        for (const char* call :
             {"POST /instances", "GET /ping", "POST /organizations/objects/myAccounts/definitions",
              "POST /instances/7/transformations", "POST /formulas", "GET /formulas/",
              "POST /formulas/1001/instances", "POST /formulas/instances/",
              "GET /formulas/instances/executions/"})
            for (const std::string fault :
                 {R"("drop": "before")", R"("drop": "after")",
                  R"("answer": {"status": 400, "body": {"message": "no"}})",
                  R"("answer": {"status": 503, "body": {"message": "busy"}})", R"("cut": 3)"}) {
                if (!support::tried()) continue;
                support::Platform platform(folder_,
                                           R"({"firstId": 7, "rules": [{"times": 1, "on": ")" +
                                               std::string(call) + "\", " + fault + "}]}");
                const auto ended = support::program(
                    {"run", impatient(), "--secrets", platform.secrets, "--input", "tenant=acme"});
                const auto what = std::string(call) + " " + fault;
                const auto left = counts(platform);
                if (ended.code == 0) {
                    same(what + " 1 1 1 1 1 ", what + " " + count(left));
                    continue;
                }
                CPPUNIT_ASSERT_MESSAGE(what + ended.err, ended.code == 1 || ended.code == 3);
                if (ended.code == 1) same(what + " 0 0 0 0 0 ", what + " " + count(left));
                named(left, ended.err, what);
            }
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(JourneysTest);
