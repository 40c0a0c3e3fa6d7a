// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "platform/mapping_path.h"

namespace cloudelements::sandbox {

// A transformation at work: between a vendor's record and a virtual data resource.
class Mapping {
  public:
    // `transformation` is as checkTransformation() lets it in.
    explicit Mapping(const tenon::Value& transformation);

    [[nodiscard]] const std::string& vendorName() const { return vendorName_; }
    [[nodiscard]] tenon::Value fromVendor(const tenon::Value& record) const;
    // `base`: what the vendor has so far, of which parts that stay are kept.
    [[nodiscard]] tenon::Value toVendor(const tenon::Value& record,
                                        const tenon::Value& base = {}) const;
    // Is it a field of the resource, or the first part of one?
    [[nodiscard]] bool hasField(const std::string& name) const;

  private:
    struct Field {
        std::string type, vendorType;
        std::vector<PathStep> path, vendorPath;
    };
    std::string vendorName_;
    std::vector<Field> fields_;
    bool allFromVendor_ = false, allToVendor_ = false;
};

// Throws an Answer (400) that says what is wrong with it.
void checkTransformation(const tenon::Value& transformation);

}  // namespace cloudelements::sandbox
