// SPDX-License-Identifier: Apache-2.0
// A sandbox: a local double of a remote platform, brought along by a plugin as a library of its
// own. It shares no code with the plugin's steps, so that one cannot hide the other's mistakes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

// Thread: a value's.
struct SandboxOptions {
    std::uint16_t port = 0;  // on 127.0.0.1, and nowhere else; 0: any free one
    // How to misbehave, as the sandbox's own README page says; null: not at all.
    Value faults;
    // Told one line a request ("POST /elements/api-v2/instances 200 3 ms"), from any thread.
    std::function<void(std::string_view)> log;
    // More, as the sandbox's own README page says: {"stateFile": "…"}; null: nothing.
    Value options{};
};

// Poco's ClassLoader creates it from the named manifest "Sandbox".
// Thread: one at a time.
class Sandbox {
  public:
    Sandbox() = default;
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;
    virtual ~Sandbox() = default;

    // Listens when it returns. Throws StepError (configuration) for bad options or a port in use.
    virtual void start(const SandboxOptions& options) = 0;
    // Returns when every connection is closed. Harmless if not started. Throws StepError
    // (configuration) if it has stopped, but what it was to keep could not be kept.
    virtual void stop() = 0;
    // Base of its URLs: "http://127.0.0.1:40123". After start().
    [[nodiscard]] virtual std::string address() const = 0;
    // Secrets, by name, that manifests need for it: {"cloudElements": {…}, "sageCrm": {…}}.
    // They are made up and open nothing; the host masks them all the same. After start().
    [[nodiscard]] virtual Value secrets() const = 0;
    // A shell command that works against it, to copy. After start().
    [[nodiscard]] virtual std::string example() const = 0;
};

}  // namespace v1
}  // namespace tenon
