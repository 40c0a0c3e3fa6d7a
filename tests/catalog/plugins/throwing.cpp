// SPDX-License-Identifier: Apache-2.0
// Steps that throw: each kind of thing, from the constructor and from run.
#include <Poco/Exception.h>

#include <stdexcept>

#include "tenon/plugin.h"

namespace {

[[noreturn]] void throwInt() { throw 42; }
[[noreturn]] void throwPoco() { throw Poco::NotFoundException("the thing"); }
[[noreturn]] void throwStandard() { throw std::out_of_range("It is too far."); }
[[noreturn]] void throwStepError() {
    auto error = tenon::makeError(tenon::ErrorKind::authorization, "no", "You may not.");
    error.retryable = true;
    throw tenon::StepError(error);
}

struct Thrower : tenon::Step {
    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

#define THROWS(NAME)                                                                             \
    struct Make##NAME final : Thrower {                                                          \
        static constexpr tenon::StepInfo info{"Make" #NAME, "1.0.0", "Throws when it is made."}; \
        Make##NAME() { throw##NAME(); }                                                          \
    };                                                                                           \
    struct Run##NAME final : Thrower {                                                           \
        static constexpr tenon::StepInfo info{"Run" #NAME, "1.0.0", "Throws when it runs."};     \
        tenon::Result<tenon::Value> run(const tenon::Value&, tenon::Context&) override {         \
            throw##NAME();                                                                       \
        }                                                                                        \
    };

THROWS(Int)
THROWS(Poco)
THROWS(Standard)
THROWS(StepError)

}  // namespace

#define EXPORT(NAME)                                \
    POCO_EXPORT_INTERFACE(Make##NAME, "Make" #NAME) \
    POCO_EXPORT_INTERFACE(Run##NAME, "Run" #NAME)

POCO_BEGIN_MANIFEST(tenon::Step)
EXPORT(Int)
EXPORT(Poco)
EXPORT(Standard)
EXPORT(StepError)
POCO_END_MANIFEST

TENON_PLUGIN("throwing", "1.0.0", MakeInt, MakePoco, MakeStandard, MakeStepError, RunInt, RunPoco,
             RunStandard, RunStepError)
