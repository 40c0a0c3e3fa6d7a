// SPDX-License-Identifier: Apache-2.0
#include "run/shell_command.h"

#include <Poco/UTF8Encoding.h>

#include <algorithm>
#include <cctype>

#include "run/names.h"
#include "tenon/json.h"
#include "text/base64.h"
#include "text/excerpt.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

// At most so much of the standard error stands in an error.
constexpr std::size_t kMostShown = 1000;

Error wrongPart(const std::string& part, const std::string& text) {
    return makeError(ErrorKind::configuration, "shell command",
                     "In run/shell/" + part + ": " + text + " Nothing was run.");
}

std::string textOf(const Value& value) {
    const auto* text = value.revealText();
    return text ? *text : json::write(value, json::Secrets::reveal);
}

bool isVariable(const std::string& name) {
    return !name.empty() && !std::isdigit(static_cast<unsigned char>(name.front())) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
           });
}

bool isText(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto first = static_cast<unsigned char>(bytes.front());
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
        if (bytes.size() < size || !Poco::UTF8Encoding::isLegal(begin, static_cast<int>(size)))
            return false;
        bytes.remove_prefix(size);
    }
    return true;
}

// The last lines, which say what went wrong.
std::string shown(std::string text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.pop_back();
    return text::endOf(text, kMostShown);
}

}  // namespace

Result<ShellCommand> shellCommand(const Object& with) {
    ShellCommand out;
    const Value& command = *with.find("command");
    if (!command.revealText() || command.revealText()->empty())
        return wrongPart("command",
                         std::string("wanted a string that is not empty, found ") +
                             (command.revealText() ? "an empty one" : describe(command.kind())) +
                             ".");
    out.command = *command.revealText();
    if (const auto* input = with.find("stdin"); input && !input->isNull())
        out.input = textOf(*input);
    if (const auto* arguments = with.find("arguments"); arguments && !arguments->isNull()) {
        if (!arguments->array())
            return wrongPart("arguments", std::string("wanted an array, found ") +
                                              describe(arguments->kind()) + ".");
        for (const auto& argument : *arguments->array()) out.arguments.push_back(textOf(argument));
    }
    if (const auto* variables = with.find("environment"); variables && !variables->isNull()) {
        if (!variables->object())
            return wrongPart("environment", std::string("wanted an object, found ") +
                                                describe(variables->kind()) + ".");
        for (const auto& [name, value] : *variables->object()) {
            if (!isVariable(name))
                return wrongPart(
                    "environment",
                    "the name of a variable is letters, digits and _, found \"" + name + "\".");
            out.environment.emplace_back(name, textOf(value));
        }
    }
    const auto cut = [](const std::string& text) { return text.find('\0') != std::string::npos; };
    if (cut(out.command)) return wrongPart("command", "a command cannot hold the character NUL.");
    if (std::any_of(out.arguments.begin(), out.arguments.end(), cut))
        return wrongPart("arguments", "an argument cannot hold the character NUL.");
    for (const auto& [name, value] : out.environment)
        if (cut(value))
            return wrongPart("environment/" + name, "a variable cannot hold the character NUL.");
    return out;
}

Result<Value> shellResult(const ShellEnd& end) {
    for (const auto& [name, text] :
         {std::pair{"standard output", &end.out}, std::pair{"standard error", &end.err}}) {
        if (isText(*text)) continue;
        Error error = makeError(ErrorKind::runtime, "shell output",
                                std::string("The shell command ended, but its ") + name +
                                    " is no UTF-8 text. Let the command encode it, for example "
                                    "with base64.");
        error.done = Done::maybe;
        return error;
    }
    Object out{{"code", end.code}, {"stdout", end.out}, {"stderr", end.err}};
    if (end.killed) out.set("killed", true);
    return Value(std::move(out));
}

Value shellKept(const ShellEnd& end) {
    Object out;
    const auto add = [&](const char* name, const std::string& bytes) {
        if (bytes.empty()) return;
        out.set(name,
                isText(bytes) ? Value(bytes) : Value(Object{{"base64", text::base64(bytes)}}));
    };
    add("stdout", end.out);
    add("stderr", end.err);
    return out.empty() ? Value() : Value(std::move(out));
}

Result<Value> shellOutput(const Value& result, Return what, const Redactor& redactor) {
    const auto code = *result.find("code")->integer();
    if (what == Return::code) return Value(code);
    if (what == Return::all)
        return Value(Object{{"code", code},
                            {"stdout", *result.find("stdout")},
                            {"stderr", *result.find("stderr")}});
    if (code != 0) {
        const std::string said = shown(redactor.text(*result.find("stderr")->string()));
        const bool killed = result.find("killed");
        Error error =
            makeError(ErrorKind::runtime, "shell command failed",
                      (killed ? "The shell was ended by signal " + std::to_string(code - 128)
                              : "The shell command ended with code " + std::to_string(code)) +
                          (said.empty() ? " and said nothing." : ". It said: " + said));
        if (killed) error.done = Done::maybe;
        return error;
    }
    if (what == Return::none) return Value();
    return *result.find(what == Return::out ? "stdout" : "stderr");
}

}  // namespace tenon::run
