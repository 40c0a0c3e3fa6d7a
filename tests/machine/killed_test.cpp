// SPDX-License-Identifier: Apache-2.0
// Commands that are given up: they are killed, with all that they started.
#include <cppunit/extensions/HelperMacros.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "ran.h"
#include "support/folder.h"

using support::ran;
using tenon::Limits;

class KilledTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(KilledTest);
    CPPUNIT_TEST(killsTheWholeGroupAtTheDeadline);
    CPPUNIT_TEST(killsTheWholeGroupWhenTheRunIsStopped);
    CPPUNIT_TEST(killsAShellThatClosedItsOutputs);
    CPPUNIT_TEST(killsWhatAShellLeftBehindThatStillWrites);
    CPPUNIT_TEST(doesNotStartAfterAStop);
    CPPUNIT_TEST(handsOverWhatHadComeAtTheDeadline);
    CPPUNIT_TEST(handsOverWhatHadComeWhenTheRunIsStopped);
    CPPUNIT_TEST(killsWhatWritesTooMuch);
    CPPUNIT_TEST(killsWhatSaysTooMuch);
    CPPUNIT_TEST_SUITE_END();

    static constexpr const char* kDeadline =
        "timeout 408, maybe done, deadline: The time was up before the shell command ended. It was "
        "killed, and may have acted before.";

    support::Folder folder_;
    const std::string pipe_ = folder_.path("pipe");

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static Limits soon() {
        return {std::chrono::steady_clock::now() + std::chrono::milliseconds(100), {}};
    }
    // Processes of all sorts that hold the pipe open, and then `rest`.
    std::string holding(const std::string& rest) const {
        ::mkfifo(pipe_.c_str(), 0600);
        return "sleep 3600 < " + pipe_ + " & (trap '' TERM; sleep 3600) < " + pipe_ +
               " & echo x > " + pipe_ + "; " + rest;
    }
    // Returns once nobody holds it open any more.
    void waitForRelease() const {
        for (int end = 0; end >= 0;) {
            end = ::open(pipe_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
            if (end >= 0) ::close(end);
            std::this_thread::yield();
        }
        CPPUNIT_ASSERT_EQUAL(ENXIO, errno);
    }

    void killsTheWholeGroupAtTheDeadline() {
        same(kDeadline, ran({.command = holding("sleep 3600")}, soon()));
        waitForRelease();
        CPPUNIT_ASSERT_EQUAL(-1, ::waitpid(-1, nullptr, WNOHANG));  // no child, dead or alive
    }
    void killsTheWholeGroupWhenTheRunIsStopped() {
        std::stop_source stop;
        const auto begun = folder_.path("begun");
        ::mkfifo(begun.c_str(), 0600);
        std::jthread stopper([&] {
            const int end = ::open(begun.c_str(), O_RDONLY | O_CLOEXEC);  // blocks until then
            char said = 0;
            static_cast<void>(::read(end, &said, 1) == 1);
            ::close(end);
            stop.request_stop();
        });
        same(
            "cancelled 499, maybe done, cancelled: The run was stopped while the shell command "
            "ran. It was killed, and may have acted before.",
            ran({.command = holding("echo x > " + begun + "; sleep 3600")},
                {.stop = stop.get_token()}));
        waitForRelease();
        CPPUNIT_ASSERT_EQUAL(-1, ::waitpid(-1, nullptr, WNOHANG));
    }
    void killsAShellThatClosedItsOutputs() {
        same(kDeadline, ran({.command = "exec >&- 2>&-; sleep 3600"}, soon()));
    }
    void killsWhatAShellLeftBehindThatStillWrites() {
        same(kDeadline, ran({.command = "sleep 3600 &"}, soon()));
    }
    void doesNotStartAfterAStop() {
        std::stop_source stop;
        stop.request_stop();
        same("cancelled 499, cancelled: The run was stopped before the shell command began.",
             ran({.command = "echo x > " + folder_.path("file")}, {.stop = stop.get_token()}));
        CPPUNIT_ASSERT(!std::filesystem::exists(folder_.path("file")));
    }
    void handsOverWhatHadComeAtTheDeadline() {
        same(std::string(kDeadline) + "\n out[id 4711\nhalf] err[]",
             ran({.command = "printf 'id 4711\nhalf'; sleep 3600"}, soon()));
        same(std::string(kDeadline) + "\n out[made] err[why]",
             ran({.command = "printf made; printf why >&2; exec >&- 2>&-; sleep 3600"}, soon()));
    }
    // Written before the stop, and perhaps not yet read when it comes.
    void handsOverWhatHadComeWhenTheRunIsStopped() {
        for (const std::size_t size : {1u, 60'000u}) {
            std::stop_source stop;
            const auto begun = folder_.path("begun" + std::to_string(size));
            ::mkfifo(begun.c_str(), 0600);
            std::jthread stopper([&] {
                const int end = ::open(begun.c_str(), O_RDONLY | O_CLOEXEC);
                char said = 0;
                static_cast<void>(::read(end, &said, 1) == 1);
                ::close(end);
                stop.request_stop();
            });
            const auto number = std::to_string(size);
            same(
                "cancelled 499, maybe done, cancelled: The run was stopped while the shell "
                "command ran. It was killed, and may have acted before.\n out[" +
                    std::string(size, '0') + "] err[]",
                ran({.command = "printf '%0" + number + "d' 0; echo x > " + begun + "; sleep 3600"},
                    {.stop = stop.get_token()}));
        }
    }
    // What it wrote is handed over, too: the beginning of it.
    static void tooMuch(const std::string& command, const std::string& what,
                        const std::string& came) {
        const std::string wanted =
            "runtime 500, maybe done, shell output: The shell command wrote more than 8 MiB to "
            "its standard " +
            what + ". It was killed, and may have acted before.\n " + came + "[y\ny\n";
        const auto found = ran({.command = command});
        same(wanted, found.substr(0, wanted.size()));
        CPPUNIT_ASSERT(found.size() > (std::size_t{8} << 20));
    }
    void killsWhatWritesTooMuch() { tooMuch("yes", "output", "out"); }
    void killsWhatSaysTooMuch() { tooMuch("yes >&2", "error", "out[] err"); }
};

CPPUNIT_TEST_SUITE_REGISTRATION(KilledTest);
