// SPDX-License-Identifier: Apache-2.0
// Commands that end by themselves, and what they are given.
#include <cppunit/extensions/HelperMacros.h>
#include <dirent.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "ran.h"
#include "support/folder.h"

using support::ran;
using support::ranAlone;

class ShellTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ShellTest);
    CPPUNIT_TEST(givesOutputsAndCode);
    CPPUNIT_TEST(givesArgumentsAsTheyAre);
    CPPUNIT_TEST(givesTheInputAndItsEnd);
    CPPUNIT_TEST(goesOnWhereTheInputIsNotRead);
    CPPUNIT_TEST(movesLargeInputsAndOutputsAtOnce);
    CPPUNIT_TEST(showsFewVariables);
    CPPUNIT_TEST(letsGivenVariablesReplaceOurs);
    CPPUNIT_TEST(handsOnNoDescriptors);
    CPPUNIT_TEST(handsOnNoSignals);
    CPPUNIT_TEST(saysWhichSignalEndedTheShell);
    CPPUNIT_TEST(waitsForABackgroundThatWrites);
    CPPUNIT_TEST(leavesAloneABackgroundThatIsSilent);
    CPPUNIT_TEST(waitsForAShellThatClosedItsOutputs);
    CPPUNIT_TEST(refusesArgumentsThatAreTooLong);
    CPPUNIT_TEST(leavesNothingBehind);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void givesOutputsAndCode() {
        same("3 out[out\n] err[err\n]", ranAlone("echo out; echo err >&2; exit 3"));
        same("0 out[no line end] err[]", ranAlone("printf 'no line end'"));
        same("127 out[] err[sh: 1: there-is-no-such: not found\n]", ranAlone("there-is-no-such"));
    }
    void givesArgumentsAsTheyAre() {
        same("0 out[sh|$(id)|; rm -rf x|\"'`|a\nb||] err[]",
             ran({.command = "printf '%s|' \"$0\" \"$@\"",
                  .arguments = {"$(id)", "; rm -rf x", "\"'`", "a\nb", ""}}));
    }
    void givesTheInputAndItsEnd() {
        same("0 out[STDIN was: Hello World\n] err[]",
             ran({.command = "input=$(cat)\necho \"STDIN was: $input\"", .input = "Hello World"}));
        same("0 out[] err[]", ranAlone("cat"));
    }
    void goesOnWhereTheInputIsNotRead() {
        same("0 out[done\n] err[]",
             ran({.command = "exec <&-; echo done", .input = std::string(1024 * 1024, 'x')}));
    }
    void movesLargeInputsAndOutputsAtOnce() {
        const std::string large(4 * 1024 * 1024, 'x');
        same("0 out[" + large + "] err[]", ran({.command = "cat", .input = large}));
    }
    void showsFewVariables() {
        ::setenv("TENON_SECRET_X", "hidden", 1);
        ::setenv("TZ", "Europe/Paris", 1);
        ::setenv("LANG", "C.UTF-8", 1);
        ::setenv("HOME", "/home/ada", 1);
        same("0 out[HOME=/home/ada\nLANG=C.UTF-8\nPATH=here\nPWD=here\nTZ=Europe/Paris\n] err[]",
             ranAlone("env | sed -e 's/^\\(P[A-Z]*\\)=.*/\\1=here/' | sort"));
        ::unsetenv("TENON_SECRET_X");
    }
    void letsGivenVariablesReplaceOurs() {
        same("0 out[/elsewhere $(id)\n] err[]",
             ran({.command = "echo \"$HOME $X\"",
                  .environment = {{"HOME", "/elsewhere"}, {"X", "$(id)"}}}));
    }
    void handsOnNoDescriptors() {
        // Without close-on-exec, as a library may have opened it.
        DIR* open = ::opendir("/");
        const int leak = ::dup(::dirfd(open));
        same("0 out[0\n1\n2\n3\n] err[]", ranAlone("ls /proc/self/fd"));  // 3: the folder itself
        ::close(leak);
        ::closedir(open);
    }
    void handsOnNoSignals() {
        sigset_t blocked, before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &blocked, &before);
        same("143 killed out[] err[]", ranAlone("kill -TERM $$; echo alive"));
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        same("141 killed out[] err[]", ranAlone("kill -PIPE $$; echo alive"));
    }
    void saysWhichSignalEndedTheShell() {
        same("137 killed out[before\n] err[]", ranAlone("echo before; kill -KILL $$"));
    }
    void waitsForABackgroundThatWrites() {
        const auto gate = folder_.path("gate");
        same("0 out[late\n] err[]",
             ranAlone("mkfifo " + gate + "; (cat " + gate + ") & echo late > " + gate));
    }
    void leavesAloneABackgroundThatIsSilent() {
        const auto gate = folder_.path("gate"), file = folder_.path("file");
        same("0 out[] err[]", ranAlone("mkfifo " + gate + " " + file + "; (cat " + gate + " > " +
                                       file + ") > /dev/null 2>&1 &"));
        same("0 out[on\n] err[]", ranAlone("cat " + file + " & echo on > " + gate + "; wait"));
    }
    void waitsForAShellThatClosedItsOutputs() {
        const auto gate = folder_.path("gate");
        same("0 out[] err[]", ranAlone("mkfifo " + gate));
        std::jthread opener([&] { same("0 out[] err[]", ranAlone("echo on > " + gate)); });
        same("5 out[] err[]", ranAlone("exec >&- 2>&-; read x < " + gate + "; exit 5"));
    }
    void refusesArgumentsThatAreTooLong() {
        same(
            "runtime 500, no shell: The shell could not be started (Argument list too long). Give "
            "what is long on standard input. Nothing was run.",
            ran({.command = "true", .arguments = {std::string(256 * 1024, 'x')}}));
    }
    void leavesNothingBehind() {
        const auto descriptors = [] {
            return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
        };
        const auto before = descriptors();
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([] {
                for (int j = 0; j < 10; ++j) same("0 out[x\n] err[]", ranAlone("echo x"));
            });
        threads.clear();
        CPPUNIT_ASSERT_EQUAL(before, descriptors());
        CPPUNIT_ASSERT_EQUAL(-1, ::waitpid(-1, nullptr, WNOHANG));  // no child, dead or alive
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ShellTest);
