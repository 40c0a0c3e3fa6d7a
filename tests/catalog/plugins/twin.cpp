// SPDX-License-Identifier: Apache-2.0
// Two libraries are built of this, with TWIN "A" and "B": the same names inside, another answer
// each.
#include "tenon/plugin.h"

namespace twin {

std::string outOfLine() { return TWIN; }
inline std::string inLine() { return TWIN; }
template <class T>
struct Template {
    static inline const std::string text = TWIN;
};

class Twin final : public tenon::Step {
  public:
    static constexpr tenon::StepInfo info{"Twin" TWIN, "1.0.0", "Says which of the two it is."};

    tenon::Result<tenon::Value> run(const tenon::Value&, tenon::Context&) override {
        return tenon::Value(outOfLine() + inLine() + Template<int>::text);
    }
};

}  // namespace twin

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(twin::Twin, "Twin" TWIN)
POCO_END_MANIFEST

TENON_PLUGIN("twin", "1.0.0", twin::Twin)
