// SPDX-License-Identifier: Apache-2.0
// A step is described (with SANDBOX, a sandbox), but there is no Poco manifest; with FOREIGN, there
// is one of other classes.
#include "tenon/plugin.h"

namespace {

class Unmanifested final : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Unmanifested", "1.0.0", "Cannot be made."};

    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

}  // namespace

#ifdef FOREIGN
POCO_BEGIN_MANIFEST(Unmanifested)
POCO_EXPORT_INTERFACE(Unmanifested, "Unmanifested")
POCO_END_MANIFEST
#endif

#ifdef SANDBOX
TENON_SANDBOX_PLUGIN("unmanifested", "1.0.0", Unmanifested)
#else
TENON_PLUGIN("unmanifested", "1.0.0", Unmanifested)
#endif
