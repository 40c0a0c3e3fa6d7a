// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cloudelements::sandbox {

// A kind of records of an element.
struct ObjectType {
    std::string name;        // "accounts", as in the path
    std::string one;         // "account", for messages
    std::string vendorName;  // "company"
    std::string idField;
    std::string createdField, updatedField;
    std::vector<std::string> fields;  // more of them, all texts
    bool readOnly = false;
};

// A connector of the catalogue.
struct ElementType {
    std::int64_t id;
    std::string key;
    std::string name;
    std::string hub;
    bool oauth;                         // needs providerData.code
    std::vector<std::string> required;  // of the configuration
    std::vector<ObjectType> objects;

    // By its name or the vendor's; nullptr if there is none.
    [[nodiscard]] const ObjectType* object(std::string_view name) const;
};

const std::vector<ElementType>& catalogue();
// nullptr if there is none.
const ElementType* elementOf(std::string_view keyOrId);

}  // namespace cloudelements::sandbox
