// SPDX-License-Identifier: Apache-2.0
#include "world/problem.h"

#include <array>
#include <optional>

namespace tenon::world {
namespace {

// The first is what we write. The others stand in older texts, and in the kit.
constexpr std::array<std::string_view, 4> prefixes{
    "https://open-workflow-specification.org/spec/1.0.0/errors/",
    "https://open-workflow-specification.org/dsl/errors/types/",
    "https://serverlessworkflow.io/spec/1.0.0/errors/",
    "https://serverlessworkflow.io/dsl/errors/types/"};

constexpr std::array errorKinds{ErrorKind::configuration, ErrorKind::validation,
                                ErrorKind::expression,    ErrorKind::authentication,
                                ErrorKind::authorization, ErrorKind::timeout,
                                ErrorKind::communication, ErrorKind::runtime};

std::optional<ErrorKind> standardKind(std::string_view type) {
    for (const auto prefix : prefixes)
        if (type.starts_with(prefix))
            for (const auto kind : errorKinds)
                if (type.substr(prefix.size()) == name(kind)) return kind;
    return std::nullopt;
}

Error wrongError(const std::string& text) {
    return makeError(ErrorKind::configuration, "error definition", "In raise/error: " + text);
}

}  // namespace

const std::string& headline(const Error& error) {
    return !error.detail.empty() ? error.detail : !error.title.empty() ? error.title : error.type;
}

Value problemOf(const Error& error) {
    Object out{
        {"type", error.type.empty() ? std::string(prefixes[0]) + name(error.kind) : error.type},
        {"status", error.status}};
    const auto add = [&](const char* member, const std::string& text) {
        if (!text.empty()) out.set(member, text);
    };
    add("title", error.title);
    add("detail", error.detail);
    add("instance", error.instance);
    if (error.done != Done::no) out.set("outcome", error.done == Done::yes ? "done" : "unknown");
    add("requestId", error.requestId);
    return out;
}

Error errorOf(const Value& problem) {
    if (!problem.object())
        return wrongError(std::string("An error is an object; found ") + describe(problem.kind()) +
                          ".");
    Error out;
    for (const auto& [member, value] : *problem.object()) {
        std::string* text = member == "type"       ? &out.type
                            : member == "title"    ? &out.title
                            : member == "detail"   ? &out.detail
                            : member == "instance" ? &out.instance
                                                   : nullptr;
        if (member == "status") {
            if (!value.integer() || *value.integer() < 0 || *value.integer() > 999)
                return wrongError("An error's status is an integer from 0 to 999; found " +
                                  std::string(describe(value.kind())) + ".");
            out.status = static_cast<int>(*value.integer());
        } else if (text && value.revealText()) {
            *text = *value.revealText();
        } else if (text && !value.isNull()) {
            return wrongError("An error's " + member + " is a string; found " +
                              describe(value.kind()) + ".");
        }
    }
    if (out.type.empty() || !problem.find("status"))
        return wrongError("An error needs a type and a status.");
    out.kind = standardKind(out.type).value_or(ErrorKind::runtime);
    return out;
}

bool sameType(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const auto kind = standardKind(a);
    return kind && kind == standardKind(b);
}

}  // namespace tenon::world
