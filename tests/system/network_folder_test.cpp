// SPDX-License-Identifier: Apache-2.0
// A state folder that other machines may write to is refused, whatever shares it.
#include <cppunit/extensions/HelperMacros.h>

#include <filesystem>

#include "program.h"

using support::Folder;

class NetworkFolderTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NetworkFolderTest);
    CPPUNIT_TEST(refusesWhatIsShared);
    CPPUNIT_TEST(takesWhatIsOfThisMachine);
    CPPUNIT_TEST_SUITE_END();

    const Folder folder_;

    // `tenon run` with a state folder on the file system of that number (statfs(2)).
    [[nodiscard]] support::Ended on(const std::string& number) const {
        const auto manifest =
            folder_.write("m.yaml",
                          "document: {dsl: 1.0.3, namespace: t, name: m, version: 1.0.0}\n"
                          "do:\n  - a: {set: {n: 1}}\n");
        return support::program({"run", manifest, "--state", folder_.path("state")}, "",
                                {{"LD_PRELOAD", ELSEWHERE},
                                 {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                                 {"TENON_ELSEWHERE", number}});
    }

    void refusesWhatIsShared() {
        const std::pair<const char*, const char*> systems[] = {
            {"6969", "NFS"},    {"517b", "SMB"},     {"ff534d42", "SMB"}, {"fe534d42", "SMB"},
            {"01021997", "9P"}, {"5346414f", "AFS"}, {"6b414653", "AFS"}, {"00c36400", "Ceph"},
        };
        for (const auto& [number, name] : systems) {
            const auto ended = on(number);
            CPPUNIT_ASSERT_EQUAL(std::string("tenon: The state folder ") + folder_.path("state") +
                                     " is on a network file system (" + name +
                                     "), where two machines could write over each other. Name a "
                                     "folder on a disk of this machine.\n",
                                 ended.err);
            CPPUNIT_ASSERT_EQUAL(std::string(), ended.out);
            CPPUNIT_ASSERT_EQUAL(78, ended.code);
            CPPUNIT_ASSERT(std::filesystem::is_empty(folder_.path("state")));
        }
    }
    // ext4, tmpfs, btrfs, XFS, overlayfs
    void takesWhatIsOfThisMachine() {
        for (const auto* number : {"ef53", "01021994", "9123683e", "58465342", "794c7630"}) {
            const auto ended = on(number);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(NetworkFolderTest);
