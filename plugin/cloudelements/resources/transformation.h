// SPDX-License-Identifier: Apache-2.0
// How an instance's own objects become a virtual data resource.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cloudelements/platform/checks.h"
#include "tenon/fields.h"

namespace cloudelements {

// As the platform has it, with types that it may have beyond the four.
struct MappedField {
    std::string path, vendorPath;
    std::optional<std::string> type, vendorType;

    static constexpr auto fields() {
        using F = MappedField;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("path", &F::path, "Field of the virtual data resource"),
            optional("type", &F::type, "Its type"),
            required("vendorPath", &F::vendorPath,
                     "Where it is in the element's object: a.b, Products[0].id, [?(@.id==2)], "
                     "[*]"),
            optional("vendorType", &F::vendorType, "Its type there"),
        };
    }
};

struct TransformationField : MappedField {
    static constexpr auto fields() {
        auto all = MappedField::fields();
        for (auto* type : {&std::get<1>(all), &std::get<3>(all)})
            *type = type->oneOf({"string", "number", "boolean", "date"});
        return all;
    }
};

struct TransformationSetting {
    std::string type;
    std::map<std::string, tenon::Value> properties;

    static constexpr auto fields() {
        using S = TransformationSetting;
        return std::tuple{
            tenon::required("type", &S::type, "What it sets")
                .oneOf({"passThrough", "inherit", "addToDocumentation", "remove"}),
            tenon::optional("properties", &S::properties,
                            "Its properties: {fromVendor: true, toVendor: false}, say"),
        };
    }
};

struct Transformation {
    std::string vendorName;
    std::vector<TransformationField> mapped;
    std::vector<TransformationSetting> configuration;
    tenon::Value script;  // null, the text, or the platform's object with `body`
};

void checkTransformation(Checks& checks, const Transformation& transformation);

// Of one of an instance, below the base.
std::string transformationPath(std::int64_t instanceId, const std::string& name);

tenon::Value bodyOf(const Transformation& transformation);

// Does the platform's answer say what the body says?
bool isSameTransformation(const tenon::Value& there, const tenon::Value& body);

}  // namespace cloudelements
