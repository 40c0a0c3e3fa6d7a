// SPDX-License-Identifier: Apache-2.0
// A formula template as the platform keeps it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tenon/fields.h"

namespace cloudelements {

// One entry of a template's `configuration`: what an instance of it binds.
struct FormulaVariable {
    std::string key, name, type, description;
    bool required{};

    static constexpr auto fields() {
        using V = FormulaVariable;
        using tenon::optional;
        return std::tuple{
            tenon::required("key", &V::key, "What the formula calls it: ${config.KEY}"),
            optional("name", &V::name, "What people call it"),
            tenon::required("type", &V::type, "elementInstance or value"),
            optional("description", &V::description, "What it is for"),
            optional("required", &V::required, "Whether each instance must bind it"),
        };
    }
    [[nodiscard]] bool isInstance() const { return type == "elementInstance"; }
};

struct Formula {
    std::int64_t id{};
    std::string name;
    std::optional<bool> active;
    std::string createdDate;
    std::vector<FormulaVariable> variables;
};

// Nothing where the answer has no id.
std::optional<Formula> readFormula(const tenon::Value& answer);

}  // namespace cloudelements
