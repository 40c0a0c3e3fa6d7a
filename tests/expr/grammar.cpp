// SPDX-License-Identifier: Apache-2.0
#include "expr/grammar.h"

namespace support {
namespace {

constexpr int kDeepest = 4;

}  // namespace

std::string Grammar::program() {
    variables_.clear();
    dot_ = Kind::any;
    const int depth = 1 + static_cast<int>(below(kDeepest));
    return ". as $d | " + (below(4) ? any(depth) : several(depth));
}

std::string Grammar::data() {
    return R"({"n": )" + one({"0", "1", "7", "-3", "12"}) + R"(, "m": )" +
           one({"0.5", "-2.25", "3.0", "100"}) + R"(, "s": )" +
           one({R"("abc")", R"("")", R"("b, c")", R"("Grüße 😀")", R"("a-b_c")"}) + R"(, "t": )" +
           one({R"("x")", R"("12")", R"("q \"\\ z")"}) + R"(, "z": null, "f": )" +
           one({"true", "false"}) + R"(, "l": )" + one({"[3, 1, 2, 3]", "[]", "[5]", "[-1, 0.5]"}) +
           R"(, "w": )" + one({R"(["x", "Y", "z"])", R"(["b", "a", "b"])", "[]"}) + R"(, "r": )" +
           one({R"([{"k": "b", "v": 1}, {"k": "a", "v": 2}, {"k": "b", "v": 3}])",
                R"([{"k": "a", "v": -1}])", "[]",
                R"([{"v": 2, "k": "z"}, {"k": "b", "v": 2}, {"k": "a", "v": 2, "e": null}])"}) +
           R"(, "o": )" +
           one({R"({"x": 1, "y": {"z": [1, 2]}})", "{}", R"({"b": 2, "a": null, "c": false})"}) +
           "}";
}

std::string Grammar::of(Kind kind, int depth) {
    switch (kind) {
        case Kind::number:
            return number(depth);
        case Kind::text:
            return text(depth);
        case Kind::list:
            return list(depth);
        case Kind::object:
            return object(depth);
        case Kind::any:
            return any(depth);
    }
    return ".";
}

std::string Grammar::inside(Kind kind, const Make& make) {
    const Kind before = std::exchange(dot_, kind);
    std::string out = make();
    dot_ = before;
    return out;
}

std::string Grammar::bound(Kind kind, int depth, const Make& make) {
    const std::string name = "$v" + std::to_string(variables_.size());
    const auto source = of(kind, depth);
    // The minus of `-1 as $x | …` belongs to all of it in jq 1.6, to the 1 since 1.7.
    std::string out = source.starts_with('-') ? "((" + source + ")" : "(" + source;
    out += " as " + name + " | ";
    variables_.emplace_back(name, kind);
    out += make();
    variables_.pop_back();
    return out + ")";
}

std::string Grammar::named(Kind kind) {
    std::vector<std::string> fit;
    if (dot_ == kind) fit.emplace_back(".");
    for (const auto& [name, known] : variables_)
        if (known == kind) fit.push_back(name);
    return fit.empty() ? "" : fit[below(fit.size())];
}

// What every kind may be: a branch, a fallback, a function's result, what was caught.
std::string Grammar::choice(int depth, Kind kind) {
    const auto part = [&] { return of(kind, depth); };
    const Kind other = static_cast<Kind>(below(5));
    return made({
        [&] { return "(if " + truth(depth) + " then " + part() + " else " + part() + " end)"; },
        [&] {
            return "(if " + truth(depth) + " then " + part() + " elif " + truth(depth) + " then " +
                   part() + " else " + part() + " end)";
        },
        [&] { return "(" + part() + " // " + part() + ")"; },
        [&] { return "([try " + part() + " catch \"caught\"] | last)"; },
        [&] { return "([(" + part() + ")?, " + part() + "] | first)"; },
        [&] { return bound(other, depth, part); },
        [&] { return "(" + of(other, depth) + " | " + inside(other, part) + ")"; },
        [&] { return "first(" + several(depth) + ", " + part() + ")"; },
        [&] { return "(def f: " + inside(other, part) + "; " + of(other, depth) + " | f)"; },
        [&] {
            const auto argument = of(other, depth);
            variables_.emplace_back("$p", other);
            const auto body = part();
            variables_.pop_back();
            return "(def f($p; g): [g, " + body + "] | .[1]; f(" + argument + "; " + part() + "))";
        },
        [&] { return "([limit(2; " + several(depth) + "), " + part() + "] | last)"; },
        [&] { return "([" + part() + "] | .[0] as $e | $e)"; },
    });
}

std::string Grammar::number(int depth) {
    if (below(3) == 0)
        if (auto known = named(Kind::number); !known.empty()) return known;
    if (depth <= 0) return one({"0", "1", "2", "-3", "2.5", "10", "$d.n", "$d.m", "$d.n"});
    --depth;
    const auto inner = [&] { return number(depth); };
    return made({
        [&] { return choice(depth, Kind::number); },
        [&] {
            // jq 1.6 computes a constant that is divided by 0 before it runs, and ends or has nan.
            const std::string sign = one({" + ", " - ", " * ", " / ", " % "});
            const bool divides = sign == " / " || sign == " % ";
            return "(" + inner() + sign + (divides ? "(" + inner() + " | select(true))" : inner()) +
                   ")";
        },
        [&] {
            return "(" + inner() + one({" + ", " - "}) + inner() + " * " + inner() + ")";
        },
        [&] { return "(-(" + inner() + "))"; },
        [&] { return "(" + any(depth) + " | length)"; },
        [&] { return "(" + text(depth) + " | utf8bytelength)"; },
        [&] {
            return "(" + numbers(depth) + one({" | add)", " | max)", " | min)", " | first)"});
        },
        [&] {
            return "(" + inner() + one({" | floor)", " | ceil)", " | fabs)", " | round)"});
        },
        [&] { return "(" + inner() + " | tostring | tonumber)"; },
        [&] {
            return "(reduce " + numbers(depth) + "[] as $x (" + inner() + "; . " +
                   one({"+ $x", "- $x", "* 2 + $x", "+ 1"}) + "))";
        },
        [&] {
            return "(reduce range(4) as $i (" + inner() + "; " + inside(Kind::number, inner) + "))";
        },
        [&] { return "(" + inner() + " | fabs | until(. > 20; . * 2 + 30))"; },
        [&] { return "([" + several(depth) + "] | length)"; },
        [&] {
            return "(def f: if . > 50 then . else (. + 17 | f) end; " + inner() + " | fabs | f)";
        },
        [&] {
            return "(" + records() + one({" | max_by(.v)", " | min_by(.v)", "[0]"}) + ".v)";
        },
        [&] { return "(" + text(depth) + " | explode | add)"; },
        [&] {
            return "(label $out | foreach (" + numbers(depth) + "[], 9) as $x (0; . + $x; " +
                   "if . > 3 or $x == 9 then ., break $out else empty end))";
        },
        [&] { return "(1400000000 + (" + inner() + " | floor) | todate | fromdate)"; },
    });
}

std::string Grammar::text(int depth) {
    if (below(3) == 0)
        if (auto known = named(Kind::text); !known.empty()) return known;
    if (depth <= 0) return one({R"("")", R"("a")", R"("b, c")", "$d.s", "$d.t", "$d.s"});
    --depth;
    const auto inner = [&] { return text(depth); };
    return made({
        [&] { return choice(depth, Kind::text); },
        [&] { return "(" + inner() + " + " + inner() + ")"; },
        [&] { return "\"<\\(" + any(depth) + ")|\\(" + inner() + ")>\""; },
        [&] {
            return one({"@json", "@html", "@base64", "@text"}) + " \"<\\(" + inner() + ")>\"";
        },
        [&] {
            return "(" + any(depth) + one({" | tostring)", " | tojson)", " | type)", " | @json)"});
        },
        [&] {
            return "(" + inner() +
                   one({" | ascii_upcase)", " | ascii_downcase)", " | ltrimstr(\"a\"))",
                        " | rtrimstr(\"c\"))", " | @base64)", " | @html)", " | @text)",
                        " | explode | implode)", " | tojson | fromjson)", " | @base64 | @base64d)",
                        " | .[1:])", " | .[:2])", " | .[-2:])", " | .[1:-1])"});
        },
        [&] {
            return "(" + inner() +
                   one({" | sub(\"[a-c]\"; \"X\"))", " | gsub(\"[a-b]\"; \"yy\"))",
                        " | gsub(\"(?<x>[a-z])\"; \"<\\(.x)>\"))", " | sub(\"b\"; \"B\"; \"g\"))",
                        " | gsub(\"\\\\s+\"; \"\"))", " | sub(\"(?<h>^.)\"; \"\\(.h)\\(.h)\"))",
                        " | sub(\"$\"; \"!\"))", " | gsub(\"B\"; \"-\"; \"i\"))"});
        },
        [&] { return "([" + inner() + ", " + inner() + "] | join(\"-\"))"; },
        [&] { return "($d.w | join(" + inner() + "))"; },
        [&] {
            return "([" + number(depth) + ", " + inner() + one({"] | @tsv)", "] | @sh)"});
        },
        [&] { return "([" + inner() + ", null, true] | @csv)"; },
        [&] { return "(" + inner() + " * 3)"; },
        [&] {
            return "(1400000000 + (" + number(depth) + " | floor) | " +
                   one({"todate)", "strftime(\"%Y %j %a\"))", "gmtime | mktime | todate)"});
        },
        [&] { return "(" + records() + " | map(.k) | add)"; },
        [&] { return "(" + object(depth) + " | keys | join(\"/\"))"; },
    });
}

std::string Grammar::truth(int depth) {
    if (depth <= 0) return one({"true", "false", "$d.f", "null", "($d.n > 2)"});
    --depth;
    return made({
        [&] {
            const Kind kind = static_cast<Kind>(below(5));
            return "(" + of(kind, depth) + one({" == ", " != ", " < ", " <= ", " > ", " >= "}) +
                   of(kind, depth) + ")";
        },
        [&] {
            return "(" + truth(depth) + one({" and ", " or "}) + truth(depth) + ")";
        },
        [&] { return "(" + any(depth) + " | not)"; },
        [&] {
            return "(" + numbers(depth) + one({" | any(. > 1))", " | all(. > 1))"});
        },
        [&] {
            return "(" + text(depth) +
                   one({" | test(\"B\"; \"i\"))", " | startswith(\"a\"))", " | test(\"^[a-z]+$\"))",
                        " | endswith(\"c\"))"});
        },
        [&] {
            return "(" + object(depth) + one({" | has(\"x\"))", " | has(\"a\"))"});
        },
        [&] {
            return "(" + list(depth) + one({" | has(0))", " | any)", " | all)"});
        },
        [&] { return "(" + list(depth) + " | contains(" + list(depth) + "))"; },
        [&] { return "(" + number(depth) + " | IN(" + numbers(depth) + "[]))"; },
        [&] { return "([" + several(depth) + "] | length > 1)"; },
        [&] {
            return one({"any(", "all("}) + several(depth) + "; . == " + any(depth) + ")";
        },
    });
}

}  // namespace support
