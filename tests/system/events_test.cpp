// SPDX-License-Identifier: Apache-2.0
// `--events`: what the program writes down of a run, and of its pauses.
#include <signal.h>

#include "manifest_fixture.h"
#include "support/running.h"

namespace json = tenon::json;
using support::program;

class EventsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(EventsTest);
    CPPUNIT_TEST(writesWhatHappens);
    CPPUNIT_TEST(addsToTheFile);
    CPPUNIT_TEST(writesToStandardErrorInsteadOfTheProgress);
    CPPUNIT_TEST(runsNothingWhereTheFileCannotBeOpened);
    CPPUNIT_TEST(tellsOfAStop);
    CPPUNIT_TEST(tellsOfAPause);
    CPPUNIT_TEST(pausesAlsoWithoutEvents);
    CPPUNIT_TEST_SUITE_END();

    // Each line as "TYPE SUBJECT DATA", with what differs from run to run taken out.
    static std::string brief(const std::string& lines) {
        std::istringstream in(lines);
        std::string out;
        for (std::string line; std::getline(in, line);) {
            const auto event = json::read(line).value();
            const auto* subject = event.find("subject");
            std::string data = json::write(*event.find("data"));
            data = std::regex_replace(data, std::regex("[0-9a-f]{8}-[0-9a-f-]{27}"), "ID");
            data = std::regex_replace(data, std::regex("[0-9-]{10}T[0-9:.]{12}Z"), "TIME");
            out += *event.find("type")->string() + " " + (subject ? *subject->string() : "-") +
                   " " + data + "\n";
        }
        return std::regex_replace(out, std::regex("io\\.serverlessworkflow\\."), "");
    }
    // The types alone.
    static std::string types(const std::string& lines) {
        return std::regex_replace(brief(lines), std::regex(" [^\n]*"), "");
    }

    void writesWhatHappens() {
        const auto path = manifest(
            "use: {secrets: [key]}\n"
            "do:\n"
            "  - say:\n"
            "      emit:\n"
            "        event:\n"
            "          with:\n"
            "            type: com.example.said.v1\n"
            "            subject: ${ .who }\n"
            "            data: {key: '${ $secrets.key }', and: '${ \"so \\($secrets.key)\" }'}\n");
        const auto ended = program({"run", path, "--events", folder_.path("events"), "--input",
                                    "who=Ada", "--output", folder_.path("out")},
                                   "", {{"TENON_SECRET_KEY", "open sesame"}});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        same(
            R"(workflow.started.v1 - {"name":"m-ID.t","definition":{"name":"m","namespace":"t",)"
            R"("version":"1.0.0"},"startedAt":"TIME"})"
            "\n"
            R"(task.created.v1 /do/0/say {"workflow":"m-ID.t","task":"/do/0/say","createdAt":"TIME"})"
            "\n"
            R"(task.started.v1 /do/0/say {"workflow":"m-ID.t","task":"/do/0/say","startedAt":"TIME"})"
            "\n"
            R"(com.example.said.v1 Ada {"key":"********","and":"********"})"
            "\n"
            R"(task.completed.v1 /do/0/say {"workflow":"m-ID.t","task":"/do/0/say",)"
            R"("completedAt":"TIME"})"
            "\n"
            R"(workflow.completed.v1 - {"name":"m-ID.t","completedAt":"TIME"})"
            "\n",
            brief(folder_.read("events")));
        same("open sesame",
             *json::read(folder_.read("out")).value().find("data")->find("key")->string());
    }
    void addsToTheFile() {
        const auto path = manifest("do: [{a: {set: {x: 1}}}]\n");
        for (int i = 0; i < 2; ++i) program({"run", path, "--events", folder_.path("events")});
        const std::string one =
            "workflow.started.v1\ntask.created.v1\ntask.started.v1\ntask.completed.v1\n"
            "workflow.completed.v1\n";
        same(one + one, types(folder_.read("events")));
    }
    void writesToStandardErrorInsteadOfTheProgress() {
        const auto path = manifest(
            "do: [{a: {raise: {error: {type: 'https://x', status: 400, detail: No.}}}}]\n");
        const auto ended = program({"run", path, "--events", "-"});
        const auto end = ended.err.find("error:");
        same(
            "workflow.started.v1\ntask.created.v1\ntask.started.v1\ntask.faulted.v1\n"
            "workflow.faulted.v1\n",
            types(ended.err.substr(0, end)));
        same("error: No.", ended.err.substr(end, 10));
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
    }
    void runsNothingWhereTheFileCannotBeOpened() {
        const auto path = manifest("do: [{a: {set: {x: 1}}}]\n");
        const auto ended = program({"run", path, "--events", folder_.path("none/events")});
        same("tenon: The events file " + folder_.path("none/events") +
                 " cannot be opened (No such file or directory). Nothing was run.\n",
             ended.err);
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
    }
    void tellsOfAStop() {
        const auto path = manifest("do: [{a: {wait: {hours: 1}}}]\n");
        support::Running run({TENON_PROGRAM, "run", path, "--events", "-"});
        std::string lines = run.readUntil("task.started");
        run.signal(SIGTERM);
        lines += run.readUntil("workflow.cancelled");
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
        same(
            "workflow.started.v1\ntask.created.v1\ntask.started.v1\ntask.cancelled.v1\n"
            "workflow.cancelled.v1\n",
            types(lines));
    }
    void tellsOfAPause() {
        const auto path = manifest("do: [{a: {wait: {hours: 1}}}]\n");
        support::Running run({TENON_PROGRAM, "run", path, "--events", "-"});
        run.readUntil("task.started");
        for (int i = 0; i < 2; ++i) {
            run.signal(SIGTSTP);
            CPPUNIT_ASSERT_EQUAL(SIGSTOP, run.waitForPause());
            const auto before = run.readUntil("task.suspended");
            run.signal(SIGCONT);
            const auto after = run.readUntil("task.resumed");
            same(R"(workflow.suspended.v1 - {"name":"m-ID.t","suspendedAt":"TIME"})"
                 "\n"
                 R"(task.suspended.v1 /do/0/a {"workflow":"m-ID.t","task":"/do/0/a",)"
                 R"("suspendedAt":"TIME"})"
                 "\n"
                 R"(workflow.resumed.v1 - {"name":"m-ID.t","resumedAt":"TIME"})"
                 "\n"
                 R"(task.resumed.v1 /do/0/a {"workflow":"m-ID.t","task":"/do/0/a",)"
                 R"("resumedAt":"TIME"})"
                 "\n",
                 brief(before + after));
        }
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
    }
    void pausesAlsoWithoutEvents() {
        const auto path = manifest("do: [{a: {wait: {hours: 1}}}]\n");
        support::Running run({TENON_PROGRAM, "run", path});
        run.readUntil("m 1.0.0");
        run.signal(SIGTSTP);
        CPPUNIT_ASSERT_EQUAL(SIGSTOP, run.waitForPause());
        run.signal(SIGCONT);
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(130, run.wait());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EventsTest);
