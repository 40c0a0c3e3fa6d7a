// SPDX-License-Identifier: Apache-2.0
// The client is a guest in its process: it raises no signal, keeps no descriptor, and hands none
// on.
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>

#include <filesystem>

#include "client_fixture.h"

class GuestTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(GuestTest);
    CPPUNIT_TEST(raisesNoSignalWhenAConnectionBreaks);
    CPPUNIT_TEST(raisesNoSignalWhenItClosesABrokenConnection);
    CPPUNIT_TEST(keepsNoDescriptor);
    CPPUNIT_TEST(handsNoDescriptorOn);
    CPPUNIT_TEST_SUITE_END();

    // The signal ends the process, as in a host that does not think of it: the tests' main()
    // ignores it, and Poco blocks it in the thread that loads Poco.
    class DeadlySigpipe {
      public:
        DeadlySigpipe() {
            static_cast<void>(support::Certificates::get());  // starts programs, and ignores it
            sigset_t pipe;
            sigemptyset(&pipe);
            sigaddset(&pipe, SIGPIPE);
            pthread_sigmask(SIG_UNBLOCK, &pipe, &mask_);  // those that wait go to the old handler
            handler_ = ::signal(SIGPIPE, SIG_DFL);
        }
        ~DeadlySigpipe() {
            ::signal(SIGPIPE, handler_);
            pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
        }
        DeadlySigpipe(const DeadlySigpipe&) = delete;
        DeadlySigpipe& operator=(const DeadlySigpipe&) = delete;

      private:
        void (*handler_)(int);
        sigset_t mask_{};
    };
    static std::ptrdiff_t descriptors() {
        const std::filesystem::directory_iterator all("/proc/self/fd");
        return std::distance(begin(all), end(all));
    }

    void raisesNoSignalWhenAConnectionBreaks() {
        const DeadlySigpipe sigpipe;
        both([](Line& line) { line.head(), line.reset(); },
             [](HttpClient& client, ScriptServer& server) {
                 for (int i = 0; i < 3; ++i)
                     same("connection closed, maybe done",
                          outcome(client, post(server, std::string(20u << 20, 'a'))));
             });
    }
    void raisesNoSignalWhenItClosesABrokenConnection() {
        const DeadlySigpipe sigpipe;
        both([](Line& line) { line.request(), line.reset(); },
             [](HttpClient& client, ScriptServer& server) {
                 for (int i = 0; i < 3; ++i)
                     same("connection closed", outcome(client, get(server)));
             });
    }
    void keepsNoDescriptor() {
        static_cast<void>(support::Certificates::get());
        const auto before = descriptors();
        both(
            [](Line& line) {
                for (auto got = line.request(); !got.empty(); got = line.request()) {
                    if (got.starts_with("GET /good")) line.send(kOk);
                    if (got.starts_with("GET /cut")) return void(line.send("HTTP/1.1 20"));
                    if (got.starts_with("GET /wrong")) line.send("SSH-2.0-OpenSSH_9.2\r\n");
                }
            },
            [](HttpClient& client, ScriptServer& server) {
                std::stop_source source;
                const auto few = within(std::chrono::milliseconds(50));
                same("200 ok", outcome(client, get(server, "/good"), {.stop = source.get_token()}));
                same("truncated", outcome(client, get(server, "/cut")));
                same("malformed", outcome(client, get(server, "/wrong")));
                same("deadline", outcome(client, get(server, "/slow"), few));
                same("connect", outcome(client, {.url = "https://localhost:1/"}));
                same("connect", outcome(client, {.url = "https://nowhere.invalid/"}));
                same("200 ok", outcome(client, get(server, "/good")));
            });
        CPPUNIT_ASSERT_EQUAL(before, descriptors());
    }
    void handsNoDescriptorOn() {
        both(
            [](Line& line) {
                while (!line.request().empty()) line.send(kOk);
            },
            [](HttpClient& client, ScriptServer& server) {
                same("200 ok", outcome(client, get(server)));
                int ours = 0;
                for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
                    const int descriptor = std::stoi(entry.path().filename());
                    sockaddr_in peer{};
                    socklen_t size = sizeof peer;
                    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&peer), &size) != 0 ||
                        ntohs(peer.sin_port) != server.port())
                        continue;
                    ++ours;
                    CPPUNIT_ASSERT_EQUAL(FD_CLOEXEC, ::fcntl(descriptor, F_GETFD));
                }
                CPPUNIT_ASSERT_EQUAL(1, ours);
            });
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(GuestTest);
