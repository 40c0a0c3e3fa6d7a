// SPDX-License-Identifier: Apache-2.0
// The settings of an authentication, evaluated, as its scheme reads them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::http {

// Every function throws StepError (`validation`) that names the place and the member. A text may be
// a number or a boolean as YAML reads it: a password 1234.
class Settings {
  public:
    // `place`: "with/endpoint/authentication/basic".
    Settings(Value value, std::string place);

    [[nodiscard]] std::optional<std::string> optionalText(const std::string& name) const;
    [[nodiscard]] std::string text(const std::string& name) const;
    // One of a few words; the first of them where there is none.
    [[nodiscard]] std::string word(const std::string& name,
                                   const std::vector<std::string>& words) const;
    [[nodiscard]] std::vector<std::string> texts(const std::string& name) const;
    // An object in it; empty if it is not there.
    [[nodiscard]] Settings part(const std::string& name) const;

    [[nodiscard]] const Value& value() const { return value_; }
    [[nodiscard]] const std::string& place() const { return place_; }
    [[noreturn]] void refuse(const std::string& text) const;

  private:
    Value value_;
    std::string place_;
};

}  // namespace tenon::http
