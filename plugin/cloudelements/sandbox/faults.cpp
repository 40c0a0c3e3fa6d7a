// SPDX-License-Identifier: Apache-2.0
#include "faults.h"

#include <random>

#include "platform/catalogue.h"
#include "tenon/error.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Value;

namespace {

[[noreturn]] void wrong(const std::string& at, const std::string& text) {
    throw tenon::StepError(tenon::makeError(tenon::ErrorKind::configuration, "sandbox faults",
                                            "In the sandbox's faults, " + at + ": " + text + "."));
}

const tenon::Object& object(const Value& value, const std::string& at) {
    if (!value.object())
        wrong(at, std::string("wanted an object, found ") + describe(value.kind()));
    return *value.object();
}

std::int64_t count(const Value& value, const std::string& at) {
    if (!value.integer() || *value.integer() < 0)
        wrong(at, "wanted a whole number from 0, found " +
                      (value.integer() ? std::to_string(*value.integer())
                                       : std::string(describe(value.kind()))));
    return *value.integer();
}

const std::string& text(const Value& value, const std::string& at) {
    if (!value.string()) wrong(at, std::string("wanted a string, found ") + describe(value.kind()));
    return *value.string();
}

bool truth(const Value& value, const std::string& at) {
    if (!value.boolean())
        wrong(at, std::string("wanted true or false, found ") + describe(value.kind()));
    return *value.boolean();
}

Answer readAnswer(const Value& value, const std::string& at) {
    Answer out = refusal(500, "The sandbox was told to fail");
    for (const auto& [key, member] : object(value, at)) {
        if (key == "status") {
            const auto status = count(member, at + "/status");
            if (status < 200 || status > 999)
                wrong(at + "/status",
                      "wanted a status from 200 to 999, found " + std::to_string(status));
            out.status = static_cast<int>(status);
        } else if (key == "body") {
            out.body = member.string() ? *member.string() : tenon::json::write(member);
        } else if (key == "headers") {
            for (const auto& [name, header] : object(member, at + "/headers"))
                out.headers.push_back({name, text(header, at + "/headers/" + name)});
        } else {
            wrong(at, "\"" + key + "\" is not known; known are status, body, headers");
        }
    }
    return out;
}

// A rule that never fits would be a fault in silence.
void readOn(const std::string& on, const std::string& at, Fault& out) {
    const auto blank = on.find(' ');
    out.method = on.substr(0, blank);
    if (blank != std::string::npos) out.path = on.substr(blank + 1);
    constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (out.method.empty() || out.method.find_first_not_of(letters) != std::string::npos ||
        (!out.path.empty() && !out.path.starts_with('/')))
        wrong(at,
              "wanted a method and the beginning of a path, such as \"POST /instances\", found \"" +
                  on + "\"");
}

Fault readRule(const Value& value, const std::string& at) {
    Fault out;
    for (const auto& [key, member] : object(value, at)) {
        const std::string here = at + "/" + key;
        if (key == "on") {
            readOn(text(member, here), here, out);
        } else if (key == "times") {
            out.times = count(member, here);
        } else if (key == "delay") {
            out.delay = std::chrono::milliseconds(count(member, here));
        } else if (key == "answer") {
            out.answer = readAnswer(member, here);
        } else if (key == "drop") {
            const std::string& when = text(member, here);
            if (when != "before" && when != "after")
                wrong(here, "wanted \"before\" or \"after\", found \"" + when + "\"");
            out.drop = when == "before" ? Fault::Drop::before : Fault::Drop::after;
        } else if (key == "reset") {
            out.reset = truth(member, here);
        } else if (key == "cut") {
            out.cut = static_cast<std::size_t>(count(member, here));
        } else if (key == "retryAfter") {
            out.retryAfter = count(member, here);
        } else if (key == "duplicate") {
            out.duplicate = truth(member, here);
        } else if (key == "late") {
            out.late = std::chrono::milliseconds(count(member, here));
        } else {
            wrong(at, "\"" + key +
                          "\" is not known; known are on, times, delay, answer, drop, reset, cut, "
                          "retryAfter, duplicate, late");
        }
    }
    if (out.reset && out.drop == Fault::Drop::no)
        wrong(at, "reset says how to drop, so it needs drop");
    if (out.late && out.duplicate) wrong(at, "late and duplicate do not go together");
    return out;
}

// How many records of each kind; a kind that no element has would be a wish in silence.
void readSeed(const Value& seed, Settings& out) {
    for (const auto& [kind, number] : object(seed, "/seed")) {
        bool isKnown = false;
        for (const auto& element : catalogue())
            for (const auto& type : element.objects) isKnown = isKnown || type.name == kind;
        if (!isKnown) wrong("/seed", "\"" + kind + "\" is no kind of records");
        if (count(number, "/seed/" + kind) > 1'000'000)
            wrong("/seed/" + kind, "wanted 1000000 at most");
    }
    out.seed = *seed.object();
}

std::int64_t anyFirstId() {
    std::random_device device;
    return 427901 + static_cast<std::int64_t>(device() % 100000);
}

}  // namespace

Faults::Faults(const Value& options) {
    settings_.firstId = anyFirstId();
    if (options.isNull()) return;
    for (const auto& [key, value] : object(options, "the whole")) {
        if (key == "firstId") {
            settings_.firstId = count(value, "/firstId");
        } else if (key == "rules") {
            if (!value.array())
                wrong("/rules", std::string("wanted an array, found ") + describe(value.kind()));
            for (const auto& rule : *value.array())
                rules_.push_back(readRule(rule, "/rules/" + std::to_string(rules_.size())));
        } else if (key == "seed") {
            readSeed(value, settings_);
        } else if (key == "pollAtOnce") {
            settings_.pollAtOnce = truth(value, "/pollAtOnce");
        } else if (key == "tagDelay") {
            settings_.tagDelay = std::chrono::milliseconds(count(value, "/tagDelay"));
        } else if (key == "hideTokens") {
            settings_.hideTokens = truth(value, "/hideTokens");
        } else {
            wrong("the whole", "\"" + key +
                                   "\" is not known; known are firstId, rules, seed, pollAtOnce, "
                                   "tagDelay, hideTokens");
        }
    }
}

std::optional<Fault> Faults::take(const Request& request) {
    const std::scoped_lock lock(mutex_);
    for (auto& rule : rules_) {
        const bool fits = (rule.method.empty() || rule.method == request.method) &&
                          request.path.starts_with("/elements/api-v2" + rule.path);
        if (!fits || rule.times == 0) continue;
        if (rule.times > 0) --rule.times;
        return rule;
    }
    return std::nullopt;
}

}  // namespace cloudelements::sandbox
