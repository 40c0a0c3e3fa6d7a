// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <algorithm>

#include "manifest/suggest.h"

namespace tenon::cli {

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<Option>& options) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            operands_.insert(operands_.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                             words.end());
            return;
        }
        if (!word.starts_with('-') || word == "-") {
            operands_.push_back(word);
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto option = std::find_if(options.begin(), options.end(),
                                         [&](const Option& o) { return o.name == name; });
        if (option == options.end()) {
            std::vector<std::string> names;
            for (const auto& o : options) names.push_back(o.name);
            throw UsageError("there is no option " + name + manifest::didYouMean(name, names));
        }
        if (!option->repeatable && has(name)) throw UsageError(name + " stands twice");
        std::string value;
        if (option->argument.empty()) {
            if (equals != std::string::npos) throw UsageError(name + " takes no value");
        } else if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (++i < words.size()) {
            value = words[i];
        } else {
            throw UsageError(name + " needs a value: " + name + " " + option->argument);
        }
        given_.emplace_back(name, std::move(value));
    }
}

std::optional<std::string> Arguments::value(const std::string& name) const {
    for (const auto& [given, value] : given_)
        if (given == name) return value;
    return std::nullopt;
}

std::vector<std::string> Arguments::values(const std::string& name) const {
    std::vector<std::string> out;
    for (const auto& [given, value] : given_)
        if (given == name) out.push_back(value);
    return out;
}

}  // namespace tenon::cli
