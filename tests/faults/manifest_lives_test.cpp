// SPDX-License-Identifier: Apache-2.0
// Each manifest that people start from dies at every call of its journal and is gone on with: it
// ends as one that lived, and the platform has what it would have, each thing once.
// TENON_FAULTS=full tries every moment, else every few.
#include <cppunit/extensions/HelperMacros.h>

#include <atomic>
#include <mutex>
#include <regex>
#include <thread>

#include "catalog/catalog.h"
#include "cloudelements_sandbox.h"
#include "fakes/mortal_journal.h"
#include "machine/system_chance.h"
#include "machine/system_clock.h"
#include "manifest/json.h"
#include "net/client.h"
#include "runs/life.h"
#include "runs/manifests.h"
#include "secrets/secret_store.h"
#include "store/manifest_files.h"
#include "store/read_file.h"
#include "support/sandbox_counts.h"
#include "support/sweep.h"
#include "tenon/json.h"

using tenon::Value;

namespace {

// What waits for longer than a moment waits no longer: the time flies then.
class HurriedClock final : public tenon::world::Clock {
  public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override {
        return clock_.now() + std::chrono::milliseconds(ahead_);
    }
    [[nodiscard]] std::chrono::system_clock::time_point wall() const override {
        return clock_.wall() + std::chrono::milliseconds(ahead_);
    }
    void wait(const tenon::Limits& until) override {
        const auto moment = now() + std::chrono::milliseconds(2);
        auto limits = until;
        limits.deadline = std::min(until.deadline, moment) - std::chrono::milliseconds(ahead_);
        clock_.wait(limits);
        if (until.stop.stop_requested() || until.deadline <= now() ||
            until.deadline == std::chrono::steady_clock::time_point::max())
            return;
        ahead_ += std::chrono::ceil<std::chrono::milliseconds>(until.deadline - now()).count();
    }

  private:
    mutable tenon::machine::SystemClock clock_;
    std::atomic<std::int64_t> ahead_{0};
};

class Quiet final : public tenon::world::Observer {
  public:
    void on(const tenon::world::Event&) override {}
};

class Platform {
  public:
    explicit Platform(const std::string& rules = "") {
        tenon::SandboxOptions options;
        options.faults = tenon::json::read(R"({"firstId":427902,"rules":[)" + rules + "]}").value();
        sandbox_.start(options);
        auto secrets = *sandbox_.secrets().object();
        secrets.set("newPassword", tenon::Secret("another password"));
        secrets_.give(secrets);
    }
    ~Platform() { sandbox_.stop(); }

    // One life; empty where it was left.
    std::string live(const std::string& manifest, const Value& input,
                     tenon::world::Journal& journal) {
        tenon::catalog::Catalog catalog({PLUGINS});
        const auto path = std::string(TENON_SOURCE "/manifests/") + manifest + ".yaml";
        tenon::store::ManifestFiles files(path);
        tenon::runs::Manifests manifests(catalog, files, false, [](const std::string&) {});
        tenon::manifest::Faults faults;
        auto root =
            tenon::manifest::readAny(tenon::store::readPlainFile(path).value(), false, faults);
        const auto workflow = manifests.load(path, *std::move(root));
        CPPUNIT_ASSERT_MESSAGE(workflow ? "" : workflow.error().detail, workflow);
        tenon::world::Redactor redactor;
        Quiet quiet;
        tenon::world::World world{
            {http_, catalog, clock_, chance_}, secrets_, journal, quiet, redactor, &files};
        tenon::run::RunOptions options;
        options.id = "run";
        options.key = "key of " + manifest;
        options.input = input;
        const auto life = tenon::runs::live(*workflow.value(), world, options);
        if (!life.outcome) return "";
        const auto& outcome = *life.outcome;
        return outcome ? tenon::json::write(outcome.value(), tenon::json::Secrets::reveal)
                       : "FAULTED: " + outcome.error().detail;
    }
    [[nodiscard]] std::string counts() const {
        std::string out;
        const auto counts = support::sandboxCounts(sandbox_.address());
        for (const char* what : {"instances", "instancesMade", "definitions", "transformations",
                                 "formulas", "formulaInstances"})
            out += tenon::json::write(*counts.find(what)) + " ";
        return out;
    }

