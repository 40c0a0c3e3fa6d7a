// SPDX-License-Identifier: Apache-2.0
// A step: the code behind `call: NAME` in a manifest. Derive from TypedStep; export with a Poco
// manifest of tenon::Step; describe with TENON_PLUGIN (plugin.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/context.h"
#include "tenon/fields.h"

namespace tenon {
inline namespace v1 {

// What Poco's ClassLoader creates. The host makes one object a call, uses it on one thread, and
// deletes it. A step may throw; the host turns whatever it throws into an Error.
// Thread: the call's.
class Step {
  public:
    Step() = default;
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    virtual ~Step() = default;

    // `inputs` is an object; what it must hold, the step's schema says. Inputs that do not fit are
    // an Error of kind `validation` that names each of them, before the step does anything.
    virtual Result<Value> run(const Value& inputs, Context& context) = 0;
};

// What a step says of itself: `static constexpr tenon::StepInfo info{"Name", "1.0.0", "What it
// does."};`
// Thread: a value's.
struct StepInfo {
    std::string_view name;
    std::string_view version;
    std::string_view summary;  // one sentence
    // Does the same call twice come to the same as once? If not, a manifest that may repeat the
    // step because another one failed gets a warning.
    bool idempotent = false;
    // It looks for what it made before it makes it again (once.h): it may be called again.
    bool once = false;
};

// Several problems as one Error of kind `validation`; `what` names the data: "inputs of
// CreateThing".
// Thread: any.
inline Error invalid(std::string_view what, const std::vector<Problem>& problems) {
    std::string detail = "The " + std::string(what) + " do not fit.";
    for (const auto& p : problems)
        detail +=
            "\n  " + (p.pointer.empty() ? std::string("the whole") : p.pointer) + " " + p.text;
    return makeError(ErrorKind::validation, "invalid inputs", std::move(detail));
}

// A step with typed inputs and outputs: two structs with field lists.
// Thread: the call's.
template <class InputsType, class OutputsType>
class TypedStep : public Step {
  public:
    using Inputs = InputsType;
    using Outputs = OutputsType;

    // May throw StepError, and anything else.
    virtual Outputs run(const Inputs& inputs, Context& context) = 0;

    Result<Value> run(const Value& inputs, Context& context) final {
        constexpr bool described = HasFields<Inputs> && HasFields<Outputs>;
        static_assert(described, "inputs and outputs have a public static constexpr fields()");
        if constexpr (described) {
            std::vector<Problem> problems;
            const auto typed = readFields<Inputs>(inputs, problems);
            if (!problems.empty()) return invalid("inputs", problems);
            try {
                return writeFields(run(typed, context));
            } catch (const StepError& e) {
                return e.error();
            }
        }
    }
};

// Calls a step that was created by name, typed on the caller's side. Outputs that are not what the
// caller expects are an Error whose `done` is `yes`.
// Thread: the call's.
template <HasFields Outputs, HasFields Inputs>
Result<Outputs> call(Step& step, const Inputs& inputs, Context& context) {
    const auto result = step.run(writeFields(inputs), context);
    if (!result) return result.error();
    std::vector<Problem> problems;
    auto outputs = readFields<Outputs>(result.value(), problems);
    if (problems.empty()) return outputs;
    auto error = invalid("outputs", problems);
    error.title = "invalid outputs";
    error.done = Done::yes;
    return error;
}

}  // namespace v1
}  // namespace tenon
