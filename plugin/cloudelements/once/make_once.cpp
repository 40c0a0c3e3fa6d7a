// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/once/make_once.h"

#include "cloudelements/once/endings.h"
#include "tenon/keep.h"

namespace cloudelements {
namespace {

using tenon::Done;
using tenon::Error;
using tenon::StepError;
using tenon::Value;

class Making {
  public:
    Making(tenon::Context& context, const Thing& thing)
        : context_(context),
          thing_(thing),
          once_(static_cast<tenon::Once*>(context.extension(tenon::Once::kId))),
          past_(once_ ? once_->past() : tenon::Past()) {}

    Made made() {
        if (past_.done == Done::yes && isThereStill()) return {past_.gave, Made::How::created};
        if (auto earlier = ofEarlierAttempts()) return *std::move(earlier);
        if (thing_.before)
            if (auto there = thing_.before()) return {*std::move(there), Made::How::there};
        Error unclear;
        for (int posts = 0; posts < most();) {
            bool isSent = false;
            const auto gave = act(isSent);
            // What an earlier life made, and is gone since, is given again.
            if (gave && !isSent && past_.done == Done::yes) continue;
            if (gave) return {gave.value(), Made::How::created};
            unclear = gave.error();
            if (unclear.done != Done::maybe) throw StepError(unclear);
            ++posts;
            // What an earlier life sent has been looked for already.
            if (!isSent && past_.done == Done::maybe) continue;
            if (auto found = sought(unclear)) return *std::move(found);
        }
        throw StepError(absentEnd(thing_, unclear, most()));
    }

  private:
    [[nodiscard]] int most() const { return thing_.isProven ? 2 : 1; }

    tenon::Result<Value> act(bool& isSent) {
        const auto doing = [&]() -> tenon::Result<Value> {
            isSent = true;
            try {
                return thing_.make();
            } catch (const StepError& e) {
                return e.error();
            }
        };
        return once_ ? once_->act(thing_.what, doing) : doing();
    }

    bool isThereStill() {
        try {
            return thing_.isThere(past_.gave);
        } catch (const StepError& e) {
            tenon::keep(context_, past_.gave);
            throw StepError(unseenEnd(thing_, e.error(), past_.gave));
        }
    }

    std::optional<Made> ofEarlierAttempts() {
        if (!past_.again) return std::nullopt;
        if (past_.done == Done::maybe) {
            auto unclear =
                tenon::makeError(tenon::ErrorKind::runtime, "unknown outcome",
                                 "An earlier attempt sent the creation of the " + thing_.noun +
                                     ", and what came of it is not known.");
            auto found = sought(unclear);
            if (!found && !thing_.isProven) throw StepError(absentEnd(thing_, unclear, 1));
            return found;
        }
        // One look, though nothing is known to be there: the records may have been put back.
        if (!thing_.isProven) return std::nullopt;
        Sought seen;
        seen.found = thing_.look();
        return taken(seen, Error());
    }

    // Nothing where there surely is none.
    std::optional<Made> sought(const Error& unclear) {
        Sought seen;
        if (unclear.kind != tenon::ErrorKind::cancelled)
            seen = seek(context_, thing_.window, thing_.look);
        if (seen.found.empty() && (seen.trouble || unclear.kind == tenon::ErrorKind::cancelled))
            throw StepError(unknownEnd(thing_, unclear, seen));
        return taken(seen, unclear);
    }

    std::optional<Made> taken(const Sought& seen, const Error& unclear) {
        if (seen.found.empty()) return std::nullopt;
        if (seen.found.size() > 1) throw StepError(severalEnd(thing_, unclear, seen));
        const auto& one = seen.found.front();
        if (thing_.adopts) return Made{thing_.take(one), Made::How::found};
        try {
            tenon::keep(context_, thing_.take(one));
        } catch (const StepError&) {  // it is named all the same
        }
        throw StepError(notAdoptedEnd(thing_, unclear, one.id));
    }

    tenon::Context& context_;
    const Thing& thing_;
    tenon::Once* const once_;
    const tenon::Past past_;
};

}  // namespace

Made makeOnce(tenon::Context& context, const Thing& thing) { return Making(context, thing).made(); }

}  // namespace cloudelements
