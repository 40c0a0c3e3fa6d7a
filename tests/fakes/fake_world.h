// SPDX-License-Identifier: Apache-2.0
// The world of a run, made of fakes, and a manifest's way through it.
#pragma once

#include <string>

#include "fakes/fake_ports.h"
#include "run/workflow/workflow.h"
#include "world/redactor.h"

namespace fakes {

// The workflow, or its faults as texts of StepError. `tasks`: what stands below `do:`, as it is
// indented there; `more`: further members of the workflow.
tenon::run::Workflow workflow(FakeSteps& steps, const std::string& tasks,
                              const std::string& more = "",
                              const tenon::run::LoadOptions& options = {});

struct FakeWorld {
    FakeClock clock;
    FakeChance chance;
    FakeJournal journal;
    FakeObserver observer;
    FakeHttp http;
    FakeSteps steps;
    FakeSecrets secrets;
    tenon::world::Redactor redactor;
    tenon::run::Acts acts;
    tenon::run::RunOptions options{.id = "run-1", .input = {}, .limits = {}, .acts = &acts};

    tenon::Result<tenon::Value> run(const std::string& tasks, const std::string& more = "");
    // The output as one line of JSON, or "INSTANCE: DETAIL" of the error.
    std::string outcome(const std::string& tasks, const std::string& more = "");
    // One life of a run with this record: its output as one line of JSON, the detail of its error,
    // or "left: " and why.
    std::string live(tenon::world::Journal& record, const tenon::run::Workflow& workflow);
    // JSON, as the run's input.
    FakeWorld& given(const std::string& input);
};

}  // namespace fakes
