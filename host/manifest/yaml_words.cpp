// SPDX-License-Identifier: Apache-2.0
#include "manifest/yaml_words.h"

#include <array>
#include <utility>

namespace tenon::manifest {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> words{{
    {"end of map not found", kStray},
    {"end of sequence not found", kStray},
    {"end of map flow not found", "a { before this is not closed"},
    {"end of sequence flow not found", "a [ before this is not closed"},
    {"illegal flow end",
     "this bracket closes nothing; the one that is open is of the other kind, "
     "or there is none"},
    {"illegal map value", "\": \" is not expected here; put a text that holds it in quotes"},
    {"illegal block entry",
     "\"- \" is not expected here; begin the list on a line of its own, or "
     "put the text in quotes"},
    {"unknown token", "a text that begins with this character must stand in quotes"},
    {"alias not found after *", "a text that begins with * must stand in quotes"},
    {"anchor not found after &", "a text that begins with & must stand in quotes"},
    {"the referenced anchor is not defined",
     "there is no anchor of this name before it; put a text that begins with * in quotes"},
    {"illegal document indicator in scalar", "a quote before this is not closed"},
    {"YAML major version too large", "this is written for a later YAML; wanted 1.2"},
    {"bad character found while scanning hex number",
     "wanted hexadecimal digits behind \\x, \\u or \\U"},
}};

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

std::string explain(const std::string& message, std::string_view line) {
    constexpr std::string_view escape = "unknown escape character: ", code = "invalid unicode: ";
    if (has(line, "${") && message == "illegal map value")
        return "\": \" inside an unquoted expression; put quotes around the whole ${ … }";
    if (has(line, "${") && has(message, "flow"))
        return "inside { } and [ ] an expression must stand in quotes: \"${ … }\"";
    if (has(line, "\t") && line.find_first_not_of(" \t") > line.find('\t'))
        return "a tab in the indentation; YAML takes blanks only";
    if (message.starts_with(escape))
        return "\"\\" + message.substr(escape.size()) +
               "\" is no escape; write \\\\ for a backslash, or use single quotes";
    if (message.starts_with(code))
        return "an escape that stands for no character; write the character itself";
    for (const auto& [theirs, ours] : words)
        if (message == theirs) return std::string(ours);
    return "not YAML: " + message;
}

}  // namespace tenon::manifest
