// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <algorithm>
#include <filesystem>

#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/read_file.h"
#include "manifest/suggest.h"
#include "run/readable.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

// `name=value`, unless a file of exactly that name is there.
bool isAssignment(const std::string& text) {
    std::error_code ignored;
    return text.find('=') != std::string::npos && !std::filesystem::exists(text, ignored);
}

// Does the schema want a text under that name, and nothing else?
bool wantsText(const Value& schema, const std::string& name) {
    const auto* properties = schema.find("properties");
    const auto* member = properties ? properties->find(name) : nullptr;
    const auto* type = member ? member->find("type") : nullptr;
    return type && *type == Value("string");
}

std::string listed(const Value& schema, const std::string& pointer) {
    const auto* properties = schema.find("properties");
    if (!properties || !properties->object() || pointer.rfind('/') != 0) return "";
    std::vector<std::string> names;
    std::string all;
    for (const auto& [name, member] : *properties->object()) {
        names.push_back(name);
        all += (all.empty() ? "" : ", ") + name;
    }
    if (std::find(names.begin(), names.end(), pointer.substr(1)) != names.end()) return "";
    const auto hint = manifest::didYouMean(pointer.substr(1), names);
    return !hint.empty() ? hint : all.empty() ? "" : "; it takes " + all;
}

void check(const Value& input, const run::Workflow& workflow) {
    const auto problems = workflow.inputProblems(input);
    if (!problems) throw Failure(kBadInput, "tenon: " + problems.error().detail + "\n");
    std::string text;
    constexpr std::size_t most = 20;
    for (const auto& problem : problems.value()) {
        if (&problem - problems.value().data() == most) break;
        const std::string place = problem.pointer.empty() ? "the whole" : problem.pointer;
        text += "--input: " + place + " " + problem.text +
                listed(workflow.inputSchema(), problem.pointer) + "\n";
    }
    if (text.empty()) return;
    throw Failure(kBadInput, printable(text + "Nothing was run. tenon run MANIFEST --help lists "
                                              "what the manifest takes.\n"));
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

Value gathered(const std::vector<std::string>& given, const Value& schema) {
    Object out;
    for (const auto& text : given) {
        if (isAssignment(text)) {
            const auto equals = text.find('=');
            if (equals == 0)
                throw Failure(kUsage, "tenon: --input " + text + " has no name before the =\n");
            if (!run::isUtf8(text))
                throw Failure(kBadInput,
                              "tenon: --input " + run::readable(text) + " is not UTF-8\n");
            const std::string name = text.substr(0, equals), value = text.substr(equals + 1);
            const bool plain = wantsText(schema, name) && !value.starts_with('"');
            out.set(name, plain ? Value(value) : valueOf(text, value));
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

}  // namespace

Value readInput(const std::vector<std::string>& given, const run::Workflow& workflow) {
    Value out = gathered(given, workflow.inputSchema());
    check(out, workflow);
    return out;
}

}  // namespace tenon::cli
