// SPDX-License-Identifier: Apache-2.0
// One scenario while it plays: its world, its run, and what came of it.
#pragma once

#include <future>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "events/lifecycle.h"
#include "fakes/mortal_journal.h"
#include "gherkin.h"
#include "machine/process_shell.h"
#include "network.h"
#include "run/workflow/workflow.h"
#include "runs/manifests.h"
#include "secrets/secret_store.h"
#include "store/manifest_files.h"
#include "support/folder.h"
#include "virtual_clock.h"
#include "world/problem.h"
#include "world/redactor.h"

namespace scenarios {

// Always the same.
class FixedChance final : public tenon::world::Chance {
  public:
    double fraction() override { return fixed; }
    std::string uuid() override { return "0b7d4e5c-0000-4000-8000-000000000001"; }
    double fixed = 0;
};

// As they came, and as the lines of `--events`.
class KeptEvents final : public tenon::world::Observer {
  public:
    KeptEvents(const std::string& runId, const tenon::world::Redactor& redactor)
        : lifecycle(runId, redactor, [this](const std::string& line) { lines.push_back(line); }) {}
    void on(const tenon::world::Event& event) override {
        all.push_back(event);
        lifecycle.on(event);
    }
    std::vector<tenon::world::Event> all;
    std::vector<std::string> lines;
    tenon::events::Lifecycle lifecycle;
};

class Stage {
  public:
    Stage();
    ~Stage();

    VirtualClock clock;
    FixedChance chance;
    Network network{clock};
    support::Folder folder;  // of the manifest
    std::string definition;
    bool commands = false;  // may it run them?
    tenon::Object secrets;
    tenon::run::RunOptions options{.id = "run-1", .input = {}, .limits = {}};

    // The process ends at the moment of its journal that is called so (fakes/mortal_journal.h).
    std::string death;

    // Loads the workflow and begins to run it, unless the manifest is refused.
    void start();
    // Another life of the run, with what was kept of it; Failed where it did not die.
    void goOn();
    void stop() { stop_.request_stop(); }
    void suspend() { kept_.lifecycle.suspended(clock.wall()); }
    void resume() { kept_.lifecycle.resumed(clock.wall()); }
    // Each waits for the end of the run; Failed where it was never started.
    const tenon::Result<tenon::Value>& result();
    // With every secret masked; Failed where the run did not complete.
    tenon::Value output();
    // Of one kind, of the task with that name (or at that position).
    std::vector<tenon::world::Event> events(tenon::world::Event::Kind kind,
                                            const std::string& task);
    const std::vector<tenon::world::Event>& events();
    const std::vector<std::string>& lifecycle();
    // As problemOf() has it.
    static tenon::Value problem(const tenon::Error& error);
    [[nodiscard]] const std::string& refusal() const { return refusal_; }
    [[nodiscard]] const std::string& warnings() const { return warnings_; }
    tenon::Value masked(const tenon::Value& value) const { return redactor_.value(value); }

  private:
    void serveTheKit();
    void live();
    // A text without the folder in it, which has another name each time.
    [[nodiscard]] std::string placeless(std::string text) const;

    tenon::catalog::Catalog catalog_;
    tenon::secrets::SecretStore store_;
    fakes::Disk disk_;
    std::optional<fakes::MortalJournal> journal_;
    tenon::world::Redactor redactor_;
    KeptEvents kept_{options.id, redactor_};
    tenon::machine::ProcessShell shell_;
    tenon::store::ManifestFiles files_{folder.path("workflow.yaml")};
    std::optional<tenon::world::World> world_;
    std::stop_source stop_;
    std::optional<tenon::runs::Manifests> manifests_;
    const tenon::run::Workflow* workflow_ = nullptr;
    std::string refusal_, warnings_;
    std::future<tenon::Result<tenon::Value>> running_;
    std::optional<tenon::Result<tenon::Value>> result_;
};

}  // namespace scenarios
