// SPDX-License-Identifier: Apache-2.0
#include "expr/grammar.h"

namespace support {

// Of the whole data.
std::string Grammar::place(int depth) {
    if (depth <= 0)
        return one({".n", ".l[0]", ".l[]", ".r[].v", ".o.x", ".q.w", ".l[1:]", ".s", ".z.a[1]",
                    ".l[-1]", ".r[0].k", ".w[1:3]", "..", ".[\"n\"]", ".o[]", ".r[1:][0]",
                    ".w[:1][]"});
    --depth;
    return made({
        [&] { return "(" + place(depth) + ", " + place(depth) + ")"; },
        [&] { return place(0); },
        [&] {
            return "if " + inside(Kind::object, [&] { return truth(0); }) + " then " +
                   place(depth) + " else " + place(depth) + " end";
        },
        [&] { return "(" + place(depth) + " // " + place(depth) + ")"; },
        [&] { return "first(" + place(depth) + ")"; },
        [&] { return "limit(2; " + place(depth) + ")"; },
        [&] { return "(" + place(depth) + " | select(. != null))"; },
        [&] {
            return one({".r[] | select(.v > 1)", ".r[] | select(.k == \"b\").v"});
        },
        [&] { return std::string("(.l, .w)[0, 1]"); },
        [&] { return "getpath([\"o\", \"x\"], [\"q\", 0])"; },
        [&] { return "(" + place(depth) + " | if type == \"array\" then .[] else . end)"; },
        [&] { return "(. as $r | " + place(depth) + ")"; },
        [&] {
            return "(" + place(depth) +
                   " | recurse(if type == \"object\" then .[] else empty end))";
        },
        [&] { return std::string("(.. | select(type == \"number\"))"); },
        [&] { return "(def p: " + place(depth) + "; p)"; },
        [&] {
            const auto step = one({".x", ".x.y", "[0]", "[]", "[1:]", "[\"a\", \"k\"]"});
            return "(((" + place(depth) + ")" + step + ")?)";
        },
        [&] {
            return "((" + place(depth) + ")" + one({".x?", "[0]?", "[]?", "[1:]?"}) + ")";
        },
        [&] { return "(label $f | " + place(depth) + " | ., break $f)"; },
        [&] { return std::string("(paths | select(length > 1))"); },
    });
}

// Always with a result.
std::string Grammar::change(int) {
    return one({"tojson", "type", "[.]", "{c: .}", "1", "null", "tostring", "(., 5)", "\"x\"",
                "(. as $x | [$x, $x])", "if type == \"number\" then . + 1 else . end"});
}

std::string Grammar::updated(int depth) {
    const auto at = [&] { return "($d | (" + place(depth) + ")"; };
    return made({
        [&] { return at() + " |= " + change(depth) + ")"; },
        [&] { return at() + " |= " + change(depth) + ")"; },
        [&] { return at() + " = " + any(depth - 1) + ")"; },
        [&] {
            return at() + one({" += ", " -= ", " *= ", " /= "}) + number(depth - 1) + ")";
        },
        [&] { return at() + " += " + list(depth - 1) + ")"; },
        [&] { return at() + " //= " + any(depth - 1) + ")"; },
        [&] { return "($d | del(" + place(depth) + "))"; },
        [&] { return "($d | [paths] | length)"; },
        [&] { return "($d | to_entries | map(select(.value != null)) | from_entries)"; },
        [&] {
            return "(" + list(depth - 1) + " | " +
                   one({".[0] = 1", ".[1:] = [7]", ".[1:3] |= map([.])", ".[2].a = 5",
                        ".[-1] |= [.]", ".[0:1] = []", ".[] |= [.]", ".[4] = null",
                        ".[1:] += [0]"}) +
                   ")";
        },
        [&] {
            return "(" + object(depth - 1) + " | " +
                   one({".a = 1", ".x.y.z |= 5", ".x[2] = 1", ".[\"k\"] += 1", ".x //= 3",
                        ".a += {b: 1}", ".[] |= [.]", ".[] += 1", "(.a, .x) = (3, 4)",
                        ".n |= . + 1"}) +
                   ")";
        },
    });
}

}  // namespace support
