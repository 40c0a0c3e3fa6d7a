// SPDX-License-Identifier: Apache-2.0
// Step FindElementInstances: lists the instances that carry all given tags and match a text, page
// after page. Where there is none, the list is empty: the platform says 404 then.
//
// A tag that is unique to a run finds what a create whose outcome is unknown has made. Whether new
// tags are found at once is not documented: ask several times.
//
// Source: the vendor's client SDK (GET /instances), its tests and its release notes.
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/instance.h"
#include "tenon/step.h"

namespace cloudelements {

struct FindElementInstancesInputs {
    Connection connection;
    std::vector<std::string> tags;
    std::string searchText;
    std::int64_t limit{};

    static constexpr auto fields() {
        using I = FindElementInstancesInputs;
        using tenon::optional;
        return std::tuple{
            connectionField(&I::connection),
            optional("tags", &I::tags, "Tags that it must carry, all of them"),
            optional("searchText", &I::searchText,
                     "A text in the instance's name, or the element's key"),
            optional("limit", &I::limit, "At most so many", 1000).unit("instances"),
        };
    }
};

struct FindElementInstancesOutputs {
    std::vector<KnownInstance> instances;
    bool complete{};

    static constexpr auto fields() {
        using O = FindElementInstancesOutputs;
        using tenon::required;
        return std::tuple{
            required("instances", &O::instances, "What was found"),
            required("complete", &O::complete, "Whether that is all; the limit may have cut it"),
        };
    }
};

class FindElementInstances final
    : public tenon::TypedStep<FindElementInstancesInputs, FindElementInstancesOutputs> {
  public:
    static constexpr tenon::StepInfo info{"FindElementInstances", "1.0.0",
                                          "Lists connector instances by tags and text.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
