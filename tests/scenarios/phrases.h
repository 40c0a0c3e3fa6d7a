// SPDX-License-Identifier: Apache-2.0
// What may stand in a scenario: the phrases of the kit, and ours. phrases_given.cpp and
// phrases_then.cpp list them.
#pragma once

#include <functional>
#include <regex>

#include "stage.h"

namespace scenarios {

// What a phrase's parentheses caught, and the text below it.
struct Said {
    std::smatch words;
    std::optional<std::string> doc;

    [[nodiscard]] std::string operator[](std::size_t i) const { return words[i].str(); }
    // The text below as it stands, or as YAML; Failed where there is none.
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] tenon::Value yaml() const;
};

struct Phrase {
    const char* pattern;  // the whole step
    std::function<void(Stage&, const Said&)> does;
};

const std::vector<Phrase>& givenPhrases();
const std::vector<Phrase>& thenPhrases();

// Throws Failed with place and reason for the first step that does not hold.
void play(const Scenario& scenario);

// "PT1M30S"; Failed for anything else.
Milliseconds durationFrom(const std::string& text);
// Failed, with both, where they are not the same.
void same(const std::string& what, const tenon::Value& wanted, const tenon::Value& found);
void same(const std::string& what, const std::string& wanted, const std::string& found);

}  // namespace scenarios
