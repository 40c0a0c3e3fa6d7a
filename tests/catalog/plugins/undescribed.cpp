// SPDX-License-Identifier: Apache-2.0
// Steps, but no descriptor: any library of Poco classes.
#include <Poco/ClassLibrary.h>

#include "tenon/step.h"
#include "trace.h"

namespace {

class Undescribed final : public tenon::Step {
  public:
    tenon::Result<tenon::Value> run(const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }
};

}  // namespace

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Undescribed, "Undescribed")
POCO_END_MANIFEST
