// SPDX-License-Identifier: Apache-2.0
#include "run/workflow/reads_input.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "expr/expression.h"
#include "expr/members_read.h"

namespace tenon::run {
namespace {

using expr::MembersRead;

bool mine(const MembersRead& read) { return read.dot || read.input; }
bool named(const MembersRead& read) { return read.input; }
bool whole(const MembersRead& read) { return read.workflowInput; }

using Wanted = bool (*)(const MembersRead&);

// An expression, with or without `${ }`.
bool expression(const Value* value, Wanted wanted) {
    const auto* text = value ? value->string() : nullptr;
    return text && wanted(expr::membersRead(expr::unwrapped(*text).value_or(*text)));
}

// A value with expressions in it.
bool anywhere(const Value& value, Wanted wanted) {
    if (value.string() && expr::unwrapped(*value.string())) return expression(&value, wanted);
    if (const auto* array = value.array())
        return std::any_of(array->begin(), array->end(),
                           [&](const Value& item) { return anywhere(item, wanted); });
    if (const auto* object = value.object())
        return std::any_of(object->begin(), object->end(),
                           [&](const auto& member) { return anywhere(member.value, wanted); });
    return false;
}

// Either of them.
bool slot(const Value* value, Wanted wanted) {
    return value && (value->string() ? expression(value, wanted) : anywhere(*value, wanted));
}

const Value* at(const Value& value, std::string_view key, std::string_view inner) {
    const auto* found = value.find(key);
    return found ? found->find(inner) : nullptr;
}

// `{name}` in an address takes a member of the task's input.
bool templated(const Value& task) {
    const auto* call = task.find("call");
    if (!call || (*call != Value("http") && *call != Value("openapi"))) return false;
    const auto* endpoint =
        *call == Value("http") ? at(task, "with", "endpoint") : at(task, "with", "document");
    if (endpoint && *call == Value("openapi")) endpoint = endpoint->find("endpoint");
    if (endpoint && endpoint->find("uri")) endpoint = endpoint->find("uri");
    const auto* text = endpoint ? endpoint->string() : nullptr;
    return text && !expr::unwrapped(*text) && text->find('{') != std::string::npos;
}

// The metadata that `call: openapi` evaluates.
bool metadataReads(const Value& metadata, Wanted wanted) {
    for (const char* key : {"baseUrl", "documentHeaders"})
        if (const auto* found = metadata.find(key); found && anywhere(*found, wanted)) return true;
    return false;
}

bool taskReads(const Value& task);
bool listReads(const Value* tasks);

bool casesRead(const Value* cases) {
    if (!cases || !cases->array()) return false;
    for (const auto& one : *cases->array())
        if (one.object() && !one.object()->empty() &&
            expression(one.object()->begin()->value.find("when"), mine))
            return true;
    return false;
}

bool branchesRead(const Value* branches) {
    if (!branches || !branches->array()) return false;
    for (const auto& one : *branches->array())
        if (one.object() && !one.object()->empty() && taskReads(one.object()->begin()->value))
            return true;
    return false;
}

// A task whose input is that of the workflow.
bool taskReads(const Value& task) {
    if (!task.object()) return false;
    if (expression(task.find("if"), mine)) return true;
    if (const auto* from = at(task, "input", "from")) {
        // What is inside sees what this makes of it.
        if (slot(from, mine)) return true;
        if (*from != Value("${ . }") && *from != Value(".")) return false;
    }
    for (const char* key : {"with", "wait", "emit", "raise", "run", "timeout"})
        if (const auto* work = task.find(key); work && anywhere(*work, mine)) return true;
    const auto* metadata = task.find("metadata");
    if (metadata && task.find("call") && metadataReads(*metadata, mine)) return true;
    return slot(task.find("set"), mine) || slot(at(task, "for", "in"), mine) ||
           expression(task.find("while"), mine) || templated(task) ||
           casesRead(task.find("switch")) || branchesRead(at(task, "fork", "branches")) ||
           listReads(task.find("do")) || listReads(task.find("try")) ||
           listReads(at(task, "catch", "do")) || slot(at(task, "output", "as"), named) ||
           slot(at(task, "export", "as"), named);
}

// The first task, and the one after those that hand their input on.
bool listReads(const Value* tasks) {
    if (!tasks || !tasks->array()) return false;
    for (const auto& entry : *tasks->array()) {
        if (!entry.object() || entry.object()->empty()) return false;
        const auto& task = entry.object()->begin()->value;
        if (taskReads(task)) return true;
        const bool handsOn = (task.find("wait") || task.find("switch")) && !task.find("output") &&
                             !task.find("input");
        if (!handsOn) return false;
    }
    return false;
}

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// $workflow.input is the same everywhere. Some keys hold expressions without `${ }`, but not those
// of data.
bool namesIt(const Value& value) {
    if (const auto* array = value.array())
        return std::any_of(array->begin(), array->end(), namesIt);
    const auto* object = value.object();
    if (!object) return anywhere(value, whole);
    for (const auto& [key, member] : *object) {
        if (key == "metadata" && value.find("call") && metadataReads(member, whole)) return true;
        if (const auto* undo = key == "metadata" ? member.find("undo") : nullptr)
            if (namesIt(*undo)) return true;
        if (isOneOf(key, {"metadata", "schema"})) continue;
        const bool bare = member.string() && isOneOf(key, {"as", "exceptWhen", "from", "if", "in",
                                                           "set", "when", "while"});
        const bool data = isOneOf(key, {"emit", "raise", "run", "set", "with"});
        if (bare ? expression(&member, whole) : data ? anywhere(member, whole) : namesIt(member))
            return true;
    }
    return false;
}

}  // namespace

bool readsInput(const Value& manifest) {
    const auto* from = at(manifest, "input", "from");
    const auto any = [](const MembersRead&) { return true; };
    if (slot(from, any)) return true;
    if (namesIt(manifest) || slot(at(manifest, "output", "as"), named)) return true;
    const auto* timeout = manifest.find("timeout");
    return !from && ((timeout && anywhere(*timeout, mine)) || listReads(manifest.find("do")));
}

}  // namespace tenon::run
