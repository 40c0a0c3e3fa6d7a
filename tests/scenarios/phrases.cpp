// SPDX-License-Identifier: Apache-2.0
#include "phrases.h"

#include "manifest/yaml.h"
#include "run/duration.h"
#include "tenon/json.h"

namespace scenarios {
namespace {

bool one(const std::vector<Phrase>& phrases, Stage& stage, const Step& step) {
    for (const auto& phrase : phrases) {
        Said said{{}, step.doc};
        if (!std::regex_match(step.text, said.words, std::regex(phrase.pattern))) continue;
        phrase.does(stage, said);
        return true;
    }
    return false;
}

}  // namespace

const std::string& Said::text() const {
    if (!doc) throw Failed("the step needs a text in \"\"\" below it");
    return *doc;
}

tenon::Value Said::yaml() const {
    tenon::manifest::Faults faults;
    const auto node = tenon::manifest::readYaml(text(), faults);
    if (!node) throw Failed("the text below is no YAML: " + faults.text("line"));
    return node->value();
}

Milliseconds durationFrom(const std::string& text) {
    const auto read = tenon::run::isoDuration(text);
    if (!read) throw Failed("wanted a duration such as PT1M30S, found \"" + text + "\"");
    return *read;
}

void same(const std::string& what, const tenon::Value& wanted, const tenon::Value& found) {
    if (wanted == found) return;
    throw Failed(what + ": wanted\n" + tenon::json::pretty(wanted) + "\nfound\n" +
                 tenon::json::pretty(found));
}

void same(const std::string& what, const std::string& wanted, const std::string& found) {
    if (wanted != found) throw Failed(what + ": wanted\n" + wanted + "\nfound\n" + found);
}

void play(const Scenario& scenario) {
    Stage stage;
    for (const auto& step : scenario.steps) {
        try {
            if (!one(givenPhrases(), stage, step) && !one(thenPhrases(), stage, step))
                throw Failed("there is no such phrase");
        } catch (const std::exception& e) {
            throw Failed(scenario.feature + ":" + std::to_string(step.line) + ": " + step.text +
                         "\n" + e.what());
        }
    }
    if (scenario.steps.empty()) throw Failed(scenario.feature + ": nothing is said");
}

}  // namespace scenarios
