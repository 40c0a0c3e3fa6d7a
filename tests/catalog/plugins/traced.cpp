// SPDX-License-Identifier: Apache-2.0
// A good plugin that leaves a trace when it is loaded. Tests damage copies of it.
#include "tenon/plugin.h"
#include "trace.h"

namespace {

class Traced final : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Traced", "1.0.0", "Gives back what it gets."};

    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

}  // namespace

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Traced, "Traced")
POCO_END_MANIFEST

TENON_PLUGIN("traced", "1.0.0", Traced)
