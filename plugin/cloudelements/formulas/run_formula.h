// SPDX-License-Identifier: Apache-2.0
// Step RunFormula: starts an execution of a formula instance, waits for its end, and gives the
// values of its steps.
//
// `args` is what the formula reads as ${trigger.args}. For a formula that events trigger it is an
// event notification, {message: {instance_id: …, events: [ … ], raw: { … }}}: the platform starts
// one execution for each event, and all of them are waited for.
//
// The start is sent once, never twice. From then on each error says which execution runs: one that
// failed, with the failing step and its message; one that was cancelled on the platform; one that
// is not over within `limit`; and a run that was stopped meanwhile. The execution itself goes on in
// the last two cases.
//
// A run that is kept knows what it has started: killed while it waits, it goes on waiting for the
// same execution, for `limit` again. A retry waits for one that still runs, and gives the values of
// one that has succeeded. One that failed may have done a part of its work, so a retry gives its
// error again, unless `restart` says afterFailure. What nobody knows is whether a start was done
// whose answer was lost, or in whose midst the run was killed: executions carry no mark. Then a
// person is asked to look, and nothing is started.
//
// `steps` nests the values as the formula's own references name them: .lookup.response.body.id here
// is ${steps.lookup.response.body.id} there. JSON in them is read; a code is a text ("200"). Of a
// step in a loop the last round counts. What looks like a credential, such as the Authorization
// header that the platform logs with each request, is a secret here. The platform keeps
// values for some days, at most 4 MB of each.
//
// Source: the vendor's documentation of formulas, its client SDK (/formulas) and its integration
// tests (platform/formulas).
#pragma once

#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct RunFormulaInputs {
    Connection connection;
    std::int64_t formulaInstanceId{};
    std::map<std::string, tenon::Value> args;
    std::int64_t limit{};
    std::string restart;

    static constexpr auto fields() {
        using I = RunFormulaInputs;
        using tenon::optional;
        return std::tuple{
            connectionField(&I::connection),
            tenon::required("formulaInstanceId", &I::formulaInstanceId,
                            "Number of the formula instance"),
            optional("args", &I::args, "Arguments of its trigger"),
            optional("limit", &I::limit, "How long to wait for the end of the execution", 600)
                .unit("seconds"),
            optional("restart", &I::restart,
                     "Whether a retry starts another execution after one that failed or was "
                     "cancelled, or gives its error again",
                     "never")
                .oneOf({"never", "afterFailure"}),
        };
    }
};

struct FormulaExecution {
    std::int64_t id{};
    std::string status;
    std::map<std::string, tenon::Value> steps;

    static constexpr auto fields() {
        using E = FormulaExecution;
        using tenon::required;
        return std::tuple{
            required("id", &E::id, "Number of the execution"),
            required("status", &E::status, "How it ended: success"),
            required("steps", &E::steps, "Step to its values; the trigger is a step, too"),
        };
    }
};

struct RunFormulaOutputs : FormulaExecution {
    std::vector<FormulaExecution> others;

    static constexpr auto fields() {
        return std::tuple_cat(
            FormulaExecution::fields(),
            std::tuple{tenon::optional("others", &RunFormulaOutputs::others,
                                       "Further executions, where the arguments held several "
                                       "events")});
    }
};

class RunFormula final : public tenon::TypedStep<RunFormulaInputs, RunFormulaOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "RunFormula", "1.0.0",
        "Runs a formula instance once, waits for its end, and gives the values of its steps.",
        false, true};

    using TypedStep::run;
    // Sends at most one POST. Throws StepError; Error::done is `yes` once it was started.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
