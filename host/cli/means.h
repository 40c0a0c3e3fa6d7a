// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "cli/arguments.h"
#include "cli/given_manifest.h"
#include "machine/process_shell.h"
#include "machine/system_chance.h"
#include "machine/system_clock.h"
#include "net/client.h"
#include "net/host_gate.h"
#include "run/run.h"
#include "secrets/secret_store.h"
#include "world/fetched.h"
#include "world/plain_http.h"
#include "world/ports.h"

namespace tenon::cli {

// The secrets of `--secrets` and of the environment. Failure (65, 66, 77).
secrets::SecretStore openSecrets(const Arguments& arguments);

// What the runs of this process are done with, as a command's options have it.
class Means {
  public:
    // Reads the secrets; forbids core dumps, and warns of secrets that are too short to be hidden.
    // Failure (65, 66, 77), UsageError.
    Means(const Arguments& arguments, const GivenManifest& given);

    [[nodiscard]] world::Process process(world::Steps& steps) {
        return {http_, steps, clock_, chance_, &shell_, &fetched_};
    }
    // Of every run; without its id and its input.
    [[nodiscard]] run::RunOptions options() const;

    secrets::SecretStore secrets;

  private:
    const world::PlainHttp plainHttp_;
    machine::SystemClock clock_;
    net::HttpClient client_;
    net::HostGate http_;
    const std::chrono::seconds requestTimeout_;
    machine::SystemChance chance_;
    machine::ProcessShell shell_;
    world::Fetched fetched_;
};

}  // namespace tenon::cli
