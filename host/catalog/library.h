// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/MetaObject.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "tenon/error.h"
#include "tenon/sandbox.h"
#include "tenon/step.h"

namespace tenon::catalog {

// One plugin file. Its code is loaded when first needed, and never unloaded. Any thread.
class Library {
  public:
    explicit Library(std::string file) : file_(std::move(file)) {}

    // Loads the code and checks that the class is in it. Nothing if all is well.
    std::optional<Error> stepReady(const std::string& name);
    // Never throws; what a constructor throws is an Error.
    Result<std::unique_ptr<Step>> step(const std::string& name);
    Result<std::unique_ptr<Sandbox>> sandbox(const std::string& name);

    [[nodiscard]] const std::string& file() const { return file_; }

  private:
    template <class Base>
    Result<const Poco::AbstractMetaObject<Base>*> find(const std::string& name,
                                                       const char* manifest);
    template <class Base>
    Result<std::unique_ptr<Base>> create(const std::string& name, const char* manifest);
    std::optional<Error> load();

    const std::string file_;
    std::mutex mutex_;
    bool loaded_ = false;
};

}  // namespace tenon::catalog
