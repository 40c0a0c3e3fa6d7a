// SPDX-License-Identifier: Apache-2.0
// Files that are no plugin, whatever their name says.
#include <Poco/Version.h>
#include <cppunit/extensions/HelperMacros.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <set>

#include "catalog/descriptor.h"
#include "library_bytes.h"
#include "refusal.h"

namespace {

const std::string kGood = TENON_TEST_PLUGINS "/traced/traced.so";
const std::string kDamaged = "is not a shared library, or a damaged one.";

}  // namespace

class FileRefusalTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FileRefusalTest);
    CPPUNIT_TEST(refusesWhatIsNoLibrary);
    CPPUNIT_TEST(refusesWhatCannotBeRead);
    CPPUNIT_TEST(refusesWhatIsTooLargeForTheMemory);
    CPPUNIT_TEST(refusesATruncatedLibrary);
    CPPUNIT_TEST(refusesAnExecutable);
    CPPUNIT_TEST(refusesALibraryOfAnotherMachine);
    CPPUNIT_TEST(refusesALibraryWithoutADescriptor);
    CPPUNIT_TEST(takesALibraryWhoseNamesComeLast);
    CPPUNIT_TEST(survivesEveryDamagedByteOfItsTables);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static void refuses(const std::string& text, const std::string& bytes) {
        const support::Folder folder;
        const auto file = folder.write("file.so", bytes);
        const Trace trace;
        same(refused(file, text), refusal(folder.path()));
        CPPUNIT_ASSERT(!trace.left());
    }
    static void changed(const std::string& text, const std::function<void(Elf64_Ehdr&)>& change) {
        LibraryBytes library(kGood);
        change(library.header());
        refuses(text, library.bytes);
    }

    void refusesWhatIsNoLibrary() {
        refuses(kDamaged, "");
        refuses(kDamaged, "no library\n");
        refuses(kDamaged, "/* GNU ld script */ INPUT(libreal.so) " + std::string(100, ' '));
        refuses(kDamaged, ELFMAG);
    }
    void refusesWhatCannotBeRead() {
        const auto made = [](const std::function<void(const char*)>& make) {
            const support::Folder folder;
            const auto file = folder.path("file.so");
            make(file.c_str());
            same(refused(file, "cannot be read."), refusal(folder.path()));
        };
        made([](const char* file) { ::mkdir(file, 0700); });
        made([](const char* file) { ::mkfifo(file, 0600); });
        made([](const char* file) { CPPUNIT_ASSERT_EQUAL(0, ::symlink("nowhere.so", file)); });
        made([](const char* file) { CPPUNIT_ASSERT_EQUAL(0, ::symlink("file.so", file)); });
    }
    // A hole on the disk is as large as its file says: 8 GB.
    void refusesWhatIsTooLargeForTheMemory() {
        const auto found = [](const std::string& bytes) {
            const support::Folder folder;
            const auto file = folder.write("file.so", bytes);
            std::filesystem::resize_file(file, 8'000'000'000);
            const auto read = tenon::catalog::readDescriptor(file);
            std::string text = read ? "read" : read.error().detail;
            return read ? text : text.substr(text.find("file.so"));
        };
        LibraryBytes library(kGood);
        same("file.so " + kDamaged, found(""));
        same("read", found(library.bytes));
        library.descriptor().text_size = 7'000'000'000;
        library.descriptorSection().sh_size = 7'500'000'000;
        same("file.so has a descriptor whose text is larger than 16 MB.", found(library.bytes));
        library.header().e_shoff = 7'900'000'000;
        same("file.so is no plugin: it has no descriptor; add TENON_PLUGIN to one of its sources.",
             found(library.bytes));
    }
    void refusesATruncatedLibrary() {
        const auto bytes = LibraryBytes(kGood).bytes;
        for (const std::size_t size : {std::size_t{1}, sizeof(Elf64_Ehdr) - 1, sizeof(Elf64_Ehdr),
                                       std::size_t{4096}, bytes.size() / 2, bytes.size() - 1})
            refuses(kDamaged, bytes.substr(0, size));
    }
    void refusesAnExecutable() {
        for (const auto type : {ET_EXEC, ET_REL, ET_CORE})
            changed(kDamaged,
                    [&](Elf64_Ehdr& header) { header.e_type = static_cast<Elf64_Half>(type); });
    }
    void refusesALibraryOfAnotherMachine() {
        const std::string text = "is for another kind of machine than this host.";
        changed(text, [](Elf64_Ehdr& header) { header.e_ident[EI_CLASS] = ELFCLASS32; });
        changed(text, [](Elf64_Ehdr& header) { header.e_ident[EI_DATA] ^= 3; });
        changed(text, [](Elf64_Ehdr& header) { header.e_machine = EM_S390; });
        Elf32_Ehdr small{};
        std::copy_n(ELFMAG, SELFMAG, small.e_ident);
        small.e_ident[EI_CLASS] = ELFCLASS32;
        small.e_ident[EI_DATA] = ELFDATA2LSB;
        small.e_type = ET_DYN;
        small.e_machine = EM_386;
        const std::string bytes(reinterpret_cast<const char*>(&small), sizeof small);
        refuses(kDamaged, bytes);
        refuses(text, bytes + std::string(100, '\0'));
    }
    void refusesALibraryWithoutADescriptor() {
        const Trace trace;
        same(refused(TENON_TEST_PLUGINS "/undescribed/undescribed.so",
                     "is no plugin: it has no descriptor; add TENON_PLUGIN to one of its sources."),
             refusal(TENON_TEST_PLUGINS "/undescribed"));
        CPPUNIT_ASSERT(!trace.left());
    }
    void takesALibraryWhoseNamesComeLast() {
        LibraryBytes library(kGood);
        auto& names = library.names();
        const auto table = library.bytes.substr(names.sh_offset, names.sh_size);
        names.sh_offset = library.bytes.size();
        names.sh_size = table.size() + 3;
        // Shorter than the name that is looked for, and nothing follows it.
        library.section(1).sh_name = static_cast<Elf64_Word>(table.size());
        library.bytes += table + std::string(".x", 3);
        const support::Folder folder;
        folder.write("moved.so", library.bytes);
        tenon::catalog::Catalog catalog({folder.path()});
        CPPUNIT_ASSERT(!catalog.ready(*catalog.find("Traced")));
    }
    // The header and the table of sections are read before anything is known to be right.
    void survivesEveryDamagedByteOfItsTables() {
        LibraryBytes library(TENON_TEST_PLUGINS "/plain/plain.so");
        const support::Folder folder;
        const auto file = folder.write("file.so", library.bytes);
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        const auto set = [&](std::size_t at, char byte) {
            stream.seekp(static_cast<std::streamoff>(at)).put(byte).flush();
        };
        const auto about = "The plugin " + file + " ";
        std::set<std::string> texts;
        const auto damage = [&](std::size_t from, std::size_t to) {
            for (auto at = from; at < to; ++at) {
                for (const char byte : {'\0', '\x01', '\x7f', '\xff'}) {
                    set(at, byte);
                    const auto found = tenon::catalog::readDescriptor(file);
                    texts.insert(found.error().detail.substr(about.size()));
                }
                set(at, library.bytes[at]);
            }
        };
        damage(0, sizeof(Elf64_Ehdr));
        damage(library.header().e_shoff, library.bytes.size());
        std::string all;
        for (const auto& text : texts) all += text + "\n";
        same(
            "has a descriptor that is not Tenon's: its magic is wrong.\n"
            "has a descriptor that is too short.\n"
            "is for another kind of machine than this host.\n"
            "is no plugin: it has no descriptor; add TENON_PLUGIN to one of its sources.\n"
            "is not a shared library, or a damaged one.\n"
            "was built with another toolchain (itanium;cxx11=none;poco=none;ptr=8) than this host "
            "(" TENON_TOOLCHAIN "); build both with the same.\n",
            all);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FileRefusalTest);
