// SPDX-License-Identifier: Apache-2.0
// Runs that end before their time.
#include <cppunit/extensions/HelperMacros.h>
#include <signal.h>
#include <sys/stat.h>

#include <fstream>
#include <regex>

#include "program.h"
#include "support/running.h"

using support::kCreate;
using support::kUse;
using support::Platform;

class StopTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(StopTest);
    CPPUNIT_TEST(stopsAtOnceInTheMiddleOfACreate);
    CPPUNIT_TEST(stopsInTheMiddleOfAReadWithTheOutcomeKnown);
    CPPUNIT_TEST(givesUpARequestInTime);
    CPPUNIT_TEST(leavesNoDraftWhenItIsStopped);
    CPPUNIT_TEST(goesOnWhereTheParentHadTheSignalIgnored);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    void stopsAtOnceInTheMiddleOfACreate() {
        Platform platform(folder_, R"({"rules":[{"on":"POST /instances","delay":3600000}]})");
        support::Running run({TENON_PROGRAM, "run", kCreate, "--secrets", platform.secrets});
        run.readUntil("create-sagecrm-instance 1.0.0");
        platform.waitFor("waits");
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(3, run.wait());
        CPPUNIT_ASSERT_EQUAL(
            std::string(
                "  create: call CreateSageCRMInstance stopped, T; outcome unknown\n"
                "error: POST http://127.0.0.1:PORT/********/instances: the run was "
                "stopped. The request had been sent, so the remote side may have acted on "
                "it. The instance may exist all the same: before you run this anew, look on "
                "the platform for an instance named \"SageCRM\" with the tag \"TAG\", and "
                "delete it or use it.\n"
                "  kind: cancelled, status 499, unknown outcome\n"
                "  task: /do/0/create\n"
                "  place: create-sagecrm-instance.yaml:25:5\n"
                "  outcome: unknown; look on the remote side before you run this again\n"),
            std::regex_replace(support::steady(run.rest()), std::regex("tenon-[a-z2-7]{26}"),
                               "TAG"));
    }

    void stopsInTheMiddleOfAReadWithTheOutcomeKnown() {
        Platform platform(
            folder_, R"({"firstId":427902,"rules":[{"on":"GET /hubs/crm/ping","delay":3600000}]})");
        support::Running run({TENON_PROGRAM, "run", kUse, "--secrets", platform.secrets});
        platform.waitFor("waits");
        run.signal(SIGTERM);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        const auto text = support::steady(run.rest());
        CPPUNIT_ASSERT_MESSAGE(text, text.find("  completed before: {\n") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(text, text.find("\"id\": 427902") != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(text, text.find("outcome: unknown") == std::string::npos);
    }

    void givesUpARequestInTime() {
        Platform platform(folder_, R"({"rules":[{"on":"POST /instances","delay":3600000}]})");
        const auto path = folder_.write(
            "m.yaml",
            "document: {dsl: 1.0.3, namespace: t, name: m, version: 1.0.0}\n"
            "use: {secrets: [cloudElements]}\n"
            "do: [{t: {call: CreateSageCRMInstance, with: {name: n, subdomain: h, username: u, "
            "password: p, lookFor: 0}}}]\n");
        const auto ended = support::program(
            {"run", path, "--secrets", platform.secrets, "--request-timeout", "1"});
        CPPUNIT_ASSERT_EQUAL(3, ended.code);
        CPPUNIT_ASSERT_MESSAGE(
            ended.err,
            ended.err.find("kind: timeout, status 408, unknown outcome") != std::string::npos);
    }

    // By the end of its terminal, too.
    void leavesNoDraftWhenItIsStopped() {
        Platform platform(folder_, R"({"rules":[{"on":"POST /instances","delay":3600000}]})");
        support::Running run({TENON_PROGRAM, "run", kCreate, "--secrets", platform.secrets,
                              "--output", folder_.path("result.json")});
        platform.waitFor("waits");
        run.signal(SIGHUP);
        CPPUNIT_ASSERT_EQUAL(3, run.wait());
        std::string left;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            left += entry.path().filename().string() + "\n";
        CPPUNIT_ASSERT_EQUAL(std::string("secrets.json\n"), left);
    }

    // As nohup does with SIGHUP, and a shell with SIGINT for what it runs in the background.
    void goesOnWhereTheParentHadTheSignalIgnored() {
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        const auto manifest =
            folder_.write("read.yaml",
                          "document: {dsl: 1.0.3, namespace: t, name: read, version: 1.0.0}\n"
                          "do:\n  - read: {run: {shell: {command: 'cat \"$1\"', arguments: ['" +
                              fifo + "']}}}\n");
        support::Running run({"sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh", TENON_PROGRAM,
                              "run", manifest, "--allow-shell"});
        std::ofstream writer(fifo);  // waits for the reader
        run.signal(SIGHUP);
        run.signal(SIGINT);
        writer << "read" << std::flush;
        writer.close();
        CPPUNIT_ASSERT_EQUAL(0, run.wait());
        CPPUNIT_ASSERT_EQUAL(std::string("read 1.0.0\n  read: run shell, T\n\"read\"\n"),
                             support::steady(run.rest()));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(StopTest);
