// SPDX-License-Identifier: Apache-2.0
#include "http/openapi/style.h"

#include "http/uri_template.h"
#include "tenon/json.h"

namespace tenon::http::openapi {
namespace {

struct Style {
    std::string name;  // simple, form, deepObject
    bool explode = false;
    std::string separator = ",";  // percent-encoded
};

Style swaggerStyle(const Parameter& parameter) {
    const std::string format = textOf(parameter.definition, "collectionFormat");
    const bool many = parameter.in == "query" || parameter.in == "formData";
    Style style{many ? "form" : "simple"};
    if (format == "multi" && many) {
        style.explode = true;
    } else if (format == "ssv") {
        style.separator = "%20";
    } else if (format == "tsv") {
        style.separator = "%09";
    } else if (format == "pipes") {
        style.separator = "%7C";
    } else if (!format.empty() && format != "csv") {
        refuseParameter(parameter, "its collectionFormat \"" + format + "\" is not known here");
    }
    return style;
}

Style openApiStyle(const Parameter& parameter) {
    const bool many = parameter.in == "query" || parameter.in == "cookie";
    std::string name = textOf(parameter.definition, "style");
    if (name.empty()) name = many ? "form" : "simple";
    Style style{name, name == "form"};
    if (const auto* explode = parameter.definition.find("explode"); explode && explode->boolean())
        style.explode = *explode->boolean();
    if (name == "spaceDelimited") style = {"form", style.explode, "%20"};
    if (name == "pipeDelimited") style = {"form", style.explode, "%7C"};
    const bool known =
        many ? style.name == "form" || style.name == "deepObject" : style.name == "simple";
    if (!known) refuseParameter(parameter, "Tenon does not write its style \"" + name + "\"");
    return style;
}

std::string joined(const std::vector<std::string>& pieces, const std::string& separator) {
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) out += (i == 0 ? "" : separator) + pieces[i];
    return out;
}

// The pieces of an array or object; of an object name and value are two, or one with `equals`.
std::vector<std::string> piecesOf(const Parameter& parameter, const Value& value, bool equals,
                                  bool encode) {
    const auto text = [&](const Value& item) {
        const std::string plain = scalarText(parameter, item);
        return encode ? percentEncoded(plain) : plain;
    };
    std::vector<std::string> out;
    if (value.array())
        for (const auto& item : *value.array()) out.push_back(text(item));
    if (value.object()) {
        for (const auto& member : *value.object()) {
            if (equals) {
                out.push_back(text(member.name) + "=" + text(member.value));
            } else {
                out.push_back(text(member.name));
                out.push_back(text(member.value));
            }
        }
    }
    return out;
}

Style styleOf(const Api& api, const Parameter& parameter, const Value& value) {
    if (!api.isSwagger()) return openApiStyle(parameter);
    if (value.object()) refuseParameter(parameter, "it takes no object");
    return swaggerStyle(parameter);
}

bool isScalar(const Value& value) { return !value.array() && !value.object(); }

}  // namespace

void refuseParameter(const Parameter& parameter, const std::string& text) {
    throw StepError(makeError(ErrorKind::validation, "invalid parameter",
                              "In with/parameters/" + parameter.name + ": " + text + "."));
}

std::string scalarText(const Parameter& parameter, const Value& value) {
    if (const auto* text = value.revealText()) return *text;
    if (value.isNumber() || value.boolean()) return json::write(value);
    refuseParameter(parameter, std::string("wanted a string, a number or a boolean, found ") +
                                   describe(value.kind()));
}

std::string oneText(const Api& api, const Parameter& parameter, const Value& value) {
    const bool encode = parameter.in == "path";
    std::string text;
    if (parameter.definition.find("content")) {
        text = json::write(value, json::Secrets::reveal);
    } else if (isScalar(value)) {
        text = scalarText(parameter, value);
    } else {
        const Style style = styleOf(api, parameter, value);
        return joined(piecesOf(parameter, value, style.explode, encode), style.separator);
    }
    return encode ? percentEncoded(text) : text;
}

std::vector<std::pair<std::string, std::string>> pairsOf(const Api& api, const Parameter& parameter,
                                                         const Value& value) {
    const std::string name = percentEncoded(parameter.name);
    if (parameter.definition.find("content"))
        return {{name, percentEncoded(json::write(value, json::Secrets::reveal))}};
    if (isScalar(value)) return {{name, percentEncoded(scalarText(parameter, value))}};
    const Style style = styleOf(api, parameter, value);
    std::vector<std::pair<std::string, std::string>> out;
    if (style.name == "deepObject" && value.object()) {
        for (const auto& member : *value.object())
            out.emplace_back(percentEncoded(parameter.name + "[" + member.name + "]"),
                             percentEncoded(scalarText(parameter, member.value)));
    } else if (style.explode && value.object()) {
        for (const auto& member : *value.object())
            out.emplace_back(percentEncoded(member.name),
                             percentEncoded(scalarText(parameter, member.value)));
    } else if (style.explode) {
        for (auto& piece : piecesOf(parameter, value, false, true)) out.emplace_back(name, piece);
    } else {
        out.emplace_back(name, joined(piecesOf(parameter, value, false, true), style.separator));
    }
    return out;
}

}  // namespace tenon::http::openapi
