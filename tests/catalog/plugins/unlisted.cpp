// SPDX-License-Identifier: Apache-2.0
// Three steps are described; of two the Poco manifest has no class that can be made.
#include "tenon/plugin.h"

namespace {

class Listed : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Listed", "1.0.0", "Gives back what it gets."};

    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

class Unlisted final : public Listed {
  public:
    static constexpr tenon::StepInfo info{"Unlisted", "1.0.0", "Is forgotten."};
};

class Single final : public Listed {
  public:
    static constexpr tenon::StepInfo info{"Single", "1.0.0", "Is a singleton, as no step may be."};
};

}  // namespace

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Listed, "Listed")
POCO_EXPORT_SINGLETON(Single)
POCO_END_MANIFEST

TENON_PLUGIN("unlisted", "1.0.0", Listed, Unlisted, Single)
