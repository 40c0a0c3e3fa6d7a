// SPDX-License-Identifier: Apache-2.0
#include "run/schema/mismatch.h"

#include <algorithm>

namespace tenon::run::schema {
namespace {

constexpr char mark = '=';

// valijson's texts that name no other reason below, and ours for them. What they end in, if it is
// a name in quotes, is the member that they are about.
struct Translation {
    std::string_view begin, text;
};
constexpr Translation translations[] = {
    {"Missing required property '", "is missing"},
    {"Missing dependency '", "is missing; another member needs it"},
    {"Failed to validate against any schemas allowed by anyOf", "fits no schema of \"anyOf\""},
    {"Failed to validate against any child schemas allowed by oneOf",
     "fits no schema of \"oneOf\""},
    {"Failed to validate against exactly one child schema",
     "fits more than one schema of \"oneOf\""},
    {"Target should not validate against schema specified in 'not'", "fits the schema of \"not\""},
    {"Failed to any values against subschema in 'contains'",
     "has no item that fits the schema of \"contains\""},
    {"Array contains more items than allowed", "has too many items"},
    {"Cannot validate item #", "has too many items"},
};

// <root>, [name], [0].
std::string pointerOf(const std::vector<std::string>& context) {
    std::string out;
    for (const auto& part : context)
        if (part.starts_with('['))
            out += fields::pointerPart(std::string_view(part).substr(1, part.size() - 2));
    return out;
}

}  // namespace

std::string marked(const std::string& text) { return mark + text; }

void addMismatch(const std::vector<std::string>& context, const std::string& description,
                 std::vector<Problem>& problems) {
    Problem problem{pointerOf(context), ""};
    if (description.starts_with(mark)) {
        problem.text = description.substr(1);
    } else {
        const auto* const known = std::find_if(
            std::begin(translations), std::end(translations),
            [&](const Translation& one) { return description.starts_with(one.begin); });
        if (known == std::end(translations)) return;
        problem.text = known->text;
        if (known->begin.ends_with(" '")) {
            const auto begin = known->begin.size();
            problem.pointer +=
                fields::pointerPart(description.substr(begin, description.rfind('\'') - begin));
        }
    }
    const auto same = [&](const Problem& other) {
        return other.pointer == problem.pointer && other.text == problem.text;
    };
    if (std::none_of(problems.begin(), problems.end(), same)) problems.push_back(problem);
}

}  // namespace tenon::run::schema
