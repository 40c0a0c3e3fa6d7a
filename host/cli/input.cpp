// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <filesystem>

#include "cli/failure.h"
#include "cli/read_file.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

// `name=value`, unless a file of exactly that name is there.
bool isAssignment(const std::string& text) {
    std::error_code ignored;
    return text.find('=') != std::string::npos && !std::filesystem::exists(text, ignored);
}

Value valueOf(const std::string& text) {
    auto value = json::read(text);
    return value ? std::move(value).value() : Value(text);
}

}  // namespace

Value readInput(const std::vector<std::string>& given) {
    Object out;
    for (const auto& text : given) {
        if (isAssignment(text)) {
            const auto equals = text.find('=');
            if (equals == 0)
                throw Failure(kUsage, "tenon: --input " + text + " has no name before the =\n");
            out.set(text.substr(0, equals), valueOf(text.substr(equals + 1)));
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
