// SPDX-License-Identifier: Apache-2.0
// From the engine's events to the language's lifecycle events.
#include "events/lifecycle.h"

#include <cppunit/extensions/HelperMacros.h>

#include <regex>

#include "tenon/json.h"

namespace json = tenon::json;
using tenon::events::Lifecycle;
using tenon::world::Event;
using Kind = Event::Kind;

class LifecycleTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(LifecycleTest);
    CPPUNIT_TEST(tellsOfAWorkflow);
    CPPUNIT_TEST(tellsOfATask);
    CPPUNIT_TEST(tellsTheRoundOfATask);
    CPPUNIT_TEST(tellsOfErrors);
    CPPUNIT_TEST(tellsOfWhatIsCancelled);
    CPPUNIT_TEST(tellsOfRetries);
    CPPUNIT_TEST(tellsOfAWorkflowInsideAnother);
    CPPUNIT_TEST(saysThatATaskWasMadeThatNeverBegan);
    CPPUNIT_TEST(passesOnWhatIsEmitted);
    CPPUNIT_TEST(isSilentOfWhatTheLanguageHasNoEventFor);
    CPPUNIT_TEST(tellsOfPauses);
    CPPUNIT_TEST(showsNoSecret);
    CPPUNIT_TEST_SUITE_END();

    tenon::world::Redactor redactor_;
    std::string lines_;
    Lifecycle lifecycle_{"run", redactor_,
                         [this](const std::string& line) { lines_ += line + "\n"; }};
    std::uint64_t number_ = 0;

    void same(const std::string& expected) {
        CPPUNIT_ASSERT_EQUAL(expected, lines_);
        lines_.clear();
    }
    static std::chrono::system_clock::time_point at(int seconds) {
        return std::chrono::system_clock::time_point(std::chrono::milliseconds(1767323045678) +
                                                     std::chrono::seconds(seconds));
    }
    // One second after the event before.
    Event event(Kind kind, const std::string& pointer, const std::string& position) {
        Event out;
        out.number = ++number_;
        out.kind = kind;
        out.time = at(static_cast<int>(number_) - 1);
        out.workflow = {"t", "w", "1.0.0", ""};
        out.pointer = pointer;
        out.position = position;
        return out;
    }
    void tell(Kind kind, const std::string& pointer = "", const std::string& position = "") {
        lifecycle_.on(event(kind, pointer, position));
    }
    void tell(Kind kind, const tenon::Error& error, const std::string& pointer = "") {
        Event out = event(kind, pointer, pointer);
        out.error = error;
        lifecycle_.on(out);
    }
    // What every line begins and goes on with.
    static std::string head(const std::string& type, int second, const std::string& subject,
                            const std::string& source = "/t/w/1.0.0", const std::string& id = "") {
        const auto place = subject + type.substr(type.find('.'));
        return R"({"specversion":"1.0","id":"run)" +
               (id.empty() ? std::regex_replace(place, std::regex("\\.(\\w+)$"), "/$1") : id) +
               R"(","source":")" + source + R"(","type":"io.serverlessworkflow.)" + type +
               R"(.v1","time":"2026-01-02T03:04:0)" + std::to_string(5 + second) + R"(.678Z",)" +
               (subject.empty() ? "" : R"("subject":")" + subject + R"(",)") +
               R"("datacontenttype":"application/json","data":{)";
    }
    static std::string of(const std::string& what, int second) {
        return "\"" + what + R"(At":"2026-01-02T03:04:0)" + std::to_string(5 + second) + ".678Z\"";
    }
    static inline const std::string kName = R"("name":"w-run.t",)";
    static inline const std::string kTask = R"("workflow":"w-run.t","task":"/do/0/a",)";

    void tellsOfAWorkflow() {
        tell(Kind::workflowStarted);
        tell(Kind::workflowCompleted);
        same(head("workflow.started", 0, "") + kName +
             R"("definition":{"name":"w","namespace":"t","version":"1.0.0"},)" + of("started", 0) +
             "}}\n" + head("workflow.completed", 1, "") + kName + of("completed", 1) + "}}\n");
    }
    void tellsOfATask() {
        tell(Kind::taskStarted, "/do/0/a", "/do/0/a#2");
        tell(Kind::taskCompleted, "/do/0/a", "/do/0/a#2");
        same(head("task.created", 0, "/do/0/a#2") + kTask + of("created", 0) + "}}\n" +
             head("task.started", 0, "/do/0/a#2") + kTask + of("started", 0) + "}}\n" +
             head("task.completed", 1, "/do/0/a#2") + kTask + of("completed", 1) + "}}\n");
    }
    void tellsTheRoundOfATask() {
        Event out = event(Kind::taskStarted, "/do/0/a", "/do/0/a#2");
        const tenon::world::Loop loop{"/do/0/each", "each", 0, tenon::Array{1, 2, 3}};
        out.round = {std::make_shared<const tenon::world::Loop>(loop), 2};
        lifecycle_.on(out);
        const auto round = R"("round":{"number":2,"of":3},)";
        same(head("task.created", 0, "/do/0/a#2") + kTask + round + of("created", 0) + "}}\n" +
             head("task.started", 0, "/do/0/a#2") + kTask + round + of("started", 0) + "}}\n");
    }
    void tellsOfErrors() {
        auto error = tenon::makeError(tenon::ErrorKind::communication, "closed", "It closed.");
        error.instance = "/do/0/a";
        error.done = tenon::Done::maybe;
        tell(Kind::taskStarted, "/do/0/a", "/do/0/a");
        lines_.clear();
        tell(Kind::taskFaulted, error, "/do/0/a");
        tell(Kind::workflowFaulted, error);
        const std::string written =
            R"(,"error":{"type":"https://open-workflow-specification.org/spec/1.0.0/errors/)"
            R"(communication","status":500,"title":"closed","detail":"It closed.",)"
            R"("instance":"/do/0/a","outcome":"unknown"}}})"
            "\n";
        same(head("task.faulted", 1, "/do/0/a") + kTask + of("faulted", 1) + written +
             head("workflow.faulted", 2, "") + kName + of("faulted", 2) + written);
    }
    void tellsOfWhatIsCancelled() {
        const auto error = tenon::makeError(tenon::ErrorKind::cancelled, "cancelled", "Stopped.");
        tell(Kind::taskStarted, "/do/0/a", "/do/0/a");
        lines_.clear();
        tell(Kind::taskCancelled, error, "/do/0/a");
        tell(Kind::workflowCancelled, error);
        same(head("task.cancelled", 1, "/do/0/a") + kTask + of("cancelled", 1) + "}}\n" +
             head("workflow.cancelled", 2, "") + kName + of("cancelled", 2) + "}}\n");
    }
    void tellsOfRetries() {
        tell(Kind::taskStarted, "/do/0/a", "/do/0/a");
        lines_.clear();
        tell(Kind::taskRetried, "/do/0/a", "/do/0/a");
        tell(Kind::taskCompleted, "/do/0/a", "/do/0/a");
        same(head("task.retried", 1, "/do/0/a") + kTask + of("retried", 1) + "}}\n" +
             head("task.completed", 2, "/do/0/a") + kTask + of("completed", 2) + "}}\n");
    }
    void tellsOfAWorkflowInsideAnother() {
        Event inner = event(Kind::workflowCompleted, "", "/do/0/a/run");
        inner.workflow = {"u", "v", "2.0.0", ""};
        lifecycle_.on(inner);
        same(head("workflow.completed", 0, "/do/0/a/run", "/u/v/2.0.0") + R"("name":"v-run.u",)" +
             of("completed", 0) + "}}\n");
    }
    void saysThatATaskWasMadeThatNeverBegan() {
        tell(Kind::taskCancelled, "/do/0/a", "/do/0/a");
        same(head("task.created", 0, "/do/0/a") + kTask + of("created", 0) + "}}\n" +
             head("task.cancelled", 0, "/do/0/a") + kTask + of("cancelled", 0) + "}}\n");
    }
    void passesOnWhatIsEmitted() {
        Event emitted = event(Kind::emitted, "/do/0/a", "/do/0/a");
        emitted.output = json::read(R"({"specversion":"1.0","id":"i","type":"x"})").value();
        lifecycle_.on(emitted);
        same(R"({"specversion":"1.0","id":"i","type":"x"})"
             "\n");
    }
    void isSilentOfWhatTheLanguageHasNoEventFor() {
        tell(Kind::taskSkipped, "/do/0/a", "/do/0/a");
        tell(Kind::log, "/do/0/a", "/do/0/a");
        same("");
    }
    void tellsOfPauses() {
        tell(Kind::workflowStarted);
        tell(Kind::taskStarted, "/do/0/a", "/do/0/a");
        tell(Kind::taskStarted, "/do/1/b", "/do/1/b");
        tell(Kind::taskCompleted, "/do/1/b", "/do/1/b");
        lines_.clear();
        lifecycle_.suspended(at(3));
        lifecycle_.resumed(at(4));
        const auto both = [&](const std::string& phase, int second) {
            return head("workflow." + phase, second, "", "/t/w/1.0.0", "/pause-1/" + phase + "/1") +
                   kName + of(phase, second) + "}}\n" +
                   head("task." + phase, second, "/do/0/a", "/t/w/1.0.0",
                        "/pause-1/" + phase + "/2") +
                   kTask + of(phase, second) + "}}\n";
        };
        same(both("suspended", 3) + both("resumed", 4));
        tell(Kind::taskCompleted, "/do/0/a", "/do/0/a");
        tell(Kind::workflowCompleted);
        lines_.clear();
        lifecycle_.suspended(at(0));
        same("");
    }
    void showsNoSecret() {
        redactor_.learn(tenon::Secret("hidden text"));
        auto error = tenon::makeError(tenon::ErrorKind::runtime, "of hidden text", "hidden text");
        error.instance = "/hidden text";
        tell(Kind::workflowFaulted, error);
        Event emitted = event(Kind::emitted, "/do/0/a", "/do/0/a");
        emitted.output =
            tenon::Object{{"data", tenon::Secret("hidden text")}, {"subject", "a hidden text"}};
        lifecycle_.on(emitted);
        same(head("workflow.faulted", 0, "") + kName + of("faulted", 0) +
             R"(,"error":{"type":"https://open-workflow-specification.org/spec/1.0.0/errors/)"
             R"(runtime","status":500,"title":"of ********","detail":"********",)"
             R"("instance":"/********"}}})"
             "\n"
             R"({"data":"********","subject":"a ********"})"
             "\n");
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(LifecycleTest);
