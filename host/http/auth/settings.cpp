// SPDX-License-Identifier: Apache-2.0
#include "http/auth/settings.h"

#include <algorithm>

#include "tenon/json.h"
#include "text/suggest.h"

namespace tenon::http {
namespace {

std::optional<std::string> plain(const Value& value) {
    if (const auto* text = value.revealText()) return *text;
    if (value.isNumber() || value.boolean()) return json::write(value);
    return std::nullopt;
}

}  // namespace

Settings::Settings(Value value, std::string place)
    : value_(std::move(value)), place_(std::move(place)) {
    if (!value_.object() && !value_.isNull())
        refuse(std::string("wanted an object, found ") + describe(value_.kind()) + ".");
}

void Settings::refuse(const std::string& text) const {
    throw StepError(
        makeError(ErrorKind::validation, "invalid authentication", "In " + place_ + ": " + text));
}

std::optional<std::string> Settings::optionalText(const std::string& name) const {
    const auto* member = value_.find(name);
    if (!member || member->isNull()) return std::nullopt;
    auto text = plain(*member);
    if (!text) refuse("\"" + name + "\" is " + describe(member->kind()) + "; wanted a string.");
    return text;
}

std::string Settings::text(const std::string& name) const {
    auto text = optionalText(name);
    if (!text || text->empty())
        refuse("\"" + name + "\" is " + (text ? "an empty string" : "missing") + ".");
    return *std::move(text);
}

std::string Settings::word(const std::string& name, const std::vector<std::string>& words) const {
    const auto found = optionalText(name);
    if (!found) return words.front();
    if (std::find(words.begin(), words.end(), *found) != words.end()) return *found;
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    const std::string hint = text::didYouMean(*found, words);
    refuse("\"" + name + "\" is none of " + all + (hint.empty() ? "." : hint));
}

std::vector<std::string> Settings::texts(const std::string& name) const {
    std::vector<std::string> out;
    const auto* list = value_.find(name);
    if (!list || list->isNull()) return out;
    if (!list->array())
        refuse("\"" + name + "\" is " + describe(list->kind()) + "; wanted an array of strings.");
    for (const auto& item : *list->array()) {
        auto text = plain(item);
        if (!text) refuse("\"" + name + "\" holds " + describe(item.kind()) + "; wanted strings.");
        out.push_back(*std::move(text));
    }
    return out;
}

Settings Settings::part(const std::string& name) const {
    const auto* member = value_.find(name);
    return Settings(member ? *member : Value(), place_ + "/" + name);
}

}  // namespace tenon::http
