// SPDX-License-Identifier: Apache-2.0
// Plugins that were built where a struct that crosses to the host, or a container of the standard
// library, is another one: each is refused before any of its code runs.
#include <Poco/Version.h>
#include <cppunit/extensions/HelperMacros.h>

#include "library_bytes.h"
#include "refusal.h"
#include "tenon/layout.h"

class SizesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SizesTest);
    CPPUNIT_TEST(refusesALargerStruct);
    CPPUNIT_TEST(takesSandboxOptionsOfBefore);
    CPPUNIT_TEST(refusesEachOtherSize);
    CPPUNIT_TEST(refusesADescriptorThatDoesNotSay);
    CPPUNIT_TEST(refusesCheckedContainers);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string otherSize(std::string_view name, std::size_t there, std::size_t here) {
        return "was built where " + std::string(name) + " has " + std::to_string(there) +
               " bytes, and here it has " + std::to_string(here) +
               "; build it with this Tenon's headers.";
    }
    // A copy of a good plugin, with that in its text, must be refused with that sentence.
    static void refuses(const std::string& sentence, const std::string& from,
                        const std::string& to) {
        LibraryBytes library(TENON_TEST_PLUGINS "/traced/traced.so");
        library.replaceInText(from, to);
        const support::Folder folder;
        const auto file = folder.write("changed.so", library.bytes);
        const Trace trace;
        same(refused(file, sentence), refusal(folder.path()));
        CPPUNIT_ASSERT(!trace.left());
    }

    // The plugins are built with headers that have one member more.
    void refusesALargerStruct() {
        for (const auto& [name, bytes] : tenon::layout::kSizes) {
            const auto plugin = "larger-" + std::string(name);
            const auto folder = TENON_TEST_PLUGINS "/" + plugin;
            if (!std::filesystem::exists(folder)) continue;
            const Trace trace;
            same(refused(folder + "/" + plugin + ".so", otherSize(name, bytes + 8, bytes)),
                 refusal(folder));
            CPPUNIT_ASSERT(!trace.left());
        }
        for (const char* name :
             {"Error", "HttpRequest", "HttpResponse", "Limits", "SandboxOptions"})
            CPPUNIT_ASSERT(
                std::filesystem::exists(TENON_TEST_PLUGINS "/larger-" + std::string(name)));
    }
    // Only hosts make them, and they only grow at their end.
    void takesSandboxOptionsOfBefore() {
        same("Nothing was refused.", refusal(TENON_TEST_PLUGINS "/smaller-SandboxOptions"));
    }
    void refusesEachOtherSize() {
        for (const auto& [name, bytes] : tenon::layout::kSizes) {
            const auto member = "\"" + std::string(name) + "\":";
            const auto larger = bytes % 10 == 9 ? bytes - 1 : bytes + 1;
            refuses(otherSize(name, larger, bytes), member + std::to_string(bytes),
                    member + std::to_string(larger));
        }
    }
    void refusesADescriptorThatDoesNotSay() {
        const std::string sentence =
            "does not say how many bytes Error has; build it with this Tenon's headers.";
        refuses(sentence, "\"sizes\":", "\"sises\":");
        refuses(sentence, "\"Error\":", "\"error\":");
    }
    void refusesCheckedContainers() {
        const std::string toolchain = TENON_TOOLCHAIN;
        const Trace trace;
        same(refused(TENON_TEST_PLUGINS "/checked/checked.so",
                     "was built with another toolchain (" + toolchain +
                         ";_GLIBCXX_DEBUG) than this host (" + toolchain +
                         "); build both with the same."),
             refusal(TENON_TEST_PLUGINS "/checked"));
        CPPUNIT_ASSERT(!trace.left());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SizesTest);
