// SPDX-License-Identifier: Apache-2.0
#include "expr/grammar.h"

namespace support {

std::string Grammar::numbers(int depth) {
    if (depth <= 0) return one({"$d.l", "[1, 2]", "[2, 0.5, 2]", "$d.l"});
    return made({[&] { return std::string("$d.l"); },
                 [&] { return "[" + number(depth - 1) + ", " + number(depth - 1) + "]"; },
                 [&] {
                     return "[range(" + one({"3", "1; 4", "6; 0; -2", "0, 1; 2, 3"}) + ")]";
                 },
                 [&] {
                     return "(" + numbers(depth - 1) + " | map(" +
                            inside(Kind::number, [&] { return number(depth - 1); }) + "))";
                 },
                 [&] { return "[" + numbers(depth - 1) + "[] | select(. > 1)]"; }});
}

std::string Grammar::records() {
    return one({"$d.r", "$d.r", R"([{k: "c", v: 2}, {k: "b", v: $d.n}, {k: "c", v: 1}])"});
}

std::string Grammar::list(int depth) {
    if (below(4) == 0)
        if (auto known = named(Kind::list); !known.empty()) return known;
    if (depth <= 0) return one({"$d.l", "$d.w", "$d.r", "[]", "[1, \"a\", null]", "[[1], [2, 3]]"});
    --depth;
    const auto inner = [&] { return list(depth); };
    return made({
        [&] { return choice(depth, Kind::list); },
        [&] { return numbers(depth); },
        [&] { return "[" + several(depth) + "]"; },
        [&] { return "[" + several(depth) + "]"; },
        [&] { return "[" + any(depth) + ", " + any(depth) + "]"; },
        [&] {
            return "(" + inner() +
                   one({" | sort)",
                        " | unique)",
                        " | reverse)",
                        " | flatten)",
                        " | flatten(1))",
                        " | .[1:])",
                        " | .[:-1])",
                        " | .[-2:])",
                        " | .[1:2])",
                        " | group_by(type))",
                        " | map(type))",
                        " | map([.]))",
                        " | to_entries)",
                        " | sort_by(type))",
                        " | unique_by(length))",
                        " | map(select(. != null)))",
                        " | keys)",
                        " | map(tojson) | sort)",
                        " | [.[] | numbers, strings])",
                        " | map(., .))",
                        " | [paths])",
                        " | [tostream])",
                        " | [.. | scalars])",
                        " | del(.[0]))",
                        " | del(.[0, 2]))",
                        " | del(.[-1]))",
                        " | del(.[1:]))",
                        " | [splits(\"a\")?])"});
        },
        [&] {
            return "(" + inner() + one({" + ", " - "}) + inner() + ")";
        },
        [&] {
            return "(" + inner() + " | map(" + inside(Kind::any, [&] { return any(depth); }) + "))";
        },
        [&] {
            return "(" + records() +
                   one({" | sort_by(.k))", " | sort_by(.k, -.v))", " | group_by(.k))",
                        " | unique_by(.v))", " | map({(.k): .v}))", " | [.[] | {k, x: .v}])",
                        " | group_by(.k) | map({k: .[0].k, n: map(.v) | add}))", " | [.[].v])",
                        " | [.[] as {k: $k, v: $v} | [$k, $v]])", " | map(.v += 1))"});
        },
        [&] {
            return "(" + text(depth) +
                   one({" | split(\",\"))", " | explode)", " / \",\")", " | [scan(\"[a-z]\")])",
                        " | [match(\"b|c\"; \"g\") | .offset, .string])", " | split(\"\"))",
                        " | [scan(\"(a|b)(.)\")])", " | [splits(\"[-_, ]+\")])",
                        " | split(\", *\"; null))", " | [capture(\"(?<y>[a-z])(?<z>.)\")])",
                        " | [match(\"(b)?c\").captures[].string])"});
        },
        [&] {
            return "(" + object(depth) +
                   one({" | keys)", " | to_entries)", " | [.[]])", " | [paths])",
                        " | keys_unsorted)"});
        },
        [&] {
            return "[foreach " + numbers(depth) + "[] as $x (" + number(depth) + "; . + $x" +
                   one({")]", "; [$x, .])]", "; ., -$x)]", "; select(. > 1))]"});
        },
        [&] {
            return "(reduce " + inner() + "[] as $x ([]; " +
                   one({". + [$x]", "[$x] + .", ". + [[$x]]"}) + "))";
        },
        [&] {
            return "[limit(" + one({"1", "2", "3"}) + "; " + several(depth) + ")]";
        },
        [&] {
            return "[" + any(depth) + one({" | .[0]?, .a?]", " | .[]?]", " | ..]", " | .x?]"});
        },
        [&] {
            return "[try error(" + one({"\"e\"", "{a: 1}", "[1]"}) + ") catch .]";
        },
        [&] { return "[" + inner() + "[] as " + pattern(depth) + "]"; },
        [&] { return "(" + inner() + " | [.[" + number(0) + " | floor]])"; },
        [&] { return "([" + inner() + ", " + inner() + "] | transpose)"; },
        [&] { return "([[1, 2], " + inner() + "] | [combinations])"; },
        [&] {
            return "(" + inner() + " | indices(" + one({"3", "[1]", "[2, 3]", "\"b\""}) + "))";
        },
        [&] { return "(" + inner() + " | [.[]] | sort | bsearch(1))"; },
        [&] { return updated(depth); },
        [&] { return "(1400000000 + (" + number(depth) + " | floor) | gmtime)"; },
    });
}

std::string Grammar::object(int depth) {
    if (below(4) == 0)
        if (auto known = named(Kind::object); !known.empty()) return known;
    if (depth <= 0) return one({"$d", "$d.o", "{}", "{a: 1}", "{x: [1], \"y z\": null}"});
    --depth;
    const auto inner = [&] { return object(depth); };
    return made({
        [&] { return choice(depth, Kind::object); },
        [&] { return "{a: " + any(depth) + ", \"b\": " + any(depth) + "}"; },
        [&] { return "{(" + text(depth) + "): " + any(depth) + ", x: 1}"; },
        [&] { return "{\"p\\(" + number(depth) + ")\": " + any(depth) + "}"; },
        [&] { return std::string("($d | {n, s, \"m\", q: .t})"); },
        [&] {
            return "(" + inner() + one({" + ", " * "}) + inner() + ")";
        },
        [&] {
            return "(" + inner() +
                   one({" | with_entries(.value |= tojson))", " | with_entries(.key |= . + \"!\"))",
                        " | map_values([.]))", " | with_entries(select(.value != null)))",
                        " | del(.a, .x))", " | to_entries | from_entries)", " | map_values(type))",
                        " | del(.n))", " | walk(if type == \"number\" then . + 1 else . end))",
                        " | delpaths([[\"x\"], [\"a\", 0]]))", " | del(.y.z[0]))",
                        " | reduce paths as $p ({}; .[$p | tojson] += 1))",
                        " | fromstream(tostream))",
                        " | . as $o | keys | map({(.): $o[.]}) | add)"});
        },
        [&] { return "(" + inner() + " | setpath([\"x\", \"y\"]; " + any(depth) + "))"; },
        [&] {
            return "(" + records() +
                   one({" | map({(.k): .v}) | add)", " | INDEX(.k))",
                        " | map({key: .k, value: .v}) | from_entries)",
                        " | reduce .[] as {k: $k, v: $v} ({}; .[$k] += $v))",
                        " | reduce .[] as $i ({}; .[$i.k] += [$i.v]))"});
        },
        [&] { return updated(depth); },
        [&] { return updated(depth); },
    });
}

std::string Grammar::any(int depth) {
    if (depth <= 0) return one({".", "$d", "$d.z", "$d.f", "null", "1", "\"a\"", "$d.o.y", "$d.q"});
    switch (below(7)) {
        case 0:
            return truth(depth);
        case 1:
            return text(depth);
        case 2:
            return list(depth);
        case 3:
            return object(depth);
        case 4:
            return number(depth);
        case 5:
            return "first(" + several(depth - 1) + ", null)";
        default:
            return made({[&] { return choice(depth - 1, Kind::any); },
                         [&] { return "($d | " + place(depth - 1) + ")"; },
                         [&] {
                             return "(" + list(depth - 1) +
                                    one({"[0])", " | first)", " | last)", " | min)", " | max)",
                                         "[-1])", " | add)", " | .[1])", "[7])"});
                         },
                         [&] {
                             return "(" + object(depth - 1) +
                                    one({".a)", ".x)", " | [.x.y?] | .[0])", "[\"b\"])", " | .n)",
                                         " | [getpath([\"x\", \"y\"])?] | .[0])"});
                         }});
    }
}

std::string Grammar::several(int depth) {
    if (depth <= 0)
        return one({"empty", "(1, 2)", "$d.l[]", "$d.w[]", "range(3)", "($d | .n, .s)"});
    --depth;
    return made({
        [&] { return "(" + any(depth) + ", " + any(depth) + ")"; },
        [&] { return "(" + several(depth) + ", " + several(depth) + ")"; },
        [&] { return list(depth) + " | .[]"; },
        [&] {
            return "(" + several(depth) + " | " + inside(Kind::any, [&] { return any(depth); }) +
                   ")";
        },
        [&] {
            return "(" + several(depth) + " | select(" +
                   inside(Kind::any, [&] { return truth(depth); }) + "))";
        },
        [&] { return "((" + several(depth) + ") == " + any(depth) + ")"; },
        [&] { return "(($d.l[], 1) + (10, 20))"; },
        [&] { return "(" + any(depth) + " | ..)"; },
        [&] { return "($d | " + place(depth) + ")"; },
        [&] { return "($d | path(" + place(depth) + "))"; },
        [&] {
            return "(" + number(depth) + " | fabs | recurse(if . < 9 then . + 5 else empty end))";
        },
        [&] { return "(" + number(depth) + " | fabs | [while(. < 9; . + 4)] | .[])"; },
        [&] { return "{a: (" + several(depth) + "), b: (1, 2)}"; },
        [&] { return "\"\\(" + several(depth) + ")-\\(1, 2)\""; },
        [&] { return "(label $f | (" + several(depth) + " | ., break $f))"; },
        [&] { return "(label $f | range(5) | if . > 2 then break $f else . end)"; },
        [&] { return "limit(3; " + several(depth) + ")"; },
        [&] { return "range(0, 1; 2, 3)"; },
        [&] { return "((" + several(depth) + ") as $x | [$x, 1][0])"; },
        [&] { return "(" + several(depth) + " // " + any(depth) + ")"; },
        [&] { return "([(" + any(depth) + ") as " + pattern(depth) + "] | .[])"; },
        [&] { return "(" + list(depth) + " | .[0, 1])"; },
        [&] { return "(" + list(depth) + " | tostream)"; },
        [&] { return "(foreach (" + several(depth) + ") as $x (0; . + 1; [., $x]))"; },
        [&] { return "(def g(f): f, (f | [.]); g(" + several(depth) + "))"; },
    });
}

std::string Grammar::pattern(int depth) {
    return made({[&] { return std::string("[$a, $b] | {a: $a, b: $b}"); },
                 [&] { return std::string("{k: $k, $v} | [$v, $k]"); },
                 [&] { return std::string("[$a, [$b]] | [$b, $a]"); },
                 [&] { return std::string("[$a] ?// $a | [$a]"); },
                 [&] { return std::string("{a: $x} ?// [$x] ?// $x | [$x]"); },
                 [&] { return "{(" + text(depth) + "): $x} | $x"; },
                 [&] { return std::string("{\"x\": {y: $y}} | $y"); }});
}

}  // namespace support
