// SPDX-License-Identifier: Apache-2.0
#include "run/workflow/named.h"

#include "run/auth/authentication.h"
#include "run/retry_policy.h"
#include "run/tasks/raise.h"

namespace tenon::run {

void readNamed(Loader& loader) {
    const Use& use = loader.use();
    for (const auto& name : use.names("functions")) {
        manifest::Node call;
        call.scalar = name;
        loader.function(call);
    }
    for (const auto& name : use.names("timeouts")) loader.timeout(use.find("timeouts", name));
    for (const auto& name : use.names("authentications")) Authentication::loadNamed(loader, name);
    for (const auto& name : use.names("errors")) checkError(loader, *use.find("errors", name));
}

void readUnused(Loader& loader) {
    const Loader::Known known(loader, {"error"});
    const Use& use = loader.use();
    for (const auto& name : use.names("retries"))
        if (!use.used("retries", name)) loadRetry(loader, *use.find("retries", name));
}

}  // namespace tenon::run
