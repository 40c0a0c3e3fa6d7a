// SPDX-License-Identifier: Apache-2.0
// What a plugin does to the process that it is a guest in: undone, or refused.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "manifest_fixture.h"

namespace fs = std::filesystem;

class GuestsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(GuestsTest);
    CPPUNIT_TEST(undoesWhatAStepDoesToTheProcess);
    CPPUNIT_TEST(keepsAPluginsPrintsOutOfTheOutput);
    CPPUNIT_TEST(aStepCannotStopTheRun);
    CPPUNIT_TEST(refusesWhatEverybodyMayWrite);
    CPPUNIT_TEST_SUITE_END();

    // Run from the folder, with an --output that is relative to it.
    support::Ended guest(const std::string& how) {
        const auto path = manifest(
            "do:\n"
            "  - end: {call: EndLook, with: {how: '" +
            how +
            "'}}\n"
            "  - look: {run: {shell: {command: 'pwd; umask; trap', stdin: x}}}\n"
            "  - give: {set: {x: 1, y: '${ .1 + .2 }', z: '${ . }'}}\n");
        fs::remove(folder_.path("result.json"));
        return support::run({"sh", "-c", "umask 027; cd \"$1\"; shift; exec \"$@\"", "sh",
                             folder_.path(), TENON_PROGRAM, "run", path, "--allow-shell",
                             "--plugins", ENDS_FOLDER, "--output", "result.json"});
    }
    void undoesWhatAStepDoesToTheProcess() {
        const std::string wanted = "{\n  \"x\": 1,\n  \"y\": 0.30000000000000004,\n  \"z\": \"" +
                                   fs::canonical(folder_.path()).string() + "\\n0027\\n\"\n}\n";
        for (const std::string how :
             {"nothing", "print", "chdir", "umask", "close", "ignore", "block", "round"}) {
            const auto ended = guest(how);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(how + ended.err, 0, ended.code);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(how, wanted, ended.out);
            CPPUNIT_ASSERT_EQUAL_MESSAGE(how, wanted, folder_.read("result.json"));
        }
    }
    void keepsAPluginsPrintsOutOfTheOutput() {
        const auto err = guest("print").err;
        for (const char* text : {"printed ", "and streamed ", "and written\n"})
            CPPUNIT_ASSERT_MESSAGE(err, err.find(text) != std::string::npos);
    }
    void aStepCannotStopTheRun() {
        const auto ended = guest("cancel");
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        same(
            "m 1.0.0\n"
            "  end: ends\n"
            "  end: call EndLook FAULTED, T\n"
            "error: The step EndLook says that it was cancelled, but nobody stopped it: I stop.\n"
            "  kind: runtime, status 500, cancelled\n"
            "  task: /do/0/end\n"
            "  place: m.yaml:3:5\n",
            support::steady(ended.err));
    }

    [[nodiscard]] std::string refused(const std::string& plugins) const {
        const auto ended = support::program({"steps", "--plugins", plugins});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, ended.err.empty() ? 0 : 78, ended.code);
        std::string text = ended.err;
        for (auto at = text.find(folder_.path()); at != text.npos; at = text.find(folder_.path()))
            text.replace(at, folder_.path().size(), "FOLDER");
        return text;
    }
    void refusesWhatEverybodyMayWrite() {
        const fs::path top = fs::canonical(folder_.path()) / "top", inner = top / "inner";
        fs::create_directories(inner);
        const auto file = inner / "ends.so";
        fs::copy_file(fs::path(ENDS_FOLDER) / "ends.so", file);
        const auto mode = [](const fs::path& path, mode_t bits) {
            CPPUNIT_ASSERT_EQUAL(0, ::chmod(path.c_str(), bits));
        };
        const std::string start =
            "tenon: The plugin FOLDER/top/inner/ends.so is not loaded: "
            "everybody may write ";
        for (const mode_t fine : {0755u, 0500u, 0775u}) {
            mode(file, fine), mode(inner, fine), mode(top, fine);
            same("", refused(inner));
        }
        mode(top, 01777);
        same("", refused(inner));
        mode(top, 0777);
        same(start + "its folder FOLDER/top. Run chmod o-w FOLDER/top.\n", refused(inner));
        mode(top, 0755), mode(inner, 01777);
        same(start + "its folder FOLDER/top/inner. Run chmod o-w FOLDER/top/inner.\n",
             refused(inner));
        mode(inner, 0755), mode(file, 0646);
        same(start + "FOLDER/top/inner/ends.so. Run chmod o-w FOLDER/top/inner/ends.so.\n",
             refused(inner));
        // By a link from a folder that is fine.
        fs::create_directory(top / "links");
        fs::create_symlink(file, top / "links" / "linked.so");
        CPPUNIT_ASSERT(!refused(top / "links").empty());
        // Of another owner, as a mounted folder may be.
        mode(file, 0755);
        if (::geteuid() != 0) return;
        for (const auto& path : {top, inner, file})
            CPPUNIT_ASSERT_EQUAL(0, ::chown(path.c_str(), 1234, 1234));
        same("", refused(inner));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(GuestsTest);
