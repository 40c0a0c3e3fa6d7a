// SPDX-License-Identifier: Apache-2.0
// Catalogs of good plugins: what is found, what is loaded, whose code runs.
#include <cppunit/extensions/HelperMacros.h>

#include <mutex>
#include <set>
#include <thread>

#include "catalog/catalog.h"
#include "support/bare_context.h"
#include "support/folder.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace fs = std::filesystem;
using tenon::catalog::Catalog;

namespace {

const std::string kPlugins = TENON_TEST_PLUGINS;

}  // namespace

class GoodPluginsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(GoodPluginsTest);
    CPPUNIT_TEST(findsAStepByName);
    CPPUNIT_TEST(keepsADescriptionAsItWasWritten);
    CPPUNIT_TEST(sortsTheNames);
    CPPUNIT_TEST(countsAPluginOnce);
    CPPUNIT_TEST(takesAFolderThatIsNotThereAsEmpty);
    CPPUNIT_TEST(looksAtLibrariesOnly);
    CPPUNIT_TEST(makesOneObjectACall);
    CPPUNIT_TEST(runsEachPluginsOwnCode);
    CPPUNIT_TEST(callsOneStepOnManyThreads);
    CPPUNIT_TEST(saysThatASandboxIsNotThere);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string names(const std::vector<std::string>& folders) {
        std::string out;
        for (const auto& name : Catalog(folders).names()) out += name + " ";
        return out;
    }
    static std::string call(Catalog& catalog, const char* step) {
        support::BareContext context;
        const auto result = catalog.call(*catalog.find(step), tenon::Object(), context);
        return result ? tenon::json::write(result.value()) : support::whole(result.error());
    }
    // A copy of its own has counts of its own.
    void copyOfCounting() const {
        fs::copy_file(kPlugins + "/counting/counting.so", folder_.path("counting.so"));
    }

    support::Folder folder_;

    void findsAStepByName() {
        const Catalog catalog({kPlugins + "/counting"});
        const auto* step = catalog.find("Count");
        CPPUNIT_ASSERT(step);
        same("Count 1.0.0 counting: Counts the objects of its class.",
             step->name + " " + step->version + " " + step->plugin + ": " + step->summary);
        same(R"({"type":"object","properties":{},"required":[],"additionalProperties":false})",
             tenon::json::write(step->inputs));
        CPPUNIT_ASSERT(!catalog.find("count"));
        CPPUNIT_ASSERT(!catalog.find(""));
        // A step that is not typed has no schema.
        CPPUNIT_ASSERT(Catalog({kPlugins + "/traced"}).find("Traced")->inputs.isNull());
    }
    void keepsADescriptionAsItWasWritten() {
        same("A \"path\\\", é,\n\t\x01</p>.",
             Catalog({kPlugins + "/quoting"}).find("Quote")->summary);
    }
    void sortsTheNames() {
        same("Count Greet Traced TwinA TwinB ",
             names({kPlugins + "/twin-b", kPlugins + "/traced", kPlugins + "/twin-a",
                    kPlugins + "/greet", kPlugins + "/counting"}));
    }
    void countsAPluginOnce() {
        const auto greet = kPlugins + "/greet";
        fs::create_directory_symlink(greet, folder_.path("link"));
        fs::create_directory(folder_.path("other"));
        fs::create_symlink(greet + "/greet.so", folder_.path("other/renamed.so"));
        same("Greet ", names({greet, greet, greet + "/../greet/", folder_.path("link"),
                              folder_.path("other")}));
    }
    void takesAFolderThatIsNotThereAsEmpty() {
        same("", names({folder_.path("nowhere")}));
        same("Greet ", names({folder_.path("nowhere"), kPlugins + "/greet", folder_.path()}));
        same("", names({}));
    }
    void looksAtLibrariesOnly() {
        folder_.write("README.md", "no library");
        folder_.write("old.so.1", "no library");
        folder_.write(".so", "no library");
        same("", names({folder_.path()}));
    }
    void makesOneObjectACall() {
        copyOfCounting();
        Catalog catalog({folder_.path()});
        CPPUNIT_ASSERT(!catalog.ready(*catalog.find("Count")));
        same(R"({"number":1,"alive":1})", call(catalog, "Count"));
        same(R"({"number":2,"alive":1})", call(catalog, "Count"));
        // It is never unloaded: a second catalog goes on where the first one ended.
        Catalog second({folder_.path()});
        same(R"({"number":3,"alive":1})", call(second, "Count"));
    }
    void runsEachPluginsOwnCode() {
        Catalog catalog({kPlugins + "/twin-a", kPlugins + "/twin-b"});
        same("\"AAA\"", call(catalog, "TwinA"));
        same("\"BBB\"", call(catalog, "TwinB"));
        same("\"AAA\"", call(catalog, "TwinA"));
    }
    void callsOneStepOnManyThreads() {
        copyOfCounting();
        Catalog catalog({folder_.path()});
        std::mutex mutex;
        std::multiset<std::int64_t> numbers;
        std::int64_t most = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                support::BareContext context;
                for (int j = 0; j < 100; ++j) {
                    const auto result =
                        catalog.call(*catalog.find("Count"), tenon::Object(), context);
                    const std::scoped_lock lock(mutex);
                    numbers.insert(result ? *result.value().find("number")->integer() : -1);
                    most = std::max(most, result ? *result.value().find("alive")->integer() : 99);
                }
            });
        for (auto& thread : threads) thread.join();
        std::multiset<std::int64_t> all;
        for (std::int64_t i = 1; i <= 800; ++i) all.insert(i);
        CPPUNIT_ASSERT(numbers == all);
        CPPUNIT_ASSERT(most >= 1 && most <= 8);
        same(R"({"number":801,"alive":1})", call(catalog, "Count"));
    }
    void saysThatASandboxIsNotThere() {
        Catalog catalog({kPlugins + "/greet"});
        CPPUNIT_ASSERT(catalog.sandboxes().empty());
        same("configuration 400, sandbox: No plugin brings a sandbox \"nowhere\".",
             support::whole(catalog.sandbox("nowhere").error()));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(GoodPluginsTest);
