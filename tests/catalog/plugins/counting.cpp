// SPDX-License-Identifier: Apache-2.0
// Says the number of its object, and how many objects there are.
#include <atomic>

#include "tenon/plugin.h"

namespace {

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

struct Counts {
    std::int64_t number{};
    std::int64_t alive{};

    static constexpr auto fields() {
        return std::tuple{tenon::required("number", &Counts::number, "Which object this is"),
                          tenon::required("alive", &Counts::alive, "Objects at this moment")};
    }
};

std::atomic<std::int64_t> made, alive;

class Count final : public tenon::TypedStep<Nothing, Counts> {
  public:
    static constexpr tenon::StepInfo info{"Count", "1.0.0", "Counts the objects of its class."};

    Count() { ++alive; }
    ~Count() override { --alive; }

    using TypedStep::run;
    Outputs run(const Inputs&, tenon::Context&) override { return {number_, alive}; }

  private:
    const std::int64_t number_ = ++made;
};

}  // namespace

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Count, "Count")
POCO_END_MANIFEST

TENON_PLUGIN("counting", "1.0.0", Count)
