// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/binding.h"

#include <algorithm>

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/quotes.h"

namespace cloudelements {
namespace {

using tenon::Problem;
using Variables = std::vector<FormulaVariable>;

std::string known(const Variables& variables) {
    if (variables.empty()) return "the formula has none";
    std::string out = "known are ";
    for (const auto& one : variables)
        out += (&one == &variables.front() ? "" : ", ") + Quotes({}).of(one.key) +
               (one.isInstance() ? " (an instance)" : " (a value)");
    return out;
}

std::string pointer(const char* map, const std::string& key) { return map + keyPart(key); }

// One that was given in `map`, which is for instances or for values.
void check(const char* map, bool isForInstances, const std::string& key, const Variables& variables,
           std::vector<Problem>& problems) {
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const auto& one) { return one.key == key; });
    if (found == variables.end())
        problems.push_back(
            {pointer(map, key), "is no variable of the formula; " + known(variables)});
    else if (found->isInstance() && !isForInstances)
        problems.push_back({pointer(map, key),
                            "is a variable for an element instance; write its id under instances"});
    else if (!found->isInstance() && isForInstances)
        problems.push_back({pointer(map, key), "is a variable for a value; write it under values"});
}

std::string meaning(const FormulaVariable& variable) {
    std::string out;
    for (const auto& text : {variable.name, variable.description})
        if (!text.empty()) out += (out.empty() ? "" : ": ") + text;
    return out.empty() ? "" : " (" + Quotes({}).of(out) + ")";
}

}  // namespace

std::vector<Problem> problemsOf(const Binding& binding, const Variables& variables) {
    std::vector<Problem> problems;
    for (const auto& [key, id] : binding.instances)
        check("/instances", true, key, variables, problems);
    for (const auto& [key, value] : binding.values)
        check("/values", false, key, variables, problems);
    for (const auto& one : variables) {
        const auto value = binding.values.find(one.key);
        const bool isNull = value != binding.values.end() && value->second.isNull();
        // In the wrong map it is no missing one.
        const bool isGiven = binding.instances.contains(one.key) ||
                             (value != binding.values.end() && (!isNull || one.isInstance()));
        if (one.required && !isGiven)
            problems.push_back(
                {pointer(one.isInstance() ? "/instances" : "/values", one.key),
                 (isNull ? "is null" : "is missing") + std::string("; wanted ") +
                     (one.isInstance() ? "the id of an element instance" : "a value") +
                     meaning(one)});
    }
    return problems;
}

tenon::Object configurationOf(const Binding& binding) {
    tenon::Object out;
    for (const auto& [key, id] : binding.instances) out.set(key, id);
    for (const auto& [key, value] : binding.values)
        if (!value.isNull()) out.set(key, value);
    return out;
}

}  // namespace cloudelements
