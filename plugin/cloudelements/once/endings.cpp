// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/once/endings.h"

#include "cloudelements/platform/members.h"

namespace cloudelements {
namespace {

using tenon::Done;
using tenon::Error;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string lookYourself(const Thing& thing) {
    return "before you run this anew, look on the platform for " + thing.article + " named " +
           quoted(thing.name) + " with " + thing.mark + ", and delete it or use it.";
}

Error ending(Error error, const std::string& title, Done done, const std::string& text) {
    error.title = title;
    error.done = done;
    error.retryable = false;
    error.detail += (error.detail.empty() ? "" : " ") + text;
    return error;
}

std::string idsOf(const Sought& sought) {
    std::string out;
    for (const auto& one : sought.found) out += (out.empty() ? "" : ", ") + std::to_string(one.id);
    return out;
}

std::string secondsOf(const Thing& thing) {
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(thing.window).count());
}

}  // namespace

Error unknownEnd(const Thing& thing, Error unclear, const Sought& sought) {
    std::string text = "The " + thing.noun + " may exist all the same: " + lookYourself(thing);
    if (!sought.trouble) return ending(std::move(unclear), "unknown outcome", Done::maybe, text);
    const auto& trouble = *sought.trouble;
    text = "Looking for the " + thing.noun + " gave no answer: " + trouble.detail + " " + text;
    // Who stops a run hears that it was stopped.
    if (sought.isOver || trouble.kind == tenon::ErrorKind::cancelled) {
        unclear.kind = trouble.kind;
        unclear.status = trouble.status;
    }
    auto out = ending(std::move(unclear), "unknown outcome", Done::maybe, text);
    out.retryable = trouble.retryable;
    if (trouble.retryAfter) out.retryAfter = trouble.retryAfter;
    return out;
}

Error absentEnd(const Thing& thing, Error unclear, int posts) {
    return ending(std::move(unclear), "unknown outcome", Done::maybe,
                  (posts > 1 ? "It was sent twice, and no " : "No ") + thing.noun + " with " +
                      thing.mark + " came within " + secondsOf(thing) +
                      " seconds. It may exist all the same: " + lookYourself(thing));
}

Error severalEnd(const Thing& thing, Error unclear, const Sought& sought) {
    return ending(std::move(unclear), "several found", Done::maybe,
                  std::to_string(sought.found.size()) + " " + thing.noun + "s have " + thing.mark +
                      ": " + idsOf(sought) +
                      ". Keep one of them, if it is what you want, and delete the others before "
                      "you run this anew.");
}

Error notAdoptedEnd(const Thing& thing, Error unclear, std::int64_t id) {
    return ending(std::move(unclear), "not adopted", thing.isProven ? Done::yes : Done::maybe,
                  "The " + thing.noun + " " + std::to_string(id) + " has " + thing.mark +
                      (thing.isProven ? ", so this task has made it; "
                                      : ", so this task may have made it; ") +
                      thing.notAdopted + ". Delete it or use it before you run this anew.");
}

Error unseenEnd(const Thing& thing, Error error, const tenon::Value& gave) {
    const bool mayPass = error.retryable;
    error.detail = "The " + thing.noun + " " + std::to_string(integerOf(gave, "id").value_or(0)) +
                   " was made by this task, and cannot be taken now: " + error.detail;
    auto out = ending(std::move(error), "not seen again", Done::yes,
                      "Use it, or delete it before you run this anew.");
    out.retryable = mayPass;
    return out;
}

}  // namespace cloudelements
