// SPDX-License-Identifier: Apache-2.0
#include "expr/inside.h"

namespace tenon::expr {
namespace {

// "${ "http://h/pets/\(.id)" }" of "http://h/pets/${ .id }"; nothing where that is not plain.
std::string asExpression(const std::string& text) {
    std::string out = "${ \"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] == '\\') return "";
        if (text.compare(i, 2, "${") != 0) {
            out += text[i];
            continue;
        }
        const auto close = text.find('}', i);
        if (close == std::string::npos) return "";
        std::string inner = text.substr(i + 2, close - i - 2);
        inner.erase(0, inner.find_first_not_of(' '));
        inner.erase(inner.find_last_not_of(' ') + 1);
        if (inner.empty() || inner.find('{') != std::string::npos) return "";
        out += "\\(" + inner + ")";
        i = close;
    }
    return out + "\" }";
}

}  // namespace

std::string insideProblem(const std::string& text) {
    if (text.find("${") == std::string::npos) return "";
    const auto form = asExpression(text);
    return "\"${\" inside a longer text is no expression; write the whole as one: " +
           (form.empty() ? "${ \"… \\( .x ) …\" }" : form);
}

}  // namespace tenon::expr
