// SPDX-License-Identifier: Apache-2.0
#include "comments.h"

#include <algorithm>
#include <vector>

namespace pages {
namespace {

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool isComment(std::string_view line) { return line.starts_with("//"); }

std::string unmarked(std::string_view line) {
    line.remove_prefix(2);
    if (line.starts_with(' ')) line.remove_prefix(1);
    return std::string(line) + "\n";
}

bool isDeclaration(std::string_view line, std::string_view name) {
    for (const std::string_view word : {"class ", "struct ", "using "}) {
        if (!line.starts_with(word)) continue;
        const auto rest = line.substr(word.size());
        const auto end = rest.find_first_of(" :;{=");
        if (rest.substr(0, end) == name && !line.ends_with(';')) return true;
        if (rest.substr(0, end) == name && word == "using ") return true;
    }
    return false;
}

std::size_t declaredAt(const std::vector<std::string_view>& lines, std::string_view name) {
    std::size_t at = 0;
    while (at < lines.size() && !isDeclaration(lines[at], name)) ++at;
    return at;
}

}  // namespace

bool declares(std::string_view header, std::string_view name) {
    const auto lines = linesOf(header);
    return declaredAt(lines, name) < lines.size();
}

std::string commentOf(std::string_view header, std::string_view name) {
    const auto lines = linesOf(header);
    std::string out;
    for (std::size_t i = 0; i < lines.size() && isComment(lines[i]); ++i)
        if (lines[i].find("SPDX-License-Identifier") == std::string_view::npos)
            out += unmarked(lines[i]);
    const auto at = declaredAt(lines, name);
    if (name.empty() || at == lines.size()) return out;
    auto begin = at;
    while (begin > 0 && isComment(lines[begin - 1])) --begin;
    if (begin < at && !out.empty()) out += "\n";
    for (auto i = begin; i < at; ++i) out += unmarked(lines[i]);
    return out;
}

}  // namespace pages
