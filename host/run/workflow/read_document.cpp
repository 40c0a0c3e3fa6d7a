// SPDX-License-Identifier: Apache-2.0
#include "run/workflow/read_document.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "manifest/map_reader.h"

namespace tenon::run {
namespace {

constexpr std::array<std::string_view, 4> languages{"1.0.0", "1.0.1", "1.0.2", "1.0.3"};

// As a label of a host's name: RFC 1123.
bool isName(const std::string& text) {
    const auto fits = [](char c) {
        return std::islower(static_cast<unsigned char>(c)) ||
               std::isdigit(static_cast<unsigned char>(c)) || c == '-';
    };
    return text.size() <= 63 && std::all_of(text.begin(), text.end(), fits) &&
           text.front() != '-' && text.back() != '-';
}

bool isVersion(const std::string& text) {
    std::size_t at = 0;
    for (int part = 0; part < 3; ++part) {
        const auto begin = at;
        while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]))) ++at;
        if (at == begin || (text[begin] == '0' && at - begin > 1)) return false;
        if (part < 2 && (at == text.size() || text[at++] != '.')) return false;
    }
    return at == text.size() || (at + 1 < text.size() && (text[at] == '-' || text[at] == '+'));
}

}  // namespace

Document readDocument(const manifest::Node* node, manifest::Faults& faults) {
    Document out;
    if (!node) return out;
    manifest::MapReader reader(*node, "\"document\"", faults);
    if (const auto dsl = reader.requiredText("dsl");
        dsl && std::find(languages.begin(), languages.end(), *dsl) == languages.end())
        faults.add(*node->find("dsl"),
                   "wanted a version of the language from 1.0.0 to 1.0.3, "
                   "found \"" +
                       *dsl + "\"");
    const auto name = [&](std::string_view key) {
        const auto text = reader.requiredText(key);
        if (text && !isName(*text))
            faults.add(*node->find(key),
                       "wanted lower-case letters, digits and hyphens between them, at most "
                       "63, found \"" +
                           *text + "\"");
        return text.value_or("");
    };
    out.space = name("namespace");
    out.name = name("name");
    out.version = reader.requiredText("version").value_or("");
    if (!out.version.empty() && !isVersion(out.version))
        faults.add(*node->find("version"),
                   "wanted a semantic version such as 1.0.0, found \"" + out.version + "\"");
    out.title = reader.optionalText("title").value_or("");
    for (const auto* key : {"summary", "tags", "metadata"}) reader.optional(key);
    reader.finish();
    return out;
}

}  // namespace tenon::run
