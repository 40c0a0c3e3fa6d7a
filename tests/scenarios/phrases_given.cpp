// SPDX-License-Identifier: Apache-2.0
// Given and When.
#include "phrases.h"
#include "tenon/json.h"

namespace scenarios {
namespace {

// ", Retry-After: 5, Location: /x": further words of "answers … with 503".
std::vector<tenon::Header> headersIn(const std::string& text) {
    std::vector<tenon::Header> out;
    const std::regex header(", ([A-Za-z-]+): ([^,]+)");
    for (std::sregex_iterator at(text.begin(), text.end(), header), end; at != end; ++at)
        out.push_back({(*at)[1], (*at)[2]});
    return out;
}

// YAML below is sent as JSON, unless the headers say that it is something else.
Answer answerIn(const Said& said) {
    Answer answer{Answer::Kind::whole, std::stoi(said[4]), headersIn(said[5]), ""};
    if (!said.doc) return answer;
    for (const auto& header : answer.headers) {
        if (header.name != "Content-Type") continue;
        answer.body = said.text();
        answer.body.pop_back();  // the end of its last line
        return answer;
    }
    answer.headers.push_back({"Content-Type", "application/json"});
    answer.body = tenon::json::write(said.yaml());
    return answer;
}

void answers(Stage& stage, const Said& said, Answer answer) {
    stage.network.server(said[1]).answer(said[2], said[3], std::move(answer));
}

}  // namespace

const std::vector<Phrase>& givenPhrases() {
    static const std::vector<Phrase> phrases{
        {"a workflow with definition:",
         [](Stage& stage, const Said& said) { stage.definition = said.text(); }},
        {"the workflow input is:",
         [](Stage& stage, const Said& said) { stage.options.input = said.yaml(); }},
        {"the file ([^ /]+) beside the workflow:",
         [](Stage& stage, const Said& said) { stage.folder.write(said[1], said.text()); }},
        {"commands are allowed", [](Stage& stage, const Said&) { stage.commands = true; }},
        {"the secret ([^ ]+) is:",
         [](Stage& stage, const Said& said) { stage.secrets.set(said[1], said.yaml()); }},
        {"the chance is ([0-9.]+)",
         [](Stage& stage, const Said& said) { stage.chance.fixed = std::stod(said[1]); }},
        {"plain http to ([^ ]+) is allowed",
         [](Stage& stage, const Said& said) { stage.network.plainHttp.push_back(said[1]); }},
        {"the server (https?://[^ /]+) answers ([A-Z]+) ([^ ]+) with ([0-9]+)(.*?)(?: and body:)?",
         [](Stage& stage, const Said& said) { answers(stage, said, answerIn(said)); }},
        {"the server (https?://[^ /]+) drops ([A-Z]+) ([^ ]+)",
         [](Stage& stage, const Said& said) {
             answers(stage, said, {Answer::Kind::drop, 0, {}, ""});
         }},
        {"the server (https?://[^ /]+) never answers ([A-Z]+) ([^ ]+)",
         [](Stage& stage, const Said& said) {
             answers(stage, said, {Answer::Kind::never, 0, {}, ""});
         }},
        {"the server (https://[^ /]+) has a certificate that nobody trusts",
         [](Stage& stage, const Said& said) { stage.network.distrust(said[1]); }},
        {"the process is killed (before|after) ([^ ]+) began",
         [](Stage& stage, const Said& said) {
             stage.death = said.words[1].str() + " " + said.words[2].str() + " was begun";
         }},
        {"the process is killed (before|after) the answer of ([^ ]+) is kept",
         [](Stage& stage, const Said& said) {
             stage.death =
                 said.words[1].str() + " the answer of " + said.words[2].str() + " was kept";
         }},
        {"the clock is manual", [](Stage& stage, const Said&) { stage.clock.makeManual(); }},

        {"the workflow is executed",
         [](Stage& stage, const Said&) {
             stage.start();
             if (stage.refusal().empty()) stage.result();
         }},
        {"the workflow is started", [](Stage& stage, const Said&) { stage.start(); }},
        {"the run is resumed", [](Stage& stage, const Said&) { stage.goOn(); }},
        {"the run is stopped", [](Stage& stage, const Said&) { stage.stop(); }},
        {"the process is suspended", [](Stage& stage, const Said&) { stage.suspend(); }},
        {"the process is resumed", [](Stage& stage, const Said&) { stage.resume(); }},
        {"([0-9]+) tasks? waits?",
         [](Stage& stage, const Said& said) {
             if (!stage.clock.waitForWaiting(std::stoi(said[1])))
                 throw Failed("so many tasks never wait");
         }},
        {"the clock advances by ([^ ]+)",
         [](Stage& stage, const Said& said) { stage.clock.advance(durationFrom(said[1])); }}};
    return phrases;
}

}  // namespace scenarios
