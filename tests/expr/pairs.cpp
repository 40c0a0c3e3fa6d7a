// SPDX-License-Identifier: Apache-2.0
#include "expr/pairs.h"

#include <fstream>
#include <initializer_list>
#include <stdexcept>
#include <utility>

namespace support {
namespace {

constexpr const char* kData[] = {
    R"({"a": 1, "b": {"c": [1, 2, {"d": "x"}], "e": null}, "s": "text", "l": ["p", "q"], "f": false})",
    R"({"a": -2.5, "b": {"c": [], "e": {"g": true}}, "s": "", "l": [3, 1, 2], "f": null})",
    R"({"a": "7", "b": [1, [2, [3]]], "s": "é \"q\" \\ 😀", "l": [], "f": true})",
    R"({"a": null, "b": "b", "s": null, "l": {"k": 0}, "f": 0})"};

// Grows expressions from the outside to the inside.
class Grower {
  public:
    explicit Grower(unsigned seed) : random_(seed) {}

    std::string grown(int depth) {
        if (depth == 0) return one({path(), path(), literal()});
        const auto inner = [&] { return grown(depth - 1); };
        const auto term = [&] { return "(" + inner() + ")"; };
        // In braces, because they are made from left to right.
        switch (below(12)) {
            case 0:
            case 1:
                return joined({path(), one({" + ", " - ", " * ", " / ", " % "}), term()});
            case 2:
                return joined({term(), one({" == ", " != ", " < ", " >= "}), term()});
            case 3:
                return joined({inner(), one({" and ", " or "}), inner()});
            case 4:
                return joined({inner(), " // ", inner()});
            case 5:
                return joined({"\"<\\(", inner(), ")|\\(", inner(), ")>\""});
            case 6:
                return joined({inner(), " | ", builtin()});
            case 7:
                return joined({"if ", inner(), " then ", inner(), " else ", inner(), " end"});
            case 8:
                return joined({"[", inner(), ", {k: ", term(), ", \"x\": ", term(), "}]"});
            case 9:
                return joined({term(), " as $v | [$v, ", inner(), "]"});
            case 10:
                return joined({"try ", term(), " catch \"caught\""});
            default:
                return joined({"[", path(), one({"?", "[]?"}), ", ", term(), "]"});
        }
    }
    std::string data() { return kData[below(std::size(kData))]; }

  private:
    std::string path() {
        return one({".", ".a", ".b", ".b.c", ".b.c[0]", ".b.c[-1].d", ".b[1][0]", ".s", ".l",
                    ".l[1]", ".[\"s\"]", ".b.e", ".missing", ".f", ".l[1:]", ".s[:2]"});
    }
    std::string literal() {
        return one({"0", "1", "3", "2.5", "\"x\"", "\"\"", "true", "false", "null", "[]", "{}"});
    }
    std::string builtin() {
        return one({"length",     "type",          "tostring", "tojson",       "not",
                    "keys",       "add",           "sort",     "reverse",      "first",
                    "map(type)",  "to_entries",    "unique",   "flatten",      "any",
                    "all",        "min",           "floor",    "ascii_upcase", "explode",
                    "has(\"a\")", "tonumber",      "@base64",  "@html",        "select(. != null)",
                    "[.[]?]",     "[..] | length", "[paths]"});
    }
    static std::string joined(std::initializer_list<std::string> parts) {
        std::string out;
        for (const auto& part : parts) out += part;
        return out;
    }
    std::size_t below(std::size_t bound) { return random_() % bound; }
    std::string one(std::initializer_list<std::string> choices) {
        return choices.begin()[below(choices.size())];
    }

    std::mt19937 random_;  // the same numbers on every platform
};

}  // namespace

std::vector<Pair> readPairs(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<Pair> out;
    std::string data, differs;
    for (std::string line; std::getline(in, line);) {
        const auto after = [&](std::string_view word) {
            return line.starts_with(word) ? line.substr(word.size()) : std::string();
        };
        if (line.empty() || line.starts_with("# ")) continue;
        if (auto found = after("data "); !found.empty()) {
            data = found;
        } else if (found = after("differs "); !found.empty()) {
            differs = found;
        } else {
            out.push_back({line, data, std::exchange(differs, "")});
        }
    }
    return out;
}

std::vector<Pair> makePairs(unsigned seed, std::size_t count) {
    Grower grower(seed);
    std::vector<Pair> out;
    while (out.size() < count) {
        std::string expression = grower.grown(1 + static_cast<int>(out.size() % 3));
        out.push_back({std::move(expression), grower.data(), ""});
    }
    return out;
}

}  // namespace support
