// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Util/OptionSet.h>

#include <optional>
#include <string>
#include <vector>

namespace tenon::cli {

// One option of a command. Help and parsing come from this.
struct Option {
    std::string name;      // "input", written as --input
    std::string argument;  // "FILE|NAME=VALUE"; empty if it takes none
    std::string meaning;
    bool repeatable = false;
    char letter = 0;  // 'c' is -c for short; of one that takes no argument
};

// As Poco wants them, with --help added.
Poco::Util::OptionSet optionSet(const std::vector<Option>& options);

// Wrong use of a command: one message, exit code 64.
class UsageError : public std::exception {
  public:
    explicit UsageError(std::string text) : text_(std::move(text)) {}
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

  private:
    std::string text_;
};

// A command's arguments, checked against its options: `--name value` or `--name=value`, in any
// order, names shortened as long as they are clear; -c and -cr where there are such letters; after
// `--` everything is an operand.
class Arguments {
  public:
    Arguments(const std::vector<std::string>& words, const std::vector<Option>& options);

    [[nodiscard]] bool has(const std::string& name) const { return value(name).has_value(); }
    [[nodiscard]] std::optional<std::string> value(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> values(const std::string& name) const;
    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

    using Given = std::vector<std::pair<std::string, std::string>>;
    // The options, each with its value, in their order.
    [[nodiscard]] const Given& given() const { return given_; }
    // With those of `before` that are not given here, too.
    [[nodiscard]] Arguments after(const Given& before) const;

  private:
    Given given_;
    std::vector<std::string> operands_;
};

}  // namespace tenon::cli
