// SPDX-License-Identifier: Apache-2.0
// Step CreateFormulaTemplate: creates a formula template from one that was exported from the
// platform, unchanged but for its description.
//
// `template` is given as a document: {resource: {endpoint: formula.json}} for a file beside the
// manifest, {document: …} for the template itself. Its own ${config.crmElement} and
// ${steps.lookup.response.body} are data for the platform, not expressions of the manifest.
//
// Each run makes a new template, also where there is one of the same name: ask with
// FindFormulaTemplate before. The platform has no idempotency key: a second POST makes a second
// template. So each is marked with a tag that is this task's alone in this run, `[tenon-…]` at the
// end of its description. Where the POST ended and nobody knows whether it was done, it is not
// sent again: the tag is looked for in the list of all templates, for `lookFor` seconds. A
// template that carries it is adopted; where every look of that time says that there is none, the
// POST is sent again, twice at most in one attempt. Several with the tag, or a look that gets no
// answer, end in an error that names the tag. So a retry, and a resumed run, may call this step
// again. What that cannot see: a template that is listed later than `lookFor` after the POST, a
// description that was changed or copied meanwhile, a gateway that repeats the POST by itself.
//
// The platform refuses a template with 409 where a key of its
// `configuration` stands twice, and with 400 where a step has bad properties (vendor's integration
// tests, platform/formulas); a step named in onSuccess that does not exist is refused only when an
// instance is made.
//
// Source: the vendor's documentation of formulas, its client SDK (/formulas) and its integration
// tests (platform/formulas).
#pragma once

#include <optional>

#include "cloudelements/formulas/formula.h"
#include "cloudelements/once/fields.h"
#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct CreateFormulaTemplateInputs {
    Connection connection;
    tenon::Value formula;
    std::optional<std::string> name;
    std::string adopt = "own";
    std::int64_t lookFor = 90;

    static constexpr auto fields() {
        using I = CreateFormulaTemplateInputs;
        return std::tuple{
            connectionField(&I::connection),
            tenon::required("template", &I::formula, "The template, as the platform exports it")
                .asDocument(),
            tenon::optional("name", &I::name, "Name instead of the one in the template"),
            tenon::optional("adopt", &I::adopt,
                            "What is taken instead of a new template: one that an earlier attempt "
                            "of this task made (own), or none (never)",
                            "own")
                .oneOf({"never", "own"}),
            lookForField(&I::lookFor),
        };
    }
};

struct CreateFormulaTemplateOutputs {
    std::int64_t id{};
    std::string name;
    std::optional<bool> active;
    std::vector<FormulaVariable> configuration;
    std::string origin = "created";

    static constexpr auto fields() {
        using O = CreateFormulaTemplateOutputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("id", &O::id, "Number of the template: instances are made of it"),
            required("name", &O::name, "Name as the platform keeps it"),
            optional("active", &O::active, "Whether it is switched on"),
            optional("configuration", &O::configuration, "What instances of it bind"),
            originField(&O::origin),
        };
    }
};

class CreateFormulaTemplate final
    : public tenon::TypedStep<CreateFormulaTemplateInputs, CreateFormulaTemplateOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "CreateFormulaTemplate", "1.0.0",
        "Creates a formula template from one that was exported from the platform.", false, true};

    using TypedStep::run;
    // Throws StepError; where Error::done is `maybe`, a template may exist.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
