// SPDX-License-Identifier: Apache-2.0
// An execution that a fake platform tells of.
#pragma once

#include "cloudelements/formulas/run_formula.h"
#include "conversation.h"
#include "tenon/json.h"

namespace execution {

inline const std::string kStart = "POST /formulas/instances/7/executions {}\n";
inline const std::string kLook = "GET /formulas/instances/executions/12\n";
inline const std::string kSteps =
    "GET /formulas/instances/executions/12/steps?includeValues=true&pageSize=200\n";
inline const std::string kErrors = "GET /formulas/instances/executions/12/errors\n";
inline const std::string kRuns =
    " The execution 12 of the formula instance 7 was started and may still run: look at GET "
    "/formulas/instances/executions/12 on the platform before you run this again.";

inline cloudelements::RunFormula::Inputs inputs() {
    cloudelements::RunFormula::Inputs in;
    in.formulaInstanceId = 7;
    in.limit = 600;
    in.restart = "never";
    return in;
}
// Told of a start, and then of these statuses.
inline void told(tenon::testing::FakeContext& context, std::initializer_list<const char*> statuses,
                 const std::string& started = R"([{"id":12}])") {
    context.fakeHttp.answer(200, started);
    for (const char* status : statuses)
        context.fakeHttp.answer(
            200, std::string(R"({"id":12,"formulaInstanceId":7,"status":")") + status + "\"}");
}
inline std::string steps(const cloudelements::RunFormula::Outputs& out) {
    return tenon::json::write(*tenon::writeFields(out).find("steps"));
}

inline tenon::Error broken() {
    return tenon::makeError(tenon::ErrorKind::communication, "connection closed", "It broke.");
}

}  // namespace execution
