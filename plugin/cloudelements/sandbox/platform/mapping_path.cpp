// SPDX-License-Identifier: Apache-2.0
#include "platform/mapping_path.h"

#include <regex>

#include "platform/body.h"
#include "platform/box.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

using Kind = PathStep::Kind;
using Steps = std::vector<PathStep>;

// What stands between the brackets.
std::optional<PathStep> bracketed(const std::string& text) {
    static const std::regex match(R"(\?\(@\.([\w$]+) ?== ?'?([^']*?)'?\))"), number(R"(\d{1,6})");
    std::smatch found;
    if (text == "*") return PathStep{Kind::every, ""};
    if (std::regex_match(text, number)) return PathStep{Kind::index, "", "", std::stoul(text)};
    if (std::regex_match(text, found, match)) return PathStep{Kind::matching, found[1], found[2]};
    return std::nullopt;
}

bool matches(const Value& item, const PathStep& step) {
    const auto* member = item.object() ? field(*item.object(), step.name) : nullptr;
    if (!member) return false;
    return member->boolean() ? step.wanted == (*member->boolean() ? "true" : "false")
                             : textOf(member) == step.wanted;
}

Value valueFrom(const Value& from, const Steps& path, std::size_t at) {
    if (at == path.size()) return from;
    const PathStep& step = path[at];
    if (step.kind == Kind::member) {
        const auto* member = from.object() ? field(*from.object(), step.name) : nullptr;
        return member ? valueFrom(*member, path, at + 1) : Value();
    }
    if (!from.array()) return {};
    if (step.kind == Kind::index)
        return step.index < from.array()->size()
                   ? valueFrom((*from.array())[step.index], path, at + 1)
                   : Value();
    Array all;
    for (const auto& item : *from.array()) {
        if (step.kind == Kind::matching && matches(item, step))
            return valueFrom(item, path, at + 1);
        if (step.kind == Kind::every) all.push_back(valueFrom(item, path, at + 1));
    }
    return step.kind == Kind::every ? Value(std::move(all)) : Value();
}

Value set(const Value& into, const Steps& path, std::size_t at, const Value& value) {
    if (at == path.size()) return value;
    const PathStep& step = path[at];
    if (step.kind == Kind::member) {
        Object out = into.object() ? *into.object() : Object();
        const auto* old = field(out, step.name);
        setField(out, step.name, set(old ? *old : Value(), path, at + 1, value));
        return out;
    }
    if (step.kind != Kind::index || step.index > 1000) return into;
    Array out = into.array() ? *into.array() : Array();
    if (out.size() <= step.index) out.resize(step.index + 1);
    out[step.index] = set(out[step.index], path, at + 1, value);
    return out;
}

}  // namespace

std::optional<Steps> pathOf(const std::string& text) {
    Steps out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '[') {
            const auto end = text.find(']', i);
            const auto step =
                end == text.npos ? std::nullopt : bracketed(text.substr(i + 1, end - i - 1));
            if (!step) return std::nullopt;
            out.push_back(*step);
            i = end + 1;
            if (i < text.size() && text[i] != '.' && text[i] != '[') return std::nullopt;
        } else {
            if (text[i] == '.' && i++ == 0) return std::nullopt;
            const auto end = std::min(text.find_first_of(".[", i), text.size());
            if (end == i) return std::nullopt;
            out.push_back({Kind::member, text.substr(i, end - i)});
            i = end;
        }
    }
    if (out.empty() || out.size() > 32) return std::nullopt;
    return out;
}

Value valueAt(const Value& from, const Steps& path) { return valueFrom(from, path, 0); }

Value withValueAt(const Value& into, const Steps& path, const Value& value) {
    for (const auto& step : path)
        if (step.kind == Kind::every || step.kind == Kind::matching) return into;
    return set(into, path, 0, value);
}

}  // namespace cloudelements::sandbox
