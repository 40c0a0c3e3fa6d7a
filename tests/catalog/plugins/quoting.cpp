// SPDX-License-Identifier: Apache-2.0
// A step whose description needs quoting in JSON.
#include "tenon/plugin.h"

namespace {

class Quote final : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Quote", "1.0.0", "A \"path\\\", é,\n\t\x01</p>."};

    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

}  // namespace

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Quote, "Quote")
POCO_END_MANIFEST

TENON_PLUGIN("quoting", "1.0.0", Quote)
