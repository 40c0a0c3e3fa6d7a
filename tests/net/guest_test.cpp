// SPDX-License-Identifier: Apache-2.0
// The client is a guest in its process: it raises no signal, keeps no descriptor, and hands none
// on.
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>

#include "client_fixture.h"

class GuestTest : public ClientFixture {
    CPPUNIT_TEST_SUITE(GuestTest);
    CPPUNIT_TEST(raisesNoSignalWhenAConnectionBreaks);
    CPPUNIT_TEST(raisesNoSignalWhenItClosesABrokenConnection);
    CPPUNIT_TEST(keepsNoDescriptor);
    CPPUNIT_TEST(handsNoDescriptorOn);
    CPPUNIT_TEST(saysThatNoDescriptorIsLeft);
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
                          outcome(client, post(server, std::string(8u << 20, 'a'))));
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
    // Nothing waits for ever, and nothing is taken for another fault.
    void saysThatNoDescriptorIsLeft() {
#ifdef TENON_SANITIZED
        return;  // UBSan needs descriptors itself when it looks at an exception
#endif
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        const rlimit few{static_cast<rlim_t>(descriptors()) + 10, before.rlim_max};
        std::vector<int> taken;
        HttpClient client(trusting());
        std::stop_source source;
        ::setrlimit(RLIMIT_NOFILE, &few);
        for (int one = 0; one >= 0; taken.push_back(one))
            one = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        const auto address = told(client, {.url = "http://127.0.0.1:1/"});
        const auto name = told(client, {.url = "http://nowhere.invalid:1/"});
        const auto stoppable =
            told(client, {.url = "http://127.0.0.1:1/"}, {.stop = source.get_token()});
        for (const int one : taken)
            if (one >= 0) ::close(one);
        ::setrlimit(RLIMIT_NOFILE, &before);
        same("connect: GET URL: no connection to 127.0.0.1:PORT (Too many open files).", address);
        same("connect: GET URL: no means to wait (Too many open files).", name);
        same("connect: GET URL: no means to wait (Too many open files).", stoppable);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(GuestTest);
