// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/same_again.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "cloudelements/once/search.h"
#include "tenon/once.h"

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::StepError;
using tenon::Value;

// Of an item what counts. What is null or empty is as good as left out.
Object counted(const Value& item, const std::vector<const char*>& members) {
    Object out;
    for (const char* name : members) {
        const auto* member = item.find(name);
        if (member && !member->isNull() && !(member->object() && member->object()->empty()))
            out.set(name, *member);
    }
    return out;
}

// A second one cannot come of it, so nothing has to be waited for; but where the first request is
// still at work, the next would only find it in its way.
constexpr std::chrono::seconds kWindow{5};
constexpr int kMost = 2;  // requests whose outcome is unknown

enum class There { nothing, same, other };
constexpr std::array kNames{"nothing", "same", "other"};

bool isEmpty(const Value& value) {
    return value.isNull() || (value.object() && value.object()->empty());
}

class Putting {
  public:
    Putting(Client& client, tenon::Context& context, const Named& named,
            const std::function<bool(const Value&)>& isSame)
        : client_(client),
          context_(context),
          once_(static_cast<tenon::Once*>(context.extension(tenon::Once::kId))),
          named_(named),
          isSame_(isSame) {}

    std::string outcome() {
        const auto [before, isFirst] = settled();
        now_ = isFirst ? before : look();
        std::optional<tenon::Error> lost;  // what a request ended with that may have been done
        for (int unclear = 0; now_ != There::same;) {
            const bool isNew = now_ == There::nothing;
            const auto error = sent(isNew ? "POST" : "PUT");
            if (!error) return isNew ? "created" : "replaced";
            const bool isTaken = isNew && error->status == 409;
            // Perhaps by the lost one, which is at work still.
            if (error->done == tenon::Done::maybe || (isTaken && lost)) {
                if (!lost) lost = error;
                if (!isSettled() || (now_ != There::same && ++unclear == kMost))
                    throw StepError(*lost);
            } else if (!isTaken || (now_ = look()) == There::nothing) {
                throw StepError(*error);  // something else stands against it
            } else if (now_ == There::same && isFirst) {
                return "unchanged";  // somebody was quicker
            }
        }
        return before == There::nothing ? "created"
               : before == There::same  ? "unchanged"
                                        : "replaced";
    }

  private:
    // What was there before this task's first request; is it seen now, so that none was sent?
    std::pair<There, bool> settled() {
        if (!once_) return {look(), true};
        if (const auto past = once_->past(); past.done == tenon::Done::yes)
            return {read(past.gave), false};
        for (;;) {
            bool isFirst = false;
            const auto gave = once_->act(named_.path, [&]() -> tenon::Result<Value> {
                isFirst = true;
                try {
                    return Value(kNames[static_cast<std::size_t>(look())]);
                } catch (const StepError& e) {
                    return e.error();
                }
            });
            if (gave) return {read(gave.value()), isFirst};
            // One that an earlier life did not end has only looked.
            if (gave.error().title != "interrupted") throw StepError(gave.error());
        }
    }
    static There read(const Value& name) {
        const auto at =
            std::find(kNames.begin(), kNames.end(), name.string() ? *name.string() : "");
        return at == kNames.end() ? There::other : static_cast<There>(at - kNames.begin());
    }

    There look() {
        // Perhaps an empty answer is how it says that there is nothing, and perhaps a 404 means
        // something else: what is sent then finds that out.
        try {
            const auto there =
                client_.read({.path = named_.path, .about = "the question for " + named_.about});
            if (isEmpty(there)) return There::nothing;
            return isSame_(there) ? There::same : There::other;
        } catch (const StepError& e) {
            if (e.error().status != 404) throw;
            return There::nothing;
        }
    }

    // Looks again after a request whose outcome is unknown. Does anybody know now?
    bool isSettled() {
        bool isKnown = false;
        const auto sought = seek(context_, kWindow, [&] {
            isKnown = false;
            now_ = look();
            isKnown = true;
            return std::vector<Candidate>(now_ == There::same ? 1 : 0);
        });
        return isKnown && !sought.isOver;
    }

    std::optional<tenon::Error> sent(const char* method) {
        Call call;
        call.method = method;
        call.path = named_.path;
        call.body = named_.body;
        call.about = named_.about;
        call.lookFirst = "Run this again: where it was done, it is found and left as it is.";
        try {
            client_.send(call);
        } catch (const StepError& e) {
            return e.error();
        }
        return std::nullopt;
    }

    Client& client_;
    tenon::Context& context_;
    tenon::Once* const once_;
    const Named& named_;
    const std::function<bool(const Value&)>& isSame_;
    There now_ = There::nothing;
};

}  // namespace

std::string putAgain(Client& client, tenon::Context& context, const Named& named,
                     const std::function<bool(const Value&)>& isSame) {
    return Putting(client, context, named, isSame).outcome();
}

bool haveSameItems(const Value& there, const Value& wanted,
                   const std::vector<const char*>& members) {
    const auto* found = there.array();
    const auto* list = wanted.array();
    if (!list || list->empty()) return !found || found->empty();
    if (!found || found->size() != list->size()) return false;
    std::vector<Value> left;
    for (const auto& one : *found) left.emplace_back(counted(one, members));
    return std::all_of(list->begin(), list->end(), [&](const Value& one) {
        const auto same = std::find(left.begin(), left.end(), Value(counted(one, members)));
        if (same == left.end()) return false;
        left.erase(same);
        return true;
    });
}

}  // namespace cloudelements
