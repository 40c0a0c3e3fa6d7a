// SPDX-License-Identifier: Apache-2.0
#include "natives/library.h"

namespace tenon::expr {
namespace {

constexpr Written kLibraryWrittens[] = {
    // Kinds.
    {"arrays", 0, R"(def arrays: select(type == "array");)"},
    {"objects", 0, R"(def objects: select(type == "object");)"},
    {"iterables", 0, R"(def iterables: select(type | . == "array" or . == "object");)"},
    {"scalars", 0, R"(def scalars: select(type | . != "array" and . != "object");)"},
    {"booleans", 0, R"(def booleans: select(type == "boolean");)"},
    {"numbers", 0, R"(def numbers: select(type == "number");)"},
    {"strings", 0, R"(def strings: select(type == "string");)"},
    {"nulls", 0, "def nulls: select(. == null);"},
    {"values", 0, "def values: select(. != null);"},
    {"isfinite", 0, R"(def isfinite: type == "number" and (isinfinite | not);)"},
    {"finites", 0, "def finites: select(isfinite);"},
    {"normals", 0, "def normals: select(isnormal);"},

    // Items.
    {"first", 0, "def first: .[0];"},
    {"last", 0, "def last: .[-1];"},
    {"nth", 1, "def nth($at): .[$at];"},
    {"nth", 2, R"(def nth($at; f):
        if $at < 0 then error("nth doesn't support negative indices")
        else first(skip($at; f)) end;)"},
    {"any", 0, "def any: any(.[]; .);"},
    {"all", 0, "def all: all(.[]; .);"},
    {"add", 1, "def add(f): reduce f as $next (null; . + $next);"},
    {"in", 1, "def in(f): . as $key | f | has($key);"},
    {"inside", 1, "def inside(f): . as $part | f | contains($part);"},
    {"IN", 1, "def IN(f): any(f == .; .);"},
    {"IN", 2, "def IN(f; g): any(f == g; .);"},
    {"combinations", 0, R"(def combinations:
        if length == 0 then []
        else .[0][] as $one | [$one] + (.[1:] | combinations) end;)"},
    {"combinations", 1,
     "def combinations(n): . as $items | [range(n)] | map($items) | "
     "combinations;"},

    // By a key of each item.
    {"sort_by", 1, "def sort_by(f): _sort_by_impl(map([f]));"},
    {"group_by", 1, "def group_by(f): _group_by_impl(map([f]));"},
    {"unique_by", 1, "def unique_by(f): _unique_by_impl(map([f]));"},
    {"min_by", 1, "def min_by(f): _min_by_impl(map([f]));"},
    {"max_by", 1, "def max_by(f): _max_by_impl(map([f]));"},
    {"INDEX", 1, "def INDEX(key): INDEX(.[]; key);"},
    {"INDEX", 2, "def INDEX(f; key): reduce f as $row ({}; .[$row | key | tostring] = $row);"},
    {"JOIN", 2, "def JOIN($index; key): [.[] | [., $index[key]]];"},
    {"JOIN", 3, "def JOIN($index; f; key): f | [., $index[key]];"},
    {"JOIN", 4, "def JOIN($index; f; key; join): f | [., $index[key]] | join;"},

    // Members and paths.
    {"map_values", 1, "def map_values(f): .[] |= f;"},
    {"with_entries", 1, "def with_entries(f): to_entries | map(f) | from_entries;"},
    {"paths", 0, "def paths: path(..) | select(length > 0);"},
    {"paths", 1,
     "def paths(f): . as $whole | paths | "
     "select(. as $path | $whole | getpath($path) | f);"},
    {"leaf_paths", 0, "def leaf_paths: paths(scalars);"},
    {"pick", 1,
     "def pick(f): . as $whole | "
     "reduce path(f) as $path (null; setpath($path; $whole | getpath($path)));"},
    {"walk", 1, R"(def walk(f):
        def each: (if type == "object" then map_values(each)
                   elif type == "array" then map(each)
                   else . end) | f;
        each;)"},

    // Streams of [path, leaf] and, after the last of an array or object, [path].
    {"tostream", 0, R"(def tostream:
        def events($at):
            if (type | . == "array" or . == "object") and length > 0
            then keys_unsorted as $keys
                | ($keys[] as $key | .[$key] | events($at + [$key])), [$at + [$keys[-1]]]
            else [$at, .] end;
        events([]);)"},
    {"fromstream", 1, R"(def fromstream(f):
        foreach f as $event (null;
            (if .done then null else . end)
            | if ($event | length) > 1
              then setpath(["whole"] + $event[0]; $event[1]) | .done = ($event[0] == [])
              else .done = ($event[0] | length == 1) end;
            if .done then .whole else empty end);)"},
    {"truncate_stream", 1, R"(def truncate_stream(f):
        . as $depth | null | f | select((.[0] | length) > $depth) | .[0] |= .[$depth:];)"},

    // Dates.
    {"todate", 0, R"(def todate: strftime("%Y-%m-%dT%H:%M:%SZ");)"},
    {"todateiso8601", 0, "def todateiso8601: todate;"},
    {"fromdateiso8601", 0, R"(def fromdateiso8601: strptime("%Y-%m-%dT%H:%M:%SZ") | mktime;)"},
    {"fromdate", 0, "def fromdate: fromdateiso8601;"},
    {"date", 0, "def date: todate;"},
    {"_shifted", 1, R"(def _shifted(seconds):
        if type == "string" then fromdate | . + seconds | todate
        elif type == "array" then mktime | . + seconds | gmtime
        else . + seconds end;)"},
    {"_seconds", 2, R"(def _seconds($unit; $count):
        {second: 1, minute: 60, hour: 3600, day: 86400, week: 604800}
        [$unit | rtrimstr("s")] as $size
        | if $size then $size * $count
          else ($unit | tojson) + " is no unit of dates: seconds, minutes, hours, days or weeks"
            | error
          end;)"},
    {"dateadd", 2, "def dateadd($unit; $count): _shifted(_seconds($unit; $count));"},
    {"datesub", 2, "def datesub($unit; $count): _shifted(-_seconds($unit; $count));"},
};

}  // namespace

Writtens libraryWrittens() { return kLibraryWrittens; }

}  // namespace tenon::expr
