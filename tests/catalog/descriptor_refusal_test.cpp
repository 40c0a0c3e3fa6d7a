// SPDX-License-Identifier: Apache-2.0
// Plugins whose descriptor is wrong: each is refused in one sentence, before any of its code runs.
#include <Poco/Version.h>
#include <cppunit/extensions/HelperMacros.h>

#include <functional>

#include "library_bytes.h"
#include "refusal.h"

namespace {

// What this host was built with.
const std::string kToolchain = "itanium;cxx11=1;poco=" TENON_TEXT(POCO_VERSION) ";ptr=8";

}  // namespace

class DescriptorRefusalTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DescriptorRefusalTest);
    CPPUNIT_TEST(runsAGoodPluginWhenItIsNeededAndNoSooner);
    CPPUNIT_TEST(refusesAWrongMagic);
    CPPUNIT_TEST(refusesAnotherMajorVersion);
    CPPUNIT_TEST(refusesANewerMinorVersion);
    CPPUNIT_TEST(refusesAnotherToolchain);
    CPPUNIT_TEST(refusesPlainC);
    CPPUNIT_TEST(refusesSizesThatDoNotFit);
    CPPUNIT_TEST(refusesADamagedText);
    CPPUNIT_TEST(refusesWhatHasNoName);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // A copy of a good plugin, changed, must be refused with that text.
    static void refuses(const std::string& text, const std::function<void(LibraryBytes&)>& change) {
        LibraryBytes library(TENON_TEST_PLUGINS "/traced/traced.so");
        change(library);
        const support::Folder folder;
        const auto file = folder.write("changed.so", library.bytes);
        const Trace trace;
        same(refused(file, text), refusal(folder.path()));
        CPPUNIT_ASSERT(!trace.left());
    }

    void runsAGoodPluginWhenItIsNeededAndNoSooner() {
        const support::Folder folder;
        folder.write("traced.so", LibraryBytes(TENON_TEST_PLUGINS "/traced/traced.so").bytes);
        const Trace trace;
        tenon::catalog::Catalog catalog({folder.path()});
        CPPUNIT_ASSERT(!trace.left());
        CPPUNIT_ASSERT(!catalog.ready(*catalog.find("Traced")));
        CPPUNIT_ASSERT(trace.left());
    }
    void refusesAWrongMagic() {
        refuses("has a descriptor that is not Tenon's: its magic is wrong.",
                [](LibraryBytes& library) { library.descriptor().magic[7] = 'X'; });
    }
    void refusesAnotherMajorVersion() {
        for (const std::uint16_t major : {1, 3})
            refuses("is for version " + std::to_string(major) +
                        ".0 of the plugin interface, and this is 2.0; build it with this Tenon's "
                        "headers.",
                    [&](LibraryBytes& library) { library.descriptor().abi_major = major; });
    }
    void refusesANewerMinorVersion() {
        refuses(
            "is for version 2.1 of the plugin interface, and this is 2.0; build it with this "
            "Tenon's headers.",
            [](LibraryBytes& library) { library.descriptor().abi_minor = 1; });
    }
    void refusesAnotherToolchain() {
        const auto text = [](const std::string& other) {
            return "was built with another toolchain (" + other + ") than this host (" +
                   kToolchain + "); build both with the same.";
        };
        refuses(text("itanium;cxx11=0" + kToolchain.substr(15)),
                [](LibraryBytes& library) { library.descriptor().toolchain[14] = '0'; });
        // Not even ended by a NUL.
        refuses(text(std::string(104, 'x')), [](LibraryBytes& library) {
            auto& toolchain = library.descriptor().toolchain;
            std::fill(std::begin(toolchain), std::end(toolchain), 'x');
        });
    }
    void refusesPlainC() {
        const Trace trace;
        same(refused(TENON_TEST_PLUGINS "/plain/plain.so",
                     "was built with another toolchain (itanium;cxx11=none;poco=none;ptr=8) than "
                     "this host (" +
                         kToolchain + "); build both with the same."),
             refusal(TENON_TEST_PLUGINS "/plain"));
        CPPUNIT_ASSERT(!trace.left());
    }
    void refusesSizesThatDoNotFit() {
        const auto sizes = [](std::uint32_t header, std::uint64_t text) {
            refuses("has a descriptor whose sizes do not fit.", [&](LibraryBytes& library) {
                library.descriptor().header_size = header;
                library.descriptor().text_size = text;
            });
        };
        const auto header = std::uint32_t{sizeof(tenon_descriptor)};
        sizes(header - 1, 1);
        sizes(0xffffffff, 1);
        sizes(header, 1 << 20);
        sizes(header, ~std::uint64_t{0});
        refuses("has a descriptor that is too short.", [](LibraryBytes& library) {
            library.descriptorSection().sh_size = sizeof(tenon_descriptor) - 1;
        });
    }
    void refusesADamagedText() {
        const std::string text = "has a descriptor whose text is damaged.";
        refuses(text, [](LibraryBytes& library) { --library.descriptor().text_size; });
        refuses(text, [](LibraryBytes& library) { library.descriptor().text_size = 0; });
        refuses(text, [](LibraryBytes& library) { library.replaceInText("{", "["); });
        refuses(text, [](LibraryBytes& library) { library.replaceInText("Gives", "Give\xff"); });
    }
    void refusesWhatHasNoName() {
        const std::string text = "has a descriptor whose text is damaged.";
        const auto replaced = [&](const std::string& from, const std::string& to) {
            refuses(text, [&](LibraryBytes& library) { library.replaceInText(from, to); });
        };
        replaced(R"("name":"traced")", R"("nome":"traced")");
        replaced(R"("name":"traced")", R"("name":{"a":12})");
        replaced(R"("name":"Traced")", R"("nome":"Traced")");
        replaced(R"("name":"Traced")", R"("name":"","a":1)");
        replaced(R"("steps")", R"("stops")");
        refuses(text, [](LibraryBytes& library) {
            library.replaceInText("[{", " {");
            library.replaceInText("}]", "} ");
        });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(DescriptorRefusalTest);
