// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/same_again.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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
          once_(static_cast<tenon::Once*>(context.extension(tenon::Once::kId))),
          named_(named),
          isSame_(isSame) {}

    std::string outcome() {
        const auto [before, isFirst] = settled();
        auto now = isFirst ? before : look();
        if (now == There::nothing) {
            const auto refused = sent("POST");
            if (!refused) return "created";
            now = look();
            // Then it was something else that stood against it.
            if (now == There::nothing) throw StepError(*refused);
            if (isFirst && now == There::same) return "unchanged";  // somebody was quicker
        }
        if (now == There::same)
            return before == There::nothing ? "created"
                   : before == There::same  ? "unchanged"
                                            : "replaced";
        if (const auto refused = sent("PUT")) throw StepError(*refused);
        return "replaced";
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

    // The error where it stands against what is there.
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
            if (e.error().status != 409) throw;
            return e.error();
        }
        return std::nullopt;
    }

    Client& client_;
    tenon::Once* const once_;
    const Named& named_;
    const std::function<bool(const Value&)>& isSame_;
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
