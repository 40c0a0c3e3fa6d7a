// SPDX-License-Identifier: Apache-2.0
// The values that the steps of an execution left behind, as a manifest reads them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tenon/value.h"

namespace cloudelements {

// A step of an execution. The platform keeps values as texts: "lookup.response.code" is "200",
// and "lookup.response.body" the text of a JSON document.
struct StepRun {
    struct Kept {
        std::string key, text;
        bool isThere = true;
    };
    std::int64_t id{};
    std::string name, status, created;
    std::vector<Kept> values;
};

// In the order in which they ran, whatever order they came in: the platform lists the last one
// first, in another form of date than an execution has.
void sortByTime(std::vector<StepRun>& steps);

// Step → its values, nested as the formula's own references name them: what `${steps.lookup.
// response.body.id}` is in the formula is .lookup.response.body.id here. Texts of JSON objects and
// arrays are read, all others stay texts. Of a step that ran more than once, in a loop, the last
// run counts. The platform logs the headers of its requests with the secrets in them: what a name
// or the look of a text says to be one becomes a secret, and so does each text that holds a secret
// of `sent`.
std::map<std::string, tenon::Value> valuesOf(const std::vector<StepRun>& steps,
                                             const tenon::Value& sent);

}  // namespace cloudelements
