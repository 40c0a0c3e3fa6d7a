// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/adoption.h"

#include <algorithm>

#include "cloudelements/once/alike.h"
#include "cloudelements/once/whole_list.h"

namespace cloudelements {
namespace {

using tenon::Done;
using tenon::StepError;
using tenon::Value;

[[noreturn]] void stop(const char* title, Done done, const std::string& text) {
    auto error = tenon::makeError(tenon::ErrorKind::runtime, title, text);
    error.done = done;
    throw StepError(std::move(error));
}

std::string theInstance(std::int64_t id) { return "The instance " + std::to_string(id); }

bool carriesTag(const KnownInstance& instance, const std::string& tag) {
    return std::find(instance.tags.begin(), instance.tags.end(), tag) != instance.tags.end();
}

CreatedInstance createdOf(const KnownInstance& known, const std::string& name) {
    CreatedInstance out;
    out.id = known.id;
    if (known.token) out.token = *known.token;
    out.name = known.name.empty() ? name : known.name;
    out.elementKey = known.elementKey;
    out.elementId = known.elementId;
    out.createdDate = known.createdDate;
    out.valid = known.valid;
    out.disabled = known.disabled;
    out.tags = known.tags;
    out.configuration = known.configuration;
    out.origin = "adopted";
    return out;
}

}  // namespace

std::vector<Candidate> InstanceAdoption::tagged() const {
    const Call call{.path = "/instances",
                    .query = {{"tags[]", tag_}},
                    .about = "the search for the tag " + tag_};
    std::vector<Candidate> out;
    for (const auto& item : wholeList(client_, call)) {
        const auto known = readKnown(item);
        if (!known)
            stop("unusable answer", Done::no, "The platform listed an instance without an id.");
        if (carriesTag(*known, tag_)) out.push_back({known->id, item});
    }
    return out;
}

// "is another element's", …; empty where all is as it was to be.
std::string InstanceAdoption::differenceOf(const KnownInstance& found) const {
    const auto *key = wanted_.element.find("key"), *id = wanted_.element.find("id");
    if ((key && found.elementKey && *found.elementKey != *key->string()) ||
        (id && found.elementId && *found.elementId != *id->integer()))
        return "is of another element";
    // The platform takes out of names what looks like HTML.
    if (found.name != wanted_.name && wanted_.name.find('<') == std::string::npos)
        return "has another name";
    for (const auto& [name, value] : wanted_.configuration) {
        const auto there = found.configuration.find(name);
        if (there != found.configuration.end() && !mayBeAlike(name, value, there->second))
            return "has another " + name;
    }
    return "";
}

Value InstanceAdoption::outputsOf(KnownInstance found) const {
    if (!found.token) {
        Call call{.path = "/instances/" + segment(found.id)};
        call.about = "the question for the instance " + std::to_string(found.id);
        const auto answer = client_.find(call);
        auto whole = answer ? readKnown(client_.json(*answer, call)) : std::nullopt;
        if (whole && whole->id == found.id) found = *std::move(whole);
    }
    if (!found.token)
        stop(
            "no token", Done::yes,
            theInstance(found.id) +
                " is there, but the platform does not show its token, without which it is of no "
                "use. Delete it before you run this anew, or use credentials that may see tokens.");
    return tenon::writeFields(createdOf(found, wanted_.name));
}

Value InstanceAdoption::take(const Candidate& candidate) const {
    auto found = *readKnown(candidate.description);
    if (const auto difference = differenceOf(found); !difference.empty())
        stop("not adopted", Done::maybe,
             theInstance(found.id) + " carries the tag \"" + tag_ + "\" of this task, but " +
                 difference +
                 " than was asked for: it was changed since, or somebody gave it that tag. Delete "
                 "it or use it before you run this anew.");
    try {
        return outputsOf(std::move(found));
    } catch (const StepError& e) {
        auto error = e.error();
        if (error.done == Done::yes) throw;
        error.detail = theInstance(candidate.id) + " carries the tag \"" + tag_ +
                       "\" of this task, but its token is not known: " + error.detail +
                       " Delete it or use it before you run this anew.";
        error.done = Done::yes;
        throw StepError(std::move(error));
    }
}

std::optional<Value> InstanceAdoption::named() const {
    const Call call{.path = "/instances",
                    .query = {{"searchText", wanted_.name}},
                    .about = "the search for instances of this name"};
    const auto *key = wanted_.element.find("key"), *id = wanted_.element.find("id");
    std::vector<KnownInstance> found;
    std::string ids;
    for (const auto& item : wholeList(client_, call)) {
        auto known = readKnown(item);
        if (!known || known->name != wanted_.name) continue;
        if (key ? known->elementKey != *key->string() : known->elementId != *id->integer())
            continue;
        ids += (ids.empty() ? "" : ", ") + std::to_string(known->id);
        found.push_back(*std::move(known));
    }
    if (found.empty()) return std::nullopt;
    const std::string choose =
        " Nothing was made: give another name, or write adopt: own for a further instance.";
    if (found.size() > 1)
        stop("several found", Done::no,
             std::to_string(found.size()) + " instances of this element are named \"" +
                 wanted_.name + "\": " + ids + "." + choose);
    if (const auto difference = differenceOf(found.front()); !difference.empty())
        stop("not adopted", Done::no,
             theInstance(found.front().id) + " is named \"" + wanted_.name + "\", but " +
                 difference + " than was asked for." + choose);
    try {
        return outputsOf(found.front());
    } catch (const StepError& e) {
        auto error = e.error();
        error.done = Done::no;  // by this task
        throw StepError(std::move(error));
    }
}

bool InstanceAdoption::isThere(const Value& gave) const {
    std::vector<tenon::Problem> problems;
    const auto created = tenon::readFields<CreatedInstance>(gave, problems);
    Call call{.path = "/instances/" + segment(created.id)};
    call.about = "the question for the instance " + std::to_string(created.id);
    const auto answer = client_.find(call);
    if (!answer) return false;
    const auto description = client_.json(*answer, call);
    const auto known = readKnown(description);
    if (!known || known->id != created.id) throw client_.unusable(*answer, call, "has no id");
    // Where the platform shows no tags at all, the number is enough.
    if (!known->tags.empty() && !carriesTag(*known, tag_))
        stop("not adopted", Done::yes, "It carries the tag \"" + tag_ + "\" no more.");
    return true;
}

}  // namespace cloudelements
