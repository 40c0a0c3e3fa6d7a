// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/verification.h"

#include <set>

#include "cloudelements/platform/members.h"
#include "tenon/keep.h"
#include "tenon/wait.h"

namespace cloudelements {
namespace {

using namespace std::chrono_literals;
using tenon::Done;
using tenon::Error;
using tenon::StepError;

constexpr int kMostPings = 4;

class Verification {
  public:
    Verification(const Connection& connection, tenon::Context& context, const NewInstance& wanted,
                 CreatedInstance& instance)
        : connection_(connection), context_(context), wanted_(wanted), instance_(instance) {}

    void verify(bool isOurs) {
        tenon::keep(context_, tenon::writeFields(instance_));
        auto fault = patiently();
        if (!fault) return;
        if (!isRefusal(*fault)) throw StepError(unverified(*std::move(fault)));
        if (wanted_.how.onInvalid == "keep" || !isOurs)
            throw StepError(invalid(*std::move(fault), isOurs));
        // Nothing is deleted for one word: the platform may not know a new token everywhere yet.
        if (const auto reason = wait(2s)) throw StepError(unverified(*reason));
        fault = ping();
        if (!fault) return;
        if (!isRefusal(*fault)) throw StepError(unverified(*std::move(fault)));
        throw StepError(deleted(*std::move(fault)));
    }

  private:
    // Did the provider, or the platform in its name, say no? An element may know no ping (404).
    static bool isRefusal(const Error& fault) {
        static const std::set<int> others{404, 405, 408, 425, 429};
        return fault.title == "refused by the platform" && fault.status >= 400 &&
               fault.status < 500 && !others.contains(fault.status);
    }

    // Nothing where it was answered.
    std::optional<Error> ping() {
        Client client(connection_, instance_.token, context_);
        Call call{.path = "/ping", .about = "the ping"};
        call.advice.provider = wanted_.advice.provider;
        call.advice.isQuiet = true;
        try {
            instance_.verifiedAt = knownTextOf(client.read(call), "dateTime");
            instance_.verified = true;
            return std::nullopt;
        } catch (const StepError& e) {
            return e.error();
        }
    }
    std::optional<Error> patiently() {
        tenon::Backoff waits(2s, 15s);
        for (int pings = 1;; ++pings) {
            auto fault = ping();
            if (!fault || !fault->retryable || pings == kMostPings) return fault;
            const auto pause = waits.next();
            const auto wish = std::min<std::chrono::milliseconds>(fault->retryAfter.value_or(0s),
                                                                  std::chrono::minutes(1));
            if (auto reason = wait(std::max(pause, wish))) return reason;
        }
    }
    std::optional<Error> wait(std::chrono::milliseconds time) {
        try {
            tenon::wait(context_, time);
            return std::nullopt;
        } catch (const StepError& e) {
            return e.error();
        }
    }

    [[nodiscard]] std::string theInstance() const {
        return "The instance " + std::to_string(instance_.id);
    }
    static Error judged(Error fault, const char* title, Done done, std::string detail) {
        fault.title = title;
        fault.done = done;
        fault.detail = std::move(detail);
        return fault;
    }
    [[nodiscard]] Error unverified(Error fault) const {
        const auto detail =
            theInstance() + " exists, but whether it is of use is not known: " + fault.detail +
            " It is kept, whatever onInvalid says. PingElementInstance checks it later; verify: "
            "false leaves the check out.";
        return judged(std::move(fault), "unverified instance", Done::yes, detail);
    }
    [[nodiscard]] Error invalid(Error fault, bool isOurs) const {
        const auto detail =
            theInstance() + " exists, but the check of it failed: " + fault.detail + " " +
            (isOurs ? "It is kept: give it" : "It was there before and is kept: give it") +
            " other credentials with UpdateElementInstance, or delete it with "
            "DeleteElementInstance.";
        return judged(std::move(fault), "invalid instance", Done::yes, detail);
    }
    Error deleted(Error fault) {
        const auto failed = "The check of the instance " + std::to_string(instance_.id) +
                            " failed: " + fault.detail;
        Call call{.method = "DELETE", .path = "/instances/" + segment(instance_.id)};
        call.about = "the deletion of the instance " + std::to_string(instance_.id);
        call.advice.isQuiet = true;
        try {
            Client(connection_, instance_.token, context_).find(call);
        } catch (const StepError& e) {
            return judged(std::move(fault), "invalid instance", Done::yes,
                          failed + " Deleting it failed, too: " + e.error().detail +
                              " It exists still: delete it with DeleteElementInstance.");
        }
        tenon::keep(context_, tenon::Value());
        return judged(std::move(fault), "invalid instance", Done::no,
                      failed + " It was deleted again, as onInvalid says. Check " +
                          wanted_.credentials + ".");
    }

    const Connection& connection_;
    tenon::Context& context_;
    const NewInstance& wanted_;
    CreatedInstance& instance_;
};

}  // namespace

void verify(const Connection& connection, tenon::Context& context, const NewInstance& wanted,
            bool isOurs, CreatedInstance& instance) {
    Verification(connection, context, wanted, instance).verify(isOurs);
}

}  // namespace cloudelements
