// SPDX-License-Identifier: Apache-2.0
// Uses Poco's hook for loaded libraries, and fails in it.
#include "tenon/plugin.h"

namespace {

class Initializing final : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Initializing", "1.0.0", "Is never reached."};

    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

}  // namespace

void pocoInitializeLibrary() { throw 42; }

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Initializing, "Initializing")
POCO_END_MANIFEST

TENON_PLUGIN("initializing", "1.0.0", Initializing)
