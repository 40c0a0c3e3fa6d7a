// SPDX-License-Identifier: Apache-2.0
// Steps that make something, and steps that end the process that runs them, in every way there is.
#include <fenv.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "tenon/plugin.h"

struct MakeInputs {
    std::string log;
    std::string token;
    static constexpr auto fields() {
        return std::tuple{
            tenon::required("log", &MakeInputs::log, "File that gets a line for what is made"),
            tenon::required("token", &MakeInputs::token, "What is made")};
    }
};
struct MakeOutputs {
    std::int64_t id = 427902;
    tenon::Secret token;
    static constexpr auto fields() {
        return std::tuple{tenon::required("id", &MakeOutputs::id, "Its number"),
                          tenon::required("token", &MakeOutputs::token, "Its token")};
    }
};
class Make final : public tenon::TypedStep<MakeInputs, MakeOutputs> {
  public:
    static constexpr tenon::StepInfo info{"Make", "1.0.0", "Makes something, for good.", false};
    using TypedStep::run;
    Outputs run(const Inputs& in, tenon::Context&) override {
        std::ofstream(in.log, std::ios::app) << in.token << std::endl;
        return {427902, tenon::Secret(in.token)};
    }
};

struct EndInputs {
    std::string how;
    static constexpr auto fields() {
        return std::tuple{tenon::required("how", &EndInputs::how, "The way to end")};
    }
};
struct EndOutputs {
    static constexpr auto fields() { return std::tuple{}; }
};

void end(const std::string& how) {
    if (how == "exit") ::exit(0);
    if (how == "exit elsewhere") std::thread([] { ::exit(0); }).join();
    if (how == "quick_exit") ::quick_exit(0);
    if (how == "_exit") ::_exit(0);
    if (how == "abort") ::abort();
    if (how == "throw elsewhere") std::thread([] { throw std::runtime_error("no"); }).join();
    if (how == "deep") {
        volatile char room[1 << 16];
        room[0] = 0;
        end(how);
        room[1] = room[0];
    }
    if (how == "print") {
        ::printf("printed ");
        std::cout << "and streamed ";
        if (::write(STDOUT_FILENO, "and written\n", 12) < 0) ::abort();
    }
    if (how == "chdir" && ::chdir("/") != 0) ::abort();
    if (how == "umask") ::umask(0);
    if (how == "close")
        for (const int file : {STDIN_FILENO, STDOUT_FILENO}) ::close(file);
    if (how == "ignore")
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGPIPE})
            ::signal(signal, SIG_IGN);
    if (how == "block") {
        sigset_t every;
        ::sigfillset(&every);
        ::pthread_sigmask(SIG_BLOCK, &every, nullptr);
    }
    if (how == "round") ::fesetround(FE_UPWARD);
    if (how == "cancel")
        throw tenon::StepError(
            tenon::makeError(tenon::ErrorKind::cancelled, "cancelled", "I stop."));
    if (how == "hang")
        for (;;) ::pause();
    if (how.starts_with("signal ")) ::raise(std::stoi(how.substr(7)));
}

template <bool Looks>
class End : public tenon::TypedStep<EndInputs, EndOutputs> {
  public:
    using TypedStep::run;
    Outputs run(const Inputs& in, tenon::Context& context) override {
        context.log(tenon::LogLevel::info, "ends");
        end(in.how);
        return {};
    }
};
class EndLook final : public End<true> {
  public:
    static constexpr tenon::StepInfo info{"EndLook", "1.0.0", "Ends; twice is as once.", true};
};
class EndAct final : public End<false> {
  public:
    static constexpr tenon::StepInfo info{"EndAct", "1.0.0", "Ends in the middle of an act.",
                                          false};
};

struct PostInputs {
    std::string url;
    static constexpr auto fields() {
        return std::tuple{tenon::required("url", &PostInputs::url, "Where to")};
    }
};
struct PostOutputs {
    tenon::Secret answer;
    static constexpr auto fields() {
        return std::tuple{tenon::required("answer", &PostOutputs::answer, "What came back")};
    }
};
// As short as an author may write it.
class Post final : public tenon::TypedStep<PostInputs, PostOutputs> {
  public:
    static constexpr tenon::StepInfo info{"Post", "1.0.0", "Posts nothing.", false};
    using TypedStep::run;
    Outputs run(const Inputs& in, tenon::Context& context) override {
        tenon::HttpRequest request;
        request.method = "POST";
        request.url = in.url;
        return {tenon::Secret(context.http().send(request, context.limits()).value().body)};
    }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Make, "Make")
POCO_EXPORT_INTERFACE(EndLook, "EndLook")
POCO_EXPORT_INTERFACE(EndAct, "EndAct")
POCO_EXPORT_INTERFACE(Post, "Post")
POCO_END_MANIFEST
TENON_PLUGIN("ends", "1.0.0", Make, EndLook, EndAct, Post)
