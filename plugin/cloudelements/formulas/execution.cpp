// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/execution.h"

#include <Poco/String.h>

#include <algorithm>

#include "cloudelements/platform/members.h"
#include "tenon/json.h"

namespace cloudelements {
namespace {

using tenon::Array;
using tenon::Value;

const Array& arrayOf(const Value* value) {
    static const Array none;
    return value && value->array() ? *value->array() : none;
}

Value parsed(const std::string& text) {
    auto read = tenon::json::read(text, tenon::json::Reading::lenient);
    return read ? std::move(read).value() : Value();
}

// Of {"message": …} its message, of a text the text.
std::string sayingOf(const Value& value) {
    if (const auto* text = value.string()) {
        const Value inner = parsed(*text);
        return inner.object() ? sayingOf(inner) : *text;
    }
    for (const char* key : {"message", "error", "errorMessage", "providerMessage"})
        if (const auto* member = value.find(key))
            if (auto text = sayingOf(*member); !text.empty()) return text;
    return {};
}

// The values that say why, the likeliest first.
std::string sayingOf(const std::vector<StepRun::Kept>& values) {
    for (const char* end : {".error", ".errorMessage", ".message", ".response.body"})
        for (const auto& kept : values)
            if (kept.key.ends_with(end))
                if (auto text = sayingOf(Value(kept.text)); !text.empty()) return text;
    for (const auto& kept : values)
        if (kept.key.ends_with(".response.code")) return "it was answered " + kept.text;
    return {};
}

std::vector<StepRun::Kept> keptOf(const Value& step) {
    const auto* values = step.find("stepExecutionValues");
    return readKept(values ? *values : memberOf(step, "values"));
}

std::string nameOf(const Value& step) {
    const auto name = textOf(step, "stepName");
    return name.empty() ? textOf(step, "name") : name;
}

}  // namespace

Ending Execution::ending() const {
    if (status == "success") return Ending::success;
    if (status == "failed") return Ending::failed;
    return status == "cancelled" || status == "canceled" ? Ending::cancelled : Ending::none;
}

std::optional<std::vector<std::int64_t>> readStarted(const Value& answer) {
    if (!answer.array() && !answer.object()) return std::nullopt;
    const Array list = answer.array() ? *answer.array() : Array{answer};
    std::vector<std::int64_t> ids;
    for (const auto& one : list) {
        const auto id = integerOf(one, "id");
        if (!id) return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

std::optional<Execution> readExecution(const Value& answer, std::int64_t id) {
    const auto status = Poco::toLower(textOf(answer, "status"));
    if (status.empty()) return std::nullopt;
    return Execution{id, status};
}

std::vector<StepRun> readSteps(const Value& answer) {
    const auto* inner = answer.find("stepExecutions");
    std::vector<StepRun> out;
    for (const auto& one : arrayOf(inner ? inner : &answer)) {
        if (!one.object()) continue;
        StepRun step;
        step.id = integerOf(one, "id").value_or(0);
        step.name = nameOf(one);
        step.status = Poco::toLower(textOf(one, "status"));
        step.created = textOf(one, "createdDate");
        step.values = keptOf(one);
        out.push_back(std::move(step));
    }
    sortByTime(out);
    return out;
}

std::vector<StepRun::Kept> readKept(const Value& values) {
    std::vector<StepRun::Kept> out;
    for (const auto& one : arrayOf(&values)) {
        const auto key = textOf(one, "key");
        if (key.empty()) continue;
        const auto* value = one.find("value");
        const bool isThere = value && !value->isNull();
        const bool isText = isThere && value->string();
        out.push_back({key,
                       isText    ? *value->string()
                       : isThere ? tenon::json::write(*value)
                                 : std::string(),
                       isThere});
    }
    return out;
}

std::vector<Failure> failuresOf(const std::vector<StepRun>& steps, const Value& errors) {
    std::vector<Failure> out;
    for (const auto& step : steps)
        if (step.status == "failed") out.push_back({step.name, sayingOf(step.values)});
    for (const auto& error : arrayOf(&errors)) {
        auto step = nameOf(error);
        if (step.empty()) step = textOf(error, "step");
        auto message = sayingOf(keptOf(error));
        if (message.empty()) message = sayingOf(error);
        const auto known =
            std::find_if(out.begin(), out.end(), [&](const auto& one) { return one.step == step; });
        if (known == out.end())
            out.push_back({std::move(step), std::move(message)});
        else if (!message.empty())
            known->message = std::move(message);
    }
    return out;
}

}  // namespace cloudelements
