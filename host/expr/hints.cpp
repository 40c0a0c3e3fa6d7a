// SPDX-License-Identifier: Apache-2.0
#include "expr/hints.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "text/suggest.h"

namespace tenon::expr {
namespace {

struct Foreign {
    std::string_view name, ours;
};

// Compared without case and underscores.
constexpr std::array<Foreign, 33> kForeign{{{"uuid", "$workflow.id, or a step that makes one"},
                                            {"len", "length"},
                                            {"lenght", "length"},
                                            {"size", "length"},
                                            {"count", "length"},
                                            {"lower", "ascii_downcase"},
                                            {"lowercase", "ascii_downcase"},
                                            {"tolower", "ascii_downcase"},
                                            {"tolowercase", "ascii_downcase"},
                                            {"upper", "ascii_upcase"},
                                            {"uppercase", "ascii_upcase"},
                                            {"toupper", "ascii_upcase"},
                                            {"touppercase", "ascii_upcase"},
                                            {"concat", "+, or join(\",\")"},
                                            {"substring", ".[0:5]"},
                                            {"substr", ".[0:5]"},
                                            {"replace", "gsub(\"a\"; \"b\")"},
                                            {"replaceall", "gsub(\"a\"; \"b\")"},
                                            {"filter", "map(select(…))"},
                                            {"find", "first(.[] | select(…))"},
                                            {"foreach", "map(…), or foreach … as $x (…)"},
                                            {"includes", "contains(…), or any(. == …)"},
                                            {"isnull", "… == null"},
                                            {"isempty", "length == 0"},
                                            {"coalesce", "… // …"},
                                            {"default", "… // …"},
                                            {"string", "tostring"},
                                            {"number", "tonumber"},
                                            {"parseint", "tonumber"},
                                            {"parsefloat", "tonumber"},
                                            {"parsejson", "fromjson"},
                                            {"stringify", "tojson"},
                                            {"today", "now | todate"}}};

std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (c != '_') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// "no argument", "1 argument", "1 or 2 arguments", "2, 3 or 4 arguments"
std::string counted(const std::set<std::size_t>& takes) {
    std::string out;
    for (const std::size_t one : takes) {
        if (!out.empty()) out += one == *takes.rbegin() ? " or " : ", ";
        out += one == 0 ? "no" : std::to_string(one);
    }
    return out + (*takes.rbegin() > 1 ? " arguments" : " argument");
}

}  // namespace

std::string functionHint(std::string_view name, const std::vector<Signature>& known) {
    const auto asked = folded(name);
    const auto found = std::find_if(kForeign.begin(), kForeign.end(),
                                    [&](const Foreign& f) { return f.name == asked; });
    if (found != kForeign.end()) return "; write: " + std::string(found->ours);
    std::vector<std::string> names;
    std::set<std::size_t> takes;
    for (const auto& [one, parameters] : known) {
        names.push_back(one);
        if (one == name) takes.insert(parameters);
    }
    if (takes.empty()) return text::didYouMean(name, names);
    return "; " + std::string(name) + " takes " + counted(takes);
}

std::string variableHint(std::string_view name, const std::vector<std::string>& known) {
    const auto asked = folded(name);
    for (const auto& one : known) {
        const auto other = folded(one);
        const bool begins =
            asked.size() > 2 && (other.starts_with(asked) || asked.starts_with(other));
        if (begins) return "; did you mean $" + one + "?";
    }
    return "";
}

}  // namespace tenon::expr
