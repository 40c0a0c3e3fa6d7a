// SPDX-License-Identifier: Apache-2.0
// Calls a function that no library has; it is linked so that only the call itself would notice.
#include "tenon/plugin.h"
#include "trace.h"

void nowhere();

namespace {

class Undefined final : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Undefined", "1.0.0", "Calls what is not there."};

    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        nowhere();
        return inputs;
    }
};

}  // namespace

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Undefined, "Undefined")
POCO_END_MANIFEST

TENON_PLUGIN("undefined", "1.0.0", Undefined)
