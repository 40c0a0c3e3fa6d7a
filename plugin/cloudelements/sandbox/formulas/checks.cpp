// SPDX-License-Identifier: Apache-2.0
// What the platform refuses in a formula template.
#include <Poco/NumberParser.h>

#include <algorithm>
#include <regex>
#include <set>

#include "formulas/formulas.h"
#include "platform/body.h"

namespace cloudelements::sandbox {

using tenon::Value;

namespace {

bool isOneOf(const std::string& text, std::initializer_list<const char*> known) {
    return std::any_of(known.begin(), known.end(), [&](const char* one) { return text == one; });
}

void checkConfiguration(const Value& formula) {
    std::set<std::string> keys;
    for (const auto& entry : arrayOf(formula, "configuration")) {
        const auto& key = requiredText(entry, "key");
        if (!keys.insert(key).second)
            throw refusal(409, "A configuration with the key " + key + " already exists");
        if (!isOneOf(textOf(entry.find("type")), {"value", "elementInstance"}))
            throw refusal(
                400, "The type of the configuration " + key + " must be value or elementInstance");
    }
}

// Seconds to years of Quartz: the marks, not the meaning.
void checkCron(const std::string& cron) {
    static const std::regex shape(R"([0-9A-Za-z*?/,#LW-]+( [0-9A-Za-z*?/,#LW-]+){5,6})");
    bool isGood = std::regex_match(cron, shape);
    // A day of the month or of the week is left open, never both and never neither.
    const std::regex split(" ");
    const std::vector<std::string> parts(
        std::sregex_token_iterator(cron.begin(), cron.end(), split, -1), {});
    isGood = isGood && (parts[3] == "?") != (parts[5] == "?");
    if (!isGood) throw refusal(400, "The cron expression '" + cron + "' is not valid");
}

void checkTriggers(const Value& formula) {
    for (const auto& trigger : arrayOf(formula, "triggers")) {
        const std::string type = textOf(trigger.find("type"));
        if (!isOneOf(type, {"event", "elementRequest", "scheduled", "manual"}))
            throw refusal(400, "The trigger type '" + type +
                                   "' must be event, elementRequest, scheduled or manual");
        const auto* properties = trigger.find("properties");
        if (type == "scheduled") checkCron(textOf(properties ? properties->find("cron") : nullptr));
    }
}

void checkStatusCodes(const Value& properties, const char* key) {
    static const std::regex shape(R"(\s*\d{3}(-\d{3})?(\s*,\s*\d{3}(-\d{3})?)*\s*)");
    const std::string codes = textOf(properties.find(key));
    if (properties.find(key) && !codes.empty() && !std::regex_match(codes, shape))
        throw refusal(400, std::string("The property ") + key + " is not valid: " + codes);
}

void checkProperties(const std::string& type, const Value& properties) {
    const std::string attempts = textOf(properties.find("retryAttempts"));
    const unsigned most = type == "retryFormulaExecution" ? 7 : 5;
    unsigned number = 0;
    if (!attempts.empty() && attempts.find("${") == attempts.npos &&
        (!Poco::NumberParser::tryParseUnsigned(attempts, number) || number > most))
        throw refusal(400, "The property retryAttempts must be 0 to " + std::to_string(most) +
                               ", not " + attempts);
    checkStatusCodes(properties, "retryStatusCodes");
    checkStatusCodes(properties, "acceptableStatusCodes");
    static const std::regex download(R"(.*/bulk/[^/]+/(?!status$|errors$)[^/]+)");
    const std::string method = textOf(properties.find("method"));
    if (type == "elementRequest" && method == "GET" &&
        std::regex_match(textOf(properties.find("api")), download))
        throw refusal(400, "A bulk download is not supported in an elementRequest step");
}

void checkSteps(const Value& formula) {
    const bool isNewest = textOf(formula.find("engine")) == "v3";
    std::set<std::string> names;
    for (const auto& step : arrayOf(formula, "steps")) {
        const auto& name = requiredText(step, "name");
        if (!names.insert(name).second)
            throw refusal(409, "A step with the name " + name + " already exists");
        const std::string type = textOf(step.find("type"));
        if (!isOneOf(type,
                     {"script", "filter", "elementRequest", "request", "httpRequest", "loop",
                      "elementRequestStream", "formula", "retryFormulaExecution", "amqpRequest"}))
            throw refusal(400, "The type '" + type + "' of the step " + name + " is not known");
        if (isNewest && isOneOf(type, {"amqpRequest", "elementRequestStream"}))
            throw refusal(400, "Invalid formula for the v3 engine");
        if (const auto* properties = step.find("properties")) checkProperties(type, *properties);
        arrayOf(step, "onSuccess");
        arrayOf(step, "onFailure");
    }
}

}  // namespace

void checkFormula(const Value& formula) {
    requiredText(formula, "name");
    const auto* logging = formula.find("debugLoggingEnabled");
    if (logging && logging->boolean() && !*logging->boolean() &&
        textOf(formula.find("engine")) != "v3")
        throw refusal(400, "Execution debug logging can be disabled only for formula engine v3");
    checkConfiguration(formula);
    checkTriggers(formula);
    checkSteps(formula);
}

void checkLinks(const Value& formula) {
    std::set<std::string> names;
    for (const auto& step : arrayOf(formula, "steps")) names.insert(textOf(step.find("name")));
    for (const char* part : {"triggers", "steps"})
        for (const auto& from : arrayOf(formula, part))
            for (const char* way : {"onSuccess", "onFailure"})
                for (const auto& to : arrayOf(from, way))
                    if (names.count(textOf(&to)) == 0)
                        throw refusal(400, "The " + std::string(way) + " of " +
                                               textOf(from.find("name")) +
                                               " names a step that does not exist: " + textOf(&to));
}

}  // namespace cloudelements::sandbox
