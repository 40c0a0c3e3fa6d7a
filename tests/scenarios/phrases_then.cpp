// SPDX-License-Identifier: Apache-2.0
// Then: what should have come of it.
#include "events_text.h"
#include "outcome.h"
#include "phrases.h"
#include "tenon/json.h"
#include "trace.h"

namespace scenarios {

using Kind = tenon::world::Event::Kind;

const std::vector<Phrase>& thenPhrases() {
    static const std::vector<Phrase> phrases{
        {"the workflow should complete", [](Stage& stage, const Said&) { stage.output(); }},
        {"the workflow should complete with output:",
         [](Stage& stage, const Said& said) { same("output", said.yaml(), stage.output()); }},
        {"the workflow should fault", [](Stage& stage, const Said&) { faultOf(stage); }},
        {"the workflow should fault with error:",
         [](Stage& stage, const Said& said) { same("error", said.yaml(), faultOf(stage)); }},
        {"the workflow should fault with an? ([a-z]+) error ([0-9]+)(?: at ([^ ]+))?",
         [](Stage& stage, const Said& said) { shouldFault(stage, said[1], said[2], said[3]); }},
        {"the workflow should cancel", [](Stage& stage, const Said&) { shouldCancel(stage); }},
        {"the workflow should be refused with:",
         [](Stage& stage, const Said& said) { same("refusal", said.text(), stage.refusal()); }},
        {"the workflow should load with the warnings:",
         [](Stage& stage, const Said& said) {
             stage.result();
             same("warnings", said.text(), stage.warnings());
         }},
        {"the workflow output should have properties (.*)",
         [](Stage& stage, const Said& said) { shouldHave(stage.output(), said[1]); }},
        {"the workflow output should have an? '([^']+)' property with value:",
         [](Stage& stage, const Said& said) {
             same(said[1], said.yaml(), propertyOf(stage.output(), said[1]));
         }},
        {"the workflow output should have an? '([^']+)' property containing ([0-9]+) items?",
         [](Stage& stage, const Said& said) {
             shouldContain(stage.output(), said[1], std::stoul(said[2]));
         }},

        {"the waits should be (.*)",
         [](Stage& stage, const Said& said) {
             stage.result();
             same("waits", said[1], waitsText(stage.clock.waits()));
         }},
        {"the run should take ([^ ]+)",
         [](Stage& stage, const Said& said) {
             stage.result();
             same("time", durationText(durationFrom(said[1])), durationText(passed(stage)));
         }},
        {"the events should be:",
         [](Stage& stage, const Said& said) {
             same("events", said.text(), eventsText(stage.events()));
         }},
        {"the lifecycle events should be:",
         [](Stage& stage, const Said& said) {
             same("events", said.text(), lifecycleText(stage.lifecycle()));
         }},
        {"the lifecycle event ([0-9]+) should be:",
         [](Stage& stage, const Said& said) {
             const auto event = tenon::json::read(stage.lifecycle().at(std::stoul(said[1]) - 1));
             same("event", said.yaml(), event.value());
         }},
        {"the error should name no secret",
         [](Stage& stage, const Said&) { namesNoSecret(stage); }},

        {"(https?://[^ /]+) should receive ([A-Z]+) ([^ ]+) ([0-9]+) times?",
         [](Stage& stage, const Said& said) {
             same("requests", said[4],
                  std::to_string(requestsOf(stage, said[1], said[2], said[3]).size()));
         }},
        {"(https?://[^ /]+) should receive ([A-Z]+) ([^ ]+) with the header '([^']+)': (.*)",
         [](Stage& stage, const Said& said) {
             same("header " + said[4], said[5],
                  headerOf(lastRequest(stage, said[1], said[2], said[3]), said[4]));
         }},
        {"(https?://[^ /]+) should receive ([A-Z]+) ([^ ]+) with the body '([^']*)'",
         [](Stage& stage, const Said& said) {
             same("body", said[4], lastRequest(stage, said[1], said[2], said[3]).body);
         }},

        {"([^ ]+) should run first",
         [](Stage& stage, const Said& said) { same("first", said[1], started(stage).front()); }},
        {"([^ ]+) should run last",
         [](Stage& stage, const Said& said) { same("last", said[1], started(stage).back()); }},
        {"([^ ]+) should run before ([^ ]+)",
         [](Stage& stage, const Said& said) { shouldRunBefore(stage, said[1], said[2]); }},
        {"([^ ]+) should run after ([^ ]+)",
         [](Stage& stage, const Said& said) { shouldRunBefore(stage, said[2], said[1]); }},
        {"([^ ]+) should run ([0-9]+) times?",
         [](Stage& stage, const Said& said) {
             same("runs", said[2], std::to_string(stage.events(Kind::taskStarted, said[1]).size()));
         }},
        {"([^ ]+) should not run",
         [](Stage& stage, const Said& said) {
             same("runs", "0", std::to_string(stage.events(Kind::taskStarted, said[1]).size()));
         }},
        {"([^ ]+) should be skipped",
         [](Stage& stage, const Said& said) { last(stage, Kind::taskSkipped, said[1]); }},
        {"([^ ]+) should be retried ([0-9]+) times?",
         [](Stage& stage, const Said& said) {
             same("retries", said[2],
                  std::to_string(stage.events(Kind::taskRetried, said[1]).size()));
         }},
        {"([^ ]+) should cancel",
         [](Stage& stage, const Said& said) { last(stage, Kind::taskCancelled, said[1]); }},
        {"([^ ]+) should complete",
         [](Stage& stage, const Said& said) { last(stage, Kind::taskCompleted, said[1]); }},
        {"([^ ]+) should complete with output:",
         [](Stage& stage, const Said& said) {
             const auto event = last(stage, Kind::taskCompleted, said[1]);
             same("output", said.yaml(), stage.masked(event.output));
         }},
        {"([^ ]+) should fault",
         [](Stage& stage, const Said& said) { last(stage, Kind::taskFaulted, said[1]); }},
        {"([^ ]+) should fault with error:", [](Stage& stage, const Said& said) {
             const auto event = last(stage, Kind::taskFaulted, said[1]);
             same("error", said.yaml(), Stage::problem(event.error));
         }}};
    return phrases;
}

}  // namespace scenarios
