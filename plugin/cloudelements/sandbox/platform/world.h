// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "events/events.h"
#include "formulas/formulas.h"
#include "platform/box.h"
#include "platform/instances.h"
#include "platform/jobs.h"
#include "platform/resources.h"
#include "platform/router.h"
#include "platform/settings.h"

namespace cloudelements::sandbox {

// Everything that the sandbox knows. One thread at a time.
struct World {
    explicit World(const Settings& settings);

    // For the state file.
    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);
    // How many of everything there are, and the ids of what a user makes.
    [[nodiscard]] tenon::Value counts() const;

    std::string user, organization;  // the secrets
    std::string password;            // of the one who may log in
    std::set<std::string> sessions;
    Instances instances;
    Boxes boxes;
    Resources resources;
    Formulas formulas;
    Events events;
    Jobs jobs;
    std::chrono::milliseconds tagDelay;
    bool hideTokens;
};

// The one who may log in.
inline constexpr const char* kLogin = "sandbox@example.com";

void addInstanceRoutes(Router& router, World& world);
void addConfigurationRoutes(Router& router);
void addObjectRoutes(Router& router, World& world);
void addResourceRoutes(Router& router, World& world);
void addFormulaRoutes(Router& router, World& world);
void addFormulaInstanceRoutes(Router& router, World& world);
void addExecutionRoutes(Router& router, World& world);
void addDocsRoutes(Router& router, World& world);
void addEventRoutes(Router& router, World& world);
void addLoginRoutes(Router& router, World& world);

}  // namespace cloudelements::sandbox
