// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/run_formula.h"

#include "cloudelements/formulas/start.h"
#include "cloudelements/formulas/watch.h"
#include "cloudelements/platform/parts.h"

namespace cloudelements {
namespace {

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

}  // namespace

RunFormula::Outputs RunFormula::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, context);
    const tenon::Value sent = tenon::writeFields(in);
    const Start start(client, in, context);
    const auto over = [&](const std::vector<std::int64_t>& ids) {
        Watch watch(client, context, in.formulaInstanceId, ids);
        watch.untilAllAreOver(std::chrono::seconds(in.limit));
        return watch;
    };
    const auto earlier = start.earlier();
    Watch watch = over(earlier.empty() ? start.now() : earlier);
    if (!earlier.empty() && !watch.haveSucceeded() && in.restart == "afterFailure")
        watch = over(start.now());
    watch.mustHaveSucceeded(sent);
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
