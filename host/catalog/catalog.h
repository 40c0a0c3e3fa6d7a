// SPDX-License-Identifier: Apache-2.0
// All steps and sandboxes of the plugins in some folders.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "world/ports.h"

namespace tenon::catalog {

class Catalog final : public world::Steps {
  public:
    // Reads the descriptors of every *.so in the folders, in the order of their names; a folder
    // that is not there is empty. Throws StepError (configuration) for the first plugin that is
    // refused, two steps of one name among it.
    explicit Catalog(const std::vector<std::string>& folders);

    [[nodiscard]] const world::StepDescription* find(std::string_view name) const override;
    [[nodiscard]] std::vector<std::string> names() const override;
    std::optional<Error> ready(const world::StepDescription& step) override;
    Result<Value> call(const world::StepDescription& step, const Value& inputs,
                       Context& context) override;

    [[nodiscard]] std::vector<std::string> sandboxes() const;
    // Error (configuration) if there is none of that name.
    Result<std::unique_ptr<Sandbox>> sandbox(const std::string& name);

  private:
    // A step; its schemas are read when it is first asked for.
    struct Known {
        world::StepDescription description;
        Library* library;
        std::string inputs, outputs;  // texts
        std::once_flag read{};
        bool damaged = false;
    };
    struct KnownSandbox {
        std::string name;
        Library* library;
    };
    void add(const std::string& file);
    [[nodiscard]] Known* known(std::string_view name) const;

    std::deque<Library> libraries_;
    mutable std::deque<Known> steps_;
    std::vector<KnownSandbox> sandboxes_;
};

}  // namespace tenon::catalog
