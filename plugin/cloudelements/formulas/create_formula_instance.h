// SPDX-License-Identifier: Apache-2.0
// Step CreateFormulaInstance: creates an instance of a formula template, binds its variables, and
// switches its trigger on.
//
// The template is named by its number or by its name. Its `configuration` is read first: a required
// variable that is not bound, a name that is no variable, and an element instance given where a
// value is wanted (or the other way round) are errors that name each of them, before anything is
// made. `instances` takes the `id` of an element instance, never its token.
//
// Each run makes a new instance, also where there is one of the same name, unless `adopt` is
// byName. The platform has no idempotency key, and nothing of a formula instance that it is known
// to give back could carry a tag. So the POST is never sent a second time: the formula instances of
// the same template, name and configuration are read before it, and where it ended and nobody knows
// whether it was done, for `lookFor` seconds after it. What came in between is most likely the one;
// the error names it, or says that there is none, and `adopt: byName` takes it if it is one alone.
// A retry, and a resumed run, may call this step again: after a POST of an earlier attempt whose
// outcome is unknown, all formula instances of the same template, name and configuration are named.
//
// The platform switches an
// instance off after 100 errors in a row. A step that the template's onSuccess names and does not
// have is refused with 400 here (vendor's integration tests, platform/formulas).
//
// Source: the vendor's documentation of formulas, its client SDK (/formulas) and its integration
// tests (platform/formulas).
#pragma once

#include <optional>

#include "cloudelements/formulas/binding.h"
#include "cloudelements/once/fields.h"
#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct CreateFormulaInstanceInputs : Binding {
    Connection connection;
    std::optional<std::int64_t> formulaId;
    std::optional<std::string> formula;
    std::string name;
    bool active{};
    std::map<std::string, tenon::Value> settings;
    std::string adopt = "never";
    std::int64_t lookFor = 90;

    static constexpr auto fields() {
        using I = CreateFormulaInstanceInputs;
        using tenon::optional;
        return std::tuple{
            connectionField(&I::connection),
            optional("formulaId", &I::formulaId, "Number of the template"),
            optional("template", &I::formula, "Name of the template, instead of its number"),
            tenon::required("name", &I::name, "Name of the new formula instance"),
            optional("instances", &I::instances,
                     "Variable of the template to the id of an element instance"),
            optional("values", &I::values, "Variable of the template to its value"),
            optional("active", &I::active, "Whether its trigger starts it", true),
            optional("settings", &I::settings,
                     "Settings of the platform, such as notification.email or "
                     "notification.webhook.url"),
            optional("adopt", &I::adopt,
                     "What is taken instead of a new formula instance: the only one of this "
                     "template, name and configuration (byName), or none (never)",
                     "never")
                .oneOf({"never", "byName"}),
            lookForField(&I::lookFor),
        };
    }
};

struct CreateFormulaInstanceOutputs {
    std::int64_t id{}, formulaId{};
    std::string name;
    std::optional<bool> active;
    std::optional<std::string> createdDate;
    std::string origin = "created";

    static constexpr auto fields() {
        using O = CreateFormulaInstanceOutputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("id", &O::id, "Number of the formula instance: RunFormula runs it"),
            required("formulaId", &O::formulaId, "Number of its template"),
            required("name", &O::name, "Name as the platform keeps it"),
            optional("active", &O::active, "Whether its trigger starts it"),
            optional("createdDate", &O::createdDate, "When it was made"),
            originField(&O::origin),
        };
    }
};

class CreateFormulaInstance final
    : public tenon::TypedStep<CreateFormulaInstanceInputs, CreateFormulaInstanceOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "CreateFormulaInstance", "1.0.0",
        "Creates an instance of a formula template, bound to element instances and values.", false,
        true};

    using TypedStep::run;
    // Sends one POST, never two. Throws StepError; where Error::done is `maybe`, one may exist.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
