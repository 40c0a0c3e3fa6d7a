// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <filesystem>

#include "cli/failure.h"
#include "cli/read_file.h"
#include "run/readable.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

// `name=value`, unless a file of exactly that name is there.
bool isAssignment(const std::string& text) {
    std::error_code ignored;
    return text.find('=') != std::string::npos && !std::filesystem::exists(text, ignored);
}

// What begins as JSON, or is a number, must be it; all else is a text.
Value valueOf(const std::string& given, const std::string& text) {
    auto value = json::read(text);
    if (value) return std::move(value).value();
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool meant = first != text.npos &&
                       (std::string_view("{[\"").find(text[first]) != std::string_view::npos ||
                        text.find_first_not_of("0123456789", text[0] == '-') == text.npos);
    const bool leading = text.starts_with('0') || text.starts_with("-0") || text == "-";
    if (!meant || leading) return Value(text);
    throw Failure(kBadInput, "tenon: --input " + given + ": " + value.error().detail +
                                 " If a text is meant, write it in quotes: '\"…\"'\n");
}

}  // namespace

Value readInput(const std::vector<std::string>& given) {
    Object out;
    for (const auto& text : given) {
        if (isAssignment(text)) {
            const auto equals = text.find('=');
            if (equals == 0)
                throw Failure(kUsage, "tenon: --input " + text + " has no name before the =\n");
            if (!run::isUtf8(text))
                throw Failure(kBadInput,
                              "tenon: --input " + run::readable(text) + " is not UTF-8\n");
            out.set(text.substr(0, equals), valueOf(text, text.substr(equals + 1)));
            continue;
        }
        const Value value = readDocument(text, manifest::kMostDataValues).value();
        if (value.isNull()) continue;
        if (!value.object()) {
            // A single input may be of any kind.
            if (given.size() == 1) return value;
            throw Failure(kBadInput, "tenon: " + text + " holds " + describe(value.kind()) +
                                         "; beside other inputs it must hold an object\n");
        }
        for (const auto& [name, member] : *value.object()) out.set(name, member);
    }
    return out;
}

}  // namespace tenon::cli
