// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/run_formula.h"

#include "cloudelements/formulas/created.h"
#include "cloudelements/formulas/watch.h"
#include "cloudelements/platform/parts.h"
#include "tenon/keep.h"

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::Value;

constexpr std::int64_t kLongest = std::int64_t{7} * 24 * 3600;

void check(const RunFormulaInputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkNumber(checks, "/formulaInstanceId", in.formulaInstanceId);
    if (in.limit < 1 || in.limit > kLongest)
        checks.no("/limit", "is " + std::to_string(in.limit) + "; wanted 1 to " +
                                std::to_string(kLongest) + " seconds");
    checks.finish();
}

std::vector<std::int64_t> start(Client& client, const RunFormulaInputs& in,
                                tenon::Context& context) {
    const std::string path =
        "/formulas/instances/" + std::to_string(in.formulaInstanceId) + "/executions";
    Object args;
    for (const auto& [name, value] : in.args) args.set(name, value);
    Call call;
    call.method = "POST";
    call.path = path;
    call.body = std::move(args);
    call.about = "the start of the formula instance " + std::to_string(in.formulaInstanceId);
    call.lookFirst =
        "An execution may have been started all the same: before you run this again, "
        "look at GET " +
        path + " on the platform.";
    call.came = idThatCame;
    call.advice.notFound = "There is no formula instance " + std::to_string(in.formulaInstanceId) +
                           " that these credentials may see: check formulaInstanceId and "
                           "connection.";
    const auto answer = client.send(call);
    const auto ids = readStarted(client.json(answer, call));
    if (!ids) throw client.unusable(answer, call, "names no execution");
    if (ids->empty())
        throw client.unusable(answer, call,
                              "lists no execution: the instance may be switched off, or args do "
                              "not fit its trigger");
    tenon::Array kept(ids->begin(), ids->end());
    tenon::keep(context, Object{{"formulaInstanceId", in.formulaInstanceId},
                                {"executions", std::move(kept)}});
    return *ids;
}

}  // namespace

RunFormula::Outputs RunFormula::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, context);
    const Value sent = tenon::writeFields(in);
    Watch watch(client, context, in.formulaInstanceId, start(client, in, context));
    watch.untilAllAreOver(std::chrono::seconds(in.limit), sent);
    Outputs out;
    for (const auto& execution : watch.executions()) {
        FormulaExecution one{execution.id, execution.status,
                             valuesOf(watch.stepsOfSuccess(execution), sent)};
        if (&execution == &watch.executions().front())
            static_cast<FormulaExecution&>(out) = std::move(one);
        else
            out.others.push_back(std::move(one));
    }
    return out;
}

}  // namespace cloudelements
