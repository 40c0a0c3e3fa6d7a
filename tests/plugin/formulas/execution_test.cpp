// SPDX-License-Identifier: Apache-2.0
// The platform's answers about executions, in each form that is known or likely.
#include "cloudelements/formulas/execution.h"

#include <cppunit/extensions/HelperMacros.h>

#include "tenon/json.h"

using cloudelements::Ending;

class ExecutionTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ExecutionTest);
    CPPUNIT_TEST(readsTheIdsOfAStart);
    CPPUNIT_TEST(knowsWhatIsOver);
    CPPUNIT_TEST(readsStepsInTheirOrder);
    CPPUNIT_TEST(readsValuesOfAnyKind);
    CPPUNIT_TEST(findsWhyAStepFailed);
    CPPUNIT_TEST_SUITE_END();

    static tenon::Value json(const std::string& text) { return tenon::json::read(text).value(); }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string started(const std::string& answer) {
        const auto ids = cloudelements::readStarted(json(answer));
        if (!ids) return "none";
        std::string out;
        for (const auto id : *ids) out += std::to_string(id) + " ";
        return out;
    }
    void readsTheIdsOfAStart() {
        same("12 ", started(R"([{"id":12,"status":"pending"}])"));
        same("12 13 9007199254740993 ",
             started(R"([{"id":12},{"id":"13"},{"id":9007199254740993}])"));
        same("12 ", started(R"({"id":12})"));
        same("", started("[]"));
        for (const char* answer : {"null", "5", "\"12\"", "{}", "[5]", "[{}]", R"([{"id":null}])",
                                   R"([{"id":12},{"id":"x"}])", R"([{"id":1.5}])"})
            same("none", started(answer));
    }
    static Ending ending(const std::string& status) {
        const auto read =
            cloudelements::readExecution(tenon::Object{{"id", 1}, {"status", status}}, 1);
        return read ? read->ending() : Ending::none;
    }
    void knowsWhatIsOver() {
        CPPUNIT_ASSERT(ending("success") == Ending::success);
        CPPUNIT_ASSERT(ending("SUCCESS") == Ending::success);
        CPPUNIT_ASSERT(ending("failed") == Ending::failed);
        CPPUNIT_ASSERT(ending("cancelled") == Ending::cancelled);
        for (const char* status : {"pending", "queued", "unknown", "retry", "running", ""})
            CPPUNIT_ASSERT(ending(status) == Ending::none);
        for (const char* answer : {"null", "[]", "{}", R"({"status":1})", R"({"status":""})"})
            CPPUNIT_ASSERT(!cloudelements::readExecution(json(answer), 1));
    }
    static std::string steps(const std::string& answer) {
        std::string out;
        for (const auto& step : cloudelements::readSteps(json(answer)))
            out += std::to_string(step.id) + " " + step.name + " " + step.status + "\n";
        return out;
    }
    void readsStepsInTheirOrder() {
        // The platform lists the last one first.
        const std::string list =
            R"([{"id":8,"stepName":"b","status":"failed","createdDate":"2016-06-15 13:24:28.1"},)"
            R"({"id":7,"stepName":"a","status":"success","createdDate":"2016-06-15 13:24:27.814224"}])";
        same("7 a success\n8 b failed\n", steps(list));
        same("7 a success\n8 b failed\n", steps(R"({"id":1,"stepExecutions":)" + list + "}"));
        same("7 a \n", steps(R"([null,5,{"id":"7","name":"a"}])"));
        same("", steps("null"));
        same("", steps(R"({"stepExecutions":null})"));
    }
    void readsValuesOfAnyKind() {
        std::string out;
        for (const auto& kept : cloudelements::readKept(
                 json(R"([{"id":1,"key":"a","value":"200"},{"key":"b"},{"key":"c","value":null},)"
                      R"({"key":"d","value":{"e":[1]}},{"key":"f","value":5},{"value":"g"},7])")))
            out += kept.key + "=" + (kept.isThere ? kept.text : "nothing") + "\n";
        same("a=200\nb=nothing\nc=nothing\nd={\"e\":[1]}\nf=5\n", out);
    }
    static std::string failures(const std::string& steps, const std::string& errors) {
        std::string out;
        for (const auto& one :
             cloudelements::failuresOf(cloudelements::readSteps(json(steps)), json(errors)))
            out += one.step + ": " + one.message + "\n";
        return out;
    }
    static std::string failedWith(const std::string& values) {
        return failures(
            R"([{"id":1,"stepName":"s","status":"failed","stepExecutionValues":)" + values + "}]",
            "null");
    }
    void findsWhyAStepFailed() {
        same("s: no such record\n",
             failedWith(R"([{"key":"s.response.code","value":"404"},{"key":"s.response.body",)"
                        R"("value":"{\"requestId\":\"1\",\"message\":\"no such record\"}"}])"));
        same("s: boom\n", failedWith(R"([{"key":"s.response.body","value":"later"},)"
                                     R"({"key":"s.error","value":"boom"}])"));
        same("s: deep\n",
             failedWith(R"([{"key":"s.error","value":{"error":{"message":"deep"}}}])"));
        same("s: it was answered 502\n",
             failedWith(R"([{"key":"s.response.code","value":"502"},{"key":"s.response.body"}])"));
        same("s: \n", failedWith("[]"));
        // The list of errors: steps with the value that holds the message, or plain objects.
        const std::string steps = R"([{"id":1,"stepName":"a","status":"success"},)"
                                  R"({"id":2,"stepName":"s","status":"failed"}])";
        same("s: why\n",
             failures(steps, R"([{"id":2,"stepName":"s","status":"failed","stepExecutionValues":)"
                             R"([{"id":9,"key":"s.error","value":"why"}]}])"));
        same("s: why\n", failures(steps, R"([{"stepName":"s","message":"why"}])"));
        same("s: why\n", failures(steps, R"([{"step":"s","error":{"message":"why"}}])"));
        same("s: \nt: why\n", failures(steps, R"([{"stepName":"t","message":"why"}])"));
        same("s: \n", failures(steps, R"({"message":"no list"})"));
        same("s: \n: why\n", failures(steps, R"(["x",{"message":"why"}])"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExecutionTest);
