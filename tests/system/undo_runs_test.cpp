// SPDX-License-Identifier: Apache-2.0
// What a run made on the platform is taken back when it is stopped, cancelled or killed on the way.
#include <signal.h>

#include "kept_fixture.h"
#include "support/sandbox_counts.h"

using support::Platform;
using support::Running;
using support::steady;

class UndoRunsTest : public KeptFixture {
    CPPUNIT_TEST_SUITE(UndoRunsTest);
    CPPUNIT_TEST(undoesWhatAStoppedRunMade);
    CPPUNIT_TEST(undoesInTheNextLifeWhatACancelledRunMade);
    CPPUNIT_TEST(undoesOnceThoughItIsKilled);
    CPPUNIT_TEST(cancelsAtOnceWhatMadeNothing);
    CPPUNIT_TEST_SUITE_END();

    // Makes an instance and waits for what never comes.
    [[nodiscard]] std::string manifest() const {
        return write(
            "m.yaml",
            "use: {secrets: [cloudElements, sageCrm]}\n"
            "do:\n"
            "  - create:\n"
            "      call: CreateSageCRMInstance\n"
            "      with:\n"
            "        name: Sales\n"
            "        subdomain: ${ $secrets.sageCrm.subdomain }\n"
            "        username: ${ $secrets.sageCrm.username }\n"
            "        password: ${ $secrets.sageCrm.password }\n"
            "        verify: false\n"
            "      export: {as: '${ {token: .token} }'}\n"
            "      metadata: {undo: [{delete: {call: DeleteElementInstance, with: {id: '${ .id "
            "}'}}}]}\n"
            "  - ping: {call: PingElementInstance, with: {token: '${ $context.token }'}}\n");
    }
    static std::string slow(const std::string& more = "") {
        return R"({"firstId":427902,"rules":[{"on":"GET /ping","delay":3600000})" + more + "]}";
    }
    static std::string instances(const Platform& platform) {
        const auto counts = support::sandboxCounts(platform.sandbox.address());
        return tenon::json::write(*counts.find("instancesMade")) + " made, " +
               tenon::json::write(*counts.find("instances")) + " there";
    }
    [[nodiscard]] std::vector<std::string> running(const Platform& platform) const {
        return driving({"run", manifest(), "--run-id", "one", "--secrets", platform.secrets});
    }

    void undoesWhatAStoppedRunMade() {
        Platform platform(folder_, slow());
        Running run({TENON_PROGRAM, "run", manifest(), "--secrets", platform.secrets});
        platform.waitFor("waits");
        run.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(run.all(), 130, run.wait());
        same(
            "m 1.0.0\n"
            "  create: call CreateSageCRMInstance, T\n"
            "  ping: call PingElementInstance stopped, T\n"
            "  create: undo\n"
            "    delete: call DeleteElementInstance, T\n"
            "error: GET http://127.0.0.1:PORT/********/ping: the run was stopped. Undone: "
            "/do/0/create (call CreateSageCRMInstance).\n"
            "  kind: cancelled, status 499, cancelled\n"
            "  task: /do/1/ping\n"
            "  place: m.yaml:14:5\n",
            steady(run.all()));
        same("1 made, 0 there", instances(platform));
    }

    void undoesInTheNextLifeWhatACancelledRunMade() {
        Platform platform(folder_, slow());
        Running run(running(platform));
        platform.waitFor("waits");
        run.endBy(SIGKILL);
        const auto cancelled = kept({"runs", "cancel", "one"});
        same(
            "run one is to stop, and to undo what it made. Do that with: tenon resume one "
            "--state " +
                state() + " --key " + key_ + "\n",
            cancelled.out);
        same("to undo", *shown("one").find("state")->string());
        same("1 made, 1 there", instances(platform));
        const auto ended = kept({"resume", "one"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 130, ended.code);
        same(
            "run one, gone on with\n"
            "  ping: call PingElementInstance stopped, T\n"
            "  create: undo\n"
            "    delete: call DeleteElementInstance, T\n"
            "error: The run was stopped before the task \"ping\" began; it was not started. "
            "Undone: "
            "/do/0/create (call CreateSageCRMInstance).\n"
            "  kind: cancelled, status 499, cancelled\n"
            "  task: /do/1/ping\n"
            "  place: m.yaml:14:5\n",
            steady(ended.err));
        same("1 made, 0 there", instances(platform));
        same("cancelled", *shown("one").find("state")->string());
    }

    // In the middle of the undoing, which does not finish in its first life.
    void undoesOnceThoughItIsKilled() {
        Platform platform(folder_, R"({"firstId":427902,"rules":[)"
                                   R"({"on":"GET /ping","answer":{"status":400}},)"
                                   R"({"on":"DELETE /instances","delay":3600000,"times":1}]})");
        Running run(running(platform));
        platform.waitFor("waits");
        run.endBy(SIGKILL);
        same("interrupted", *shown("one").find("state")->string());
        const auto ended = kept({"resume", "one"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 1, ended.code);
        CPPUNIT_ASSERT_MESSAGE(
            ended.err,
            ended.err.find("Undone: /do/0/create (call CreateSageCRMInstance).") != ended.err.npos);
        same("1 made, 0 there", instances(platform));
        same("faulted", *shown("one").find("state")->string());
    }

    void cancelsAtOnceWhatMadeNothing() {
        const auto waiting =
            write("w.yaml",
                  "do:\n"
                  "  - rest: {wait: {hours: 1}}\n"
                  "  - a: {set: {n: 1}, metadata: {undo: [{b: {set: {n: 2}}}]}}\n");
        Running run(driving({"run", waiting, "--run-id", "one"}));
        hasBegun("one");
        run.endBy(SIGKILL);
        same("run one is cancelled\n", kept({"runs", "cancel", "one"}).out);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UndoRunsTest);