  private:
    static constexpr const char* kNone[] = {nullptr};
    cloudelements::sandbox::CloudElementsSandbox sandbox_;
    tenon::secrets::SecretStore secrets_{kNone};
    tenon::net::HttpClient http_;
    HurriedClock clock_;
    tenon::machine::SystemChance chance_;
};

// Tokens and times differ from sandbox to sandbox.
std::string steady(const std::string& text) {
    const auto times = std::regex_replace(text, std::regex("20[0-9-]+T[0-9:.]+Z"), "TIME");
    return std::regex_replace(times, std::regex("\"token\":\"[^\"]+\""), "\"token\":\"T\"");
}

}  // namespace

class ManifestLivesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ManifestLivesTest);
    CPPUNIT_TEST(createSageCrmInstance);
    CPPUNIT_TEST(createAndUseInstance);
    CPPUNIT_TEST(onboardTenant);
    CPPUNIT_TEST(onboardTenantInVain);
    CPPUNIT_TEST(rotatePassword);
    CPPUNIT_TEST(offboardTenant);
    CPPUNIT_TEST_SUITE_END();

    const Value tenant_ = tenon::Object{{"tenant", "acme"}};

    // Is something begun and not ended that must not be done twice? A formula instance and an
    // execution carry no mark by which they could be found.
    static bool isUnknown(const fakes::Disk& disk) {
        for (const auto& [position, kept] : disk)
            if (kept.question.kind == tenon::world::Asking::act && !kept.answer &&
                (position.find("/@part") == position.npos ||
                 kept.question.action == "call CreateFormulaInstance" ||
                 kept.question.action == "call RunFormula"))
                return true;
        return false;
    }
    static void prepare(Platform& platform, const std::string& before, const Value& input) {
        if (before.empty()) return;
        tenon::world::NoJournal journal;
        const auto end = platform.live(before, input, journal);
        CPPUNIT_ASSERT_MESSAGE(end, !end.starts_with("FAULTED"));
    }
    static void survives(const std::string& manifest, const Value& input,
                         const std::string& before = "", const std::string& rules = "") {
        const int stride = support::inFull() ? 1 : 5;
        std::string expected, counts;
        {
            Platform platform(rules);
            prepare(platform, before, input);
            tenon::world::NoJournal journal;
            expected = steady(platform.live(manifest, input, journal));
            counts = platform.counts();
            CPPUNIT_ASSERT_EQUAL_MESSAGE(expected, !rules.empty(), expected.starts_with("FAULTED"));
            if (!rules.empty()) CPPUNIT_ASSERT_EQUAL(std::string("0 1 0 0 0 0 "), counts);
        }
        for (int death = 1;; death += stride) {
            Platform platform(rules);
            prepare(platform, before, input);
            fakes::Disk disk;
            fakes::MortalJournal first(disk, death, death % 2 == 0);
            auto end = platform.live(manifest, input, first);
            if (first.died().empty()) {
                CPPUNIT_ASSERT(death > 2);
                return;
            }
            CPPUNIT_ASSERT_EQUAL(std::string(), end);
            const bool unknown = isUnknown(disk);
            fakes::MortalJournal second(disk, 0);
            end = steady(platform.live(manifest, input, second));
            const auto where = manifest + " died " + first.died();
            CPPUNIT_ASSERT_MESSAGE(where, !second.replaying(""));
            if (unknown) continue;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(where, expected, end);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(where, counts, platform.counts());
        }
    }

    void createSageCrmInstance() { survives("create-sagecrm-instance", tenon::Object()); }
    void createAndUseInstance() { survives("create-and-use-instance", tenon::Object()); }
    void onboardTenant() { survives("onboard-tenant", tenant_); }
    // Its last call is refused, and what it made is undone.
    void onboardTenantInVain() {
        survives("onboard-tenant", tenant_, "",
                 R"({"on":"POST /formulas/instances/","answer":{"status":400}})");
    }
    void rotatePassword() { survives("rotate-password", tenant_, "onboard-tenant"); }
    void offboardTenant() { survives("offboard-tenant", tenant_, "onboard-tenant"); }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ManifestLivesTest);
