// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/read_file.h"
#include "cli/schema_parts.h"
#include "tenon/fields.h"
#include "tenon/json.h"
#include "text/excerpt.h"
#include "text/readable.h"
#include "text/suggest.h"

namespace tenon::cli {
namespace {

// `name=value`, unless a file of exactly that name is there.
bool isAssignment(const std::string& text) {
    std::error_code ignored;
    return text.find('=') != std::string::npos && !std::filesystem::exists(text, ignored);
}

// Is a text wanted under that name, and nothing else?
bool wantsText(const Value& schema, const std::string& name) {
    for (const auto& [known, member] : membersOf(schema, schema))
        if (known == name) return typeOf(*member, schema) == "string";
    return false;
}

// What is meant by a name that is not known, or what could be.
std::string hint(const Value& schema, const Problem& problem) {
    if (problem.text != schema::kUnknownMember) return "";
    const std::string_view pointer = problem.pointer;
    const auto* around = schemaAt(schema, pointer.substr(0, pointer.rfind('/')));
    if (!around) return "";
    std::vector<std::string> names;
    std::string all;
    for (const auto& [name, member] : membersOf(*around, schema)) {
        names.push_back(name);
        all += (all.empty() ? "" : ", ") + name;
    }
    const auto meant = text::didYouMean(lastOf(pointer), names);
    return !meant.empty() ? meant : all.empty() ? "" : "; it takes " + all;
}

}  // namespace

std::string misfits(const Value& input, const DeclaredInput& declared, const std::string& where) {
    const auto problems = declared.problems(input);
    if (!problems) throw Failure(kBadInput, "tenon: " + problems.error().detail + "\n");
    std::string text;
    constexpr std::size_t most = 20;
    for (const auto& problem : problems.value()) {
        if (&problem - problems.value().data() == most) break;
        const std::string place = problem.pointer.empty() ? "the whole" : problem.pointer;
        text +=
            oneLine(where + ": " + place + " " + problem.text + hint(declared.schema(), problem)) +
            "\n";
    }
    return text;
}

namespace {

void check(const Value& input, const DeclaredInput& declared) {
    const auto text = misfits(input, declared, "--input");
    if (!text.empty()) throw Failure(kBadInput, text + kNothingWasRun);
}

// What the schema says of a value under that name, beside what else there is.
std::vector<Problem> problemsOf(const DeclaredInput& declared, Object input,
                                const std::string& name, const Value& value) {
    input.set(name, value);
    const std::string pointer = fields::pointerPart(name);
    std::vector<Problem> out;
    const auto problems = declared.problems(input);
    if (!problems) return out;
    for (const auto& problem : problems.value())
        if ((problem.pointer + "/").starts_with(pointer + "/"))
            out.push_back({problem.pointer.substr(pointer.size()), problem.text});
    return out;
}

// Is it only for being no text that the schema refuses the value? What is wrong inside it, or too
// small a number, is a mistake to be told of.
bool refusesKind(const std::vector<Problem>& problems, const Value& value) {
    const std::string kind = "is " + std::string(describe(value.kind())) + "; wanted ";
    return !problems.empty() &&
           std::all_of(problems.begin(), problems.end(), [&](const Problem& problem) {
               const auto says = [&](std::string_view text) {
                   return problem.text.starts_with(text);
               };
               return problem.pointer.empty() && (says(kind) || says("is none of ") ||
                                                  says("is not \"") || says("fits no schema of "));
           });
}

// What a text that is no JSON begins as, if that is more than a text.
std::optional<Value> begunAs(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return std::nullopt;
    if (text[first] == '{') return Object();
    if (text[first] == '[') return Array();
    if (text[first] == '"') return Value("");
    const bool leading = text.starts_with('0') || text.starts_with("-0") || text == "-";
    const bool digits = text.find_first_not_of("0123456789", text[0] == '-') == text.npos;
    return digits && !leading ? std::optional<Value>(0) : std::nullopt;
}

// `name=` and what the text begins with: the rest may be long, or a password.
std::string shown(const std::string& given) {
    constexpr std::size_t longestName = 60;
    const auto equals = given.find('=');
    return text::beginningOf(given.substr(0, equals), longestName) + "=" +
           text::beginningOf(given.substr(equals + 1), 1);
}

// `name=text`. What begins as JSON, or is a number, must be it, but where the schema takes a text
// there and not that; all else is a text.
Value valueOf(const DeclaredInput& declared, const Object& input, const std::string& given) {
    const auto equals = given.find('=');
    const std::string name = given.substr(0, equals), text = given.substr(equals + 1);
    if (wantsText(declared.schema(), name) && !text.starts_with('"')) return Value(text);
    auto read = json::read(text);
    const auto begun = read ? std::optional(read.value()) : begunAs(text);
    if (!begun) return Value(text);
    if (!begun->string() && refusesKind(problemsOf(declared, input, name, *begun), *begun) &&
        problemsOf(declared, input, name, Value(text)).empty())
        return Value(text);
    if (read) return std::move(read).value();
    throw Failure(kBadInput, "tenon: --input " + shown(given) + ": " + read.error().detail +
                                 " If a text is meant, write it in quotes: '\"…\"'\n");
}

void assign(Object& out, const std::string& text, const DeclaredInput& declared) {
    const auto equals = text.find('=');
    if (equals == 0)
        throw Failure(kUsage, "tenon: --input " + shown(text) + " has no name before the =\n");
    if (!text::isUtf8(text))
        throw Failure(kBadInput,
                      "tenon: --input " + text::readable(shown(text)) + " is not UTF-8\n");
    out.set(text.substr(0, equals), valueOf(declared, out, text));
}

Value gathered(const std::vector<std::string>& given, const DeclaredInput& declared) {
    Object out;
    for (const auto& text : given) {
        if (isAssignment(text)) {
            assign(out, text, declared);
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

Value assigned(const std::vector<std::string>& assignments, const DeclaredInput& declared) {
    Object out;
    for (const auto& text : assignments) assign(out, text, declared);
    return out;
}

Value readInput(const std::vector<std::string>& given, const DeclaredInput& declared) {
    Value out = gathered(given, declared);
    check(out, declared);
    return out;
}

}  // namespace tenon::cli
