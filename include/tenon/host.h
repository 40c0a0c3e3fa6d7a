// SPDX-License-Identifier: Apache-2.0
// For programs that call steps without a workflow: the same HTTP client, deadlines and checks that
// `tenon run` lends to a step. Link Tenon::host. The program loads the plugin itself, with
// Poco::ClassLoader<tenon::Step>, and never unloads it.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/context.h"
#include "tenon/error.h"
#include "tenon/step.h"

namespace tenon {
inline namespace v1 {

// Thread: a value's.
struct HostOptions {
    // PEM file; only what it holds is trusted. Empty: SSL_CERT_FILE, SSL_CERT_DIR, or the system's.
    std::string caFile{};
    // "HOST:PORT:ADDRESS": requests to HOST:PORT go to ADDRESS.
    std::vector<std::string> resolve{};
    // May get secrets over plain http; this machine may always.
    std::vector<std::string> plainHttpHosts{};
    // For one call, where its Limits have no deadline.
    std::chrono::milliseconds timeout{std::chrono::seconds(120)};
    // Told what steps log, from the thread of the call. Of a step that is called by
    // CallContext::call() the secrets of its inputs are masked, of others nothing is. Unset:
    // nothing is logged.
    std::function<void(LogLevel, std::string_view)> log{};
};

// For one call of one step.
// Thread: the call's.
class CallContext : public Context {
  public:
    // Calls the step as `tenon run` does: whatever it throws is an Error; texts are UTF-8, and
    // those of an Error not too long; and no secret of the inputs, in whatever encoding a remote
    // side repeats it, stands in an Error or in what is logged.
    [[nodiscard]] virtual Result<Value> call(Step& step, const Value& inputs) = 0;
    // The same, typed. Outputs that are not what the caller expects are an Error whose `done` is
    // `yes`.
    template <HasFields Outputs, HasFields Inputs>
    [[nodiscard]] Result<Outputs> call(Step& step, const Inputs& inputs) {
        Through through(*this, step);
        return tenon::call<Outputs>(through, inputs, *this);
    }

    // After an Error whose `done` is not `no`, for the user: nobody else may hold what the remote
    // side has made. What the step wanted kept, or else the bodies that answered what does more
    // than look, as far as they came: one, or an array; {base64: …} of one that is no text. Null:
    // nothing came. Secrets are in it: json::write() masks them unless told to reveal them.
    [[nodiscard]] virtual const Value& kept() const = 0;

  private:
    class Through final : public Step {
      public:
        Through(CallContext& context, Step& step) : context_(context), step_(step) {}
        Result<Value> run(const Value& inputs, Context&) override {
            return context_.call(step_, inputs);
        }

      private:
        CallContext& context_;
        Step& step_;
    };
};

// Outlives the contexts that it makes.
// Thread: any.
class __attribute__((visibility("default"))) Host {
  public:
    // Throws StepError (configuration) for a bad `resolve`.
    explicit Host(HostOptions options = {});
    ~Host();
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    // For one call of one step. `idempotencyKey`: the same for every attempt at the same piece of
    // work, and for no other.
    [[nodiscard]] std::unique_ptr<CallContext> context(std::string idempotencyKey,
                                                       const Limits& limits = {});
    // Kept-alive connections are shared by all contexts.
    // Thread: any.
    [[nodiscard]] Http& http();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// What is wrong with a plugin file, before any of its code runs; nothing if it may be loaded. Ask
// before loadLibrary(): Poco runs a library's code before it looks at it.
// Thread: any.
__attribute__((visibility("default"))) std::optional<Error> pluginProblem(const std::string& file);

}  // namespace v1
}  // namespace tenon
