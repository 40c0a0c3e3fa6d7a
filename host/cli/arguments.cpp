// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>

#include <algorithm>
#include <cctype>

#include "text/suggest.h"

namespace tenon::cli {
namespace {

using namespace Poco::Util;

std::string nameOf(const std::string& word) { return word.substr(0, word.find('=')); }

std::string unknown(const std::string& word, const std::vector<Option>& options) {
    std::vector<std::string> names;
    for (const auto& option : options) names.push_back("--" + option.name);
    return "there is no option " + nameOf(word) + text::didYouMean(nameOf(word), names);
}

// The options that a word of letters such as -cr stands for; none where a letter is unknown.
std::vector<std::string> namesOf(const std::string& word, const std::vector<Option>& options) {
    std::vector<std::string> out;
    for (const char letter : word.substr(1)) {
        const auto found = std::find_if(options.begin(), options.end(),
                                        [&](const Option& o) { return o.letter == letter; });
        if (found == options.end()) return {};
        out.push_back(found->name);
    }
    return out;
}

// `--name` or `-n`, also one that there is not.
bool isOption(const std::string& word) {
    return word.size() > 1 && word[0] == '-' &&
           (word[1] == '-' || std::isalpha(static_cast<unsigned char>(word[1])));
}

}  // namespace

OptionSet optionSet(const std::vector<Option>& options) {
    OptionSet out;
    for (const auto& option : options) {
        Poco::Util::Option made(option.name, "", option.meaning, false);
        made.repeatable(option.repeatable);
        if (option.letter) made.shortName(std::string(1, option.letter));
        if (!option.argument.empty()) made.argument(option.argument);
        out.addOption(made);
    }
    out.addOption(Poco::Util::Option("help", "", "Show this"));
    return out;
}

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<Option>& options) {
    const auto set = optionSet(options);
    OptionProcessor processor(set);
    processor.setUnixStyle(true);
    bool operandsOnly = false, valueIsNext = false;
    for (const auto& word : words) {
        // Letters and a lone dash are not Poco's to read here. An expression may begin with a dash.
        if (operandsOnly || (!valueIsNext && !isOption(word))) {
            operands_.push_back(word);
            continue;
        }
        if (!valueIsNext && word == "--") {
            operandsOnly = true;
            continue;
        }
        try {
            if (!valueIsNext && !word.starts_with("--")) {
                const auto meant = namesOf(word, options);
                if (meant.empty()) throw UnknownOptionException(word);
                for (const auto& name : meant) given_.emplace_back(name, "");
                continue;
            }
            std::string name, value;
            processor.process(word, name, value);
            valueIsNext = name.empty();
            if (!valueIsNext) given_.emplace_back(name, value);
        } catch (const UnknownOptionException&) {
            throw UsageError(unknown(word, options));
        } catch (const AmbiguousOptionException&) {
            throw UsageError(nameOf(word) + " is short for more than one option");
        } catch (const DuplicateOptionException&) {
            throw UsageError(nameOf(word) + " stands twice");
        } catch (const UnexpectedArgumentException&) {
            throw UsageError(nameOf(word) + " takes no value");
        } catch (const OptionException&) {
            throw UsageError(nameOf(word) + " needs a value");
        }
    }
    if (valueIsNext) throw UsageError(nameOf(words.back()) + " needs a value");
}

std::optional<std::string> Arguments::value(const std::string& name) const {
    for (const auto& [given, value] : given_)
        if (given == name) return value;
    return std::nullopt;
}

Arguments Arguments::after(const Given& before) const {
    Arguments out = *this;
    for (const auto& option : before)
        if (!has(option.first)) out.given_.push_back(option);
    return out;
}

std::vector<std::string> Arguments::values(const std::string& name) const {
    std::vector<std::string> out;
    for (const auto& [given, value] : given_)
        if (given == name) out.push_back(value);
    return out;
}

}  // namespace tenon::cli
