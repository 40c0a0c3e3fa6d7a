// SPDX-License-Identifier: Apache-2.0
// A manifest's way through a world of fakes, with files beside it.
#pragma once

#include <map>
#include <string>

#include "fakes/fake_ports.h"
#include "run/workflow/workflow.h"
#include "world/redactor.h"

class FakeFiles final : public tenon::world::Files {
  public:
    tenon::Result<std::string> read(const std::string& path) override {
        asked += path + "\n";
        const auto found = texts.find(path);
        if (found != texts.end()) return found->second;
        return tenon::makeError(tenon::ErrorKind::configuration, "file", "No " + path + ".");
    }
    [[nodiscard]] std::vector<std::string> others() const override { return {}; }
    std::map<std::string, std::string> texts;
    std::string asked;
};

struct SchemaWorld {
    fakes::FakeClock clock;
    fakes::FakeJournal journal;
    fakes::FakeObserver observer;
    fakes::FakeHttp http;
    fakes::FakeSteps steps;
    fakes::FakeSecrets secrets;
    FakeFiles files;
    fakes::FakeChance chance;
    tenon::world::Redactor redactor;
    tenon::run::RunOptions options{.id = "run-1", .input = {}, .limits = {}};

    // What stands below the document, as YAML. The output as one line of JSON, or the whole of the
    // error: "INSTANCE validation 400, TITLE: DETAIL"; faults where it does not load.
    std::string outcome(const std::string& manifest);
    SchemaWorld& given(const std::string& json);
};
