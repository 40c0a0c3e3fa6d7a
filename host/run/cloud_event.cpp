// SPDX-License-Identifier: Apache-2.0
#include "run/cloud_event.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "expr/expression.h"
#include "manifest/map_reader.h"
#include "text/suggest.h"

namespace tenon::run {
namespace {

// In the order in which they are written; what else there is comes after them, and `data` last.
constexpr std::array<std::string_view, 7> attributes{
    "id", "source", "type", "time", "subject", "datacontenttype", "dataschema"};

bool isAttribute(std::string_view name) {
    return std::find(attributes.begin(), attributes.end(), name) != attributes.end();
}

bool isName(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

// "2026-01-02T03:04:05", then perhaps a fraction, then "Z" or "+01:00": RFC 3339.
bool isTime(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00:00", zone = "+00:00";
    const auto take = [&](std::string_view wanted) {
        bool fits = text.size() >= wanted.size();
        for (std::size_t i = 0; fits && i < wanted.size(); ++i) {
            const char c = static_cast<char>(std::toupper(static_cast<unsigned char>(text[i])));
            fits = wanted[i] == '0'   ? std::isdigit(static_cast<unsigned char>(c)) != 0
                   : wanted[i] == '+' ? c == '+' || c == '-'
                                      : c == wanted[i];
        }
        if (fits) text.remove_prefix(wanted.size());
        return fits;
    };
    if (!take(form)) return false;
    if (take(".") && !take("0")) return false;
    while (take("0")) continue;
    return (take("Z") || take(zone)) && text.empty();
}

// What the attribute must be, if the value is not that.
std::optional<std::string> wanted(std::string_view name, const Value& value) {
    const auto* text = value.revealText();
    if (!isAttribute(name)) {
        if (text || value.boolean() || value.integer() || value.wide()) return std::nullopt;
        return "a string, an integer or a boolean";
    }
    if (!text || text->empty()) return "a string that is not empty";
    if (name == "time" && !isTime(*text)) return "a time such as 2026-01-02T03:04:05Z";
    return std::nullopt;
}

std::string found(const Value& value) {
    if (const auto* text = value.string()) return "\"" + *text + "\"";
    return describe(value.kind());
}

}  // namespace

void checkAttributes(const manifest::Node& with, manifest::Faults& faults) {
    for (const auto& [name, place, node] : with.entries) {
        if (name == "data") continue;
        if (name == "specversion") {
            if (!node.text() || *node.text() != "1.0")
                faults.add(node, "wanted \"1.0\", the version of CloudEvents that Tenon writes");
            continue;
        }
        if (!isName(name)) {
            const std::vector<std::string> known(attributes.begin(), attributes.end());
            faults.add(place, node.pointer,
                       "the name of an attribute is lower-case letters and digits, found \"" +
                           name + "\"" + text::didYouMean(name, known));
            continue;
        }
        const Value value = node.value();
        if (value.isNull() || (node.text() && expr::unwrapped(*node.text()))) continue;
        if (const auto want = wanted(name, value))
            faults.add(node, "wanted " + *want + ", found " + found(value));
    }
}

Result<Value> cloudEvent(const Value& with, const Object& fallback) {
    if (!with.object())
        return makeError(ErrorKind::validation, "event",
                         std::string("In emit/event/with: wanted an object, found ") +
                             describe(with.kind()) + ".");
    Object event{{"specversion", "1.0"}};
    std::optional<Error> wrong;
    const auto add = [&](const std::string& name, const Value& value) {
        const auto want = wanted(name, value);
        if (want && !wrong)
            wrong = makeError(ErrorKind::validation, "event",
                              "In emit/event/with/" + name + ": wanted " + *want + ", found " +
                                  found(value) + ".");
        event.set(name, value);
    };
    const auto* data = with.find("data");
    for (const auto name : attributes) {
        const auto* value = with.find(name);
        if (!value || value->isNull()) value = fallback.find(name);
        if (value) {
            add(std::string(name), *value);
        } else if (name == "type") {
            return makeError(ErrorKind::validation, "event",
                             "In emit/event/with: an event needs a \"type\".");
        } else if (name == "datacontenttype" && data) {
            event.set("datacontenttype", "application/json");
        }
    }
    for (const auto& [name, value] : *with.object()) {
        if (isAttribute(name) || name == "data" || name == "specversion" || value.isNull())
            continue;
        if (!isName(name))
            return makeError(ErrorKind::validation, "event",
                             "In emit/event/with: the name of an attribute is lower-case letters "
                             "and digits, found \"" +
                                 name + "\".");
        add(name, value);
    }
    if (wrong) return *wrong;
    if (data) event.set("data", *data);
    return Value(std::move(event));
}

}  // namespace tenon::run
