// SPDX-License-Identifier: Apache-2.0
// Finding an instance that is like one to be made, and taking it.
#pragma once

#include "cloudelements/instances/new_instance.h"
#include "cloudelements/once/make_once.h"

namespace cloudelements {

class InstanceAdoption {
  public:
    // All three outlive it.
    InstanceAdoption(Client& client, const NewInstance& wanted, const std::string& tag)
        : client_(client), wanted_(wanted), tag_(tag) {}

    // All that carry the tag.
    [[nodiscard]] std::vector<Candidate> tagged() const;
    // Its outputs. Throws StepError where it is not what was to be made, or nobody shows its token.
    [[nodiscard]] tenon::Value take(const Candidate& found) const;
    // The one of this name and element, if there is one. Throws StepError where there are several,
    // or it cannot be taken.
    [[nodiscard]] std::optional<tenon::Value> named() const;
    // Is it there, and carries the tag?
    [[nodiscard]] bool isThere(const tenon::Value& gave) const;

  private:
    [[nodiscard]] std::string differenceOf(const KnownInstance& found) const;
    [[nodiscard]] tenon::Value outputsOf(KnownInstance found) const;

    Client& client_;
    const NewInstance& wanted_;
    const std::string& tag_;
};

}  // namespace cloudelements
