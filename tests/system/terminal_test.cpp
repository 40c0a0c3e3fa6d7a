// SPDX-License-Identifier: Apache-2.0
// What a person sees on a terminal (script(1) makes one), and what a terminal must not obey.
#include "manifest_fixture.h"

class TerminalTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(TerminalTest);
    CPPUNIT_TEST(showsWhatIsGoingOn);
    CPPUNIT_TEST(showsNoMoreThanFits);
    CPPUNIT_TEST(showsNothingWhereTheTerminalIsDumb);
    CPPUNIT_TEST(obeysNoTextOfTheRun);
    CPPUNIT_TEST_SUITE_END();

    const std::string manifest_ = manifest(
        "do:\n"
        "  - outer:\n"
        "      do:\n"
        "        - first: {set: {x: 1}}\n"
        "        - second: {set: {x: 2}}\n");

    // What the terminal got, "<" where a line is taken away and begun again.
    static std::string seen(const std::string& path, const std::string& terminal,
                            int columns = 80) {
        const std::string command = "stty columns " + std::to_string(columns) + " && exec " +
                                    TENON_PROGRAM + " run " + path;
        auto ended =
            support::run({"script", "-qec", command, "/dev/null"}, "", {{"TERM", terminal}});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.out + ended.err, 0, ended.code);
        std::string text = std::regex_replace(ended.out, std::regex("\r\033\\[K"), "<");
        return support::steady(std::regex_replace(text, std::regex("\r\n"), "\n"));
    }

    void showsWhatIsGoingOn() {
        same(
            "m 1.0.0\n"
            "  outer: do ...<    first: set ...<    first: set, T\n"
            "  outer: do ...<    second: set ...<    second: set, T\n"
            "  outer: do ...<  outer: do, T\n"
            "{\n  \"x\": 2\n}\n",
            seen(manifest_, "xterm"));
    }
    void showsNoMoreThanFits() {
        const auto path = manifest("do: [{'größer': {set: {x: 1}}}]\n");
        same("m 1.0.0\n  größ<  größer: set, T\n{\n  \"x\": 1\n}\n", seen(path, "xterm", 7));
    }
    void showsNothingWhereTheTerminalIsDumb() {
        same("m 1.0.0\n    first: set, T\n    second: set, T\n  outer: do, T\n{\n  \"x\": 2\n}\n",
             seen(manifest_, "dumb"));
    }
    void obeysNoTextOfTheRun() {
        const auto path = manifest(
            "do:\n"
            "  - \"\\e[2Jre\\tfuse\":\n"
            "      raise:\n"
            "        error: {type: 'https://x', status: 400, detail: '${ .said }'}\n");
        const auto ended = support::program(
            {"run", path, "--input", "said=\"a\\u001b[31mb\\u009b2Jc\\r\\u007fd\\ne\\tf é\""});
        same(
            "m 1.0.0\n  �[2Jre fuse: raise FAULTED, T\n"
            "error: a�[31mb�2Jc��d\ne\tf é\n"
            "  kind: runtime, status 400\n  type: https://x\n  task: /do/0/�[2Jre\tfuse\n"
            "  place: m.yaml:3:5\n",
            support::steady(ended.err));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(TerminalTest);
