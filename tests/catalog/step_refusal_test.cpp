// SPDX-License-Identifier: Apache-2.0
// Plugins that read well and cannot be used: the class behind a step is not to be had, or two
// plugins have the same step.
#include <cppunit/extensions/HelperMacros.h>

#include "refusal.h"
#include "support/bare_context.h"

using tenon::catalog::Catalog;

class StepRefusalTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StepRefusalTest);
    CPPUNIT_TEST(refusesAClassThatIsNotInTheManifest);
    CPPUNIT_TEST(refusesASingleton);
    CPPUNIT_TEST(refusesALibraryWithoutAManifest);
    CPPUNIT_TEST(refusesAManifestOfOtherClasses);
    CPPUNIT_TEST(refusesASandboxWithoutAManifest);
    CPPUNIT_TEST(refusesAnUndefinedSymbol);
    CPPUNIT_TEST(refusesALibraryThatFailsToInitialize);
    CPPUNIT_TEST(refusesTwoStepsOfOneName);
    CPPUNIT_TEST(refusesTwoSandboxesOfOneName);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string fileOf(const std::string& plugin) {
        return TENON_TEST_PLUGINS "/" + plugin + "/" + plugin + ".so";
    }
    // Why a step of a plugin cannot be had: the same text beforehand and at the call.
    static std::string whyNot(const std::string& plugin, const std::string& step) {
        Catalog catalog({TENON_TEST_PLUGINS "/" + plugin});
        const auto* description = catalog.find(step);
        CPPUNIT_ASSERT(description);
        const auto problem = catalog.ready(*description);
        CPPUNIT_ASSERT(problem);
        support::BareContext context;
        const auto result = catalog.call(*description, tenon::Value(), context);
        same(support::whole(*problem), support::whole(result.error()));
        return support::whole(*problem);
    }

    void refusesAClassThatIsNotInTheManifest() {
        same(refused(fileOf("unlisted"),
                     "describes \"Unlisted\", but its Poco manifest does not have that class; add "
                     "POCO_EXPORT_INTERFACE for it."),
             whyNot("unlisted", "Unlisted"));
        Catalog catalog({TENON_TEST_PLUGINS "/unlisted"});
        CPPUNIT_ASSERT(!catalog.ready(*catalog.find("Listed")));
    }
    void refusesASingleton() {
        same(refused(fileOf("unlisted"),
                     "describes \"Single\", but its Poco manifest does not have that class; add "
                     "POCO_EXPORT_INTERFACE for it."),
             whyNot("unlisted", "Single"));
    }
    void refusesALibraryWithoutAManifest() {
        same(refused(fileOf("unmanifested"),
                     "describes \"Unmanifested\", but has no Poco manifest of steps; add "
                     "POCO_BEGIN_MANIFEST(tenon::Step)."),
             whyNot("unmanifested", "Unmanifested"));
    }
    void refusesAManifestOfOtherClasses() {
        same(refused(fileOf("foreign"),
                     "describes \"Unmanifested\", but has no Poco manifest of steps; add "
                     "POCO_BEGIN_MANIFEST(tenon::Step)."),
             whyNot("foreign", "Unmanifested"));
    }
    void refusesASandboxWithoutAManifest() {
        Catalog catalog({TENON_TEST_PLUGINS "/unmanifested-sandbox"});
        same(refused(fileOf("unmanifested-sandbox"),
                     "describes \"Unmanifested\", but has no Poco manifest of sandboxes; add "
                     "POCO_BEGIN_NAMED_MANIFEST(Sandbox, tenon::Sandbox)."),
             support::whole(catalog.sandbox("Unmanifested").error()));
    }
    void refusesAnUndefinedSymbol() {
        const Trace trace;
        same(refused(fileOf("undefined"), "cannot be loaded: " + fileOf("undefined") +
                                              ": undefined symbol: _Z7nowherev."),
             whyNot("undefined", "Undefined"));
        CPPUNIT_ASSERT(!trace.left());
    }
    void refusesALibraryThatFailsToInitialize() {
        same("runtime 500, exception: The plugin " + fileOf("initializing") +
                 " threw something that is no exception.",
             whyNot("initializing", "Initializing"));
    }
    void refusesTwoStepsOfOneName() {
        const support::Folder folder;
        const Trace trace;
        for (const std::string name : {"a.so", "b.so"})
            std::filesystem::copy_file(fileOf("traced"), folder.path(name));
        same(refused(folder.path("b.so"), "has a step Traced, and so has " + folder.path("a.so") +
                                              "; remove one of the two."),
             refusal(folder.path()));
        CPPUNIT_ASSERT(!trace.left());
    }
    void refusesTwoSandboxesOfOneName() {
        const support::Folder folder;
        for (const std::string name : {"a.so", "b.so"})
            std::filesystem::copy_file(TENON_CLOUDELEMENTS_SANDBOX, folder.path(name));
        same(refused(folder.path("b.so"), "has a sandbox cloudelements, and so has " +
                                              folder.path("a.so") + "; remove one of the two."),
             refusal(folder.path()));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(StepRefusalTest);
