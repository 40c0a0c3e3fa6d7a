// SPDX-License-Identifier: Apache-2.0
#include "run/workflow/workflow.h"

namespace tenon::run {
namespace {

void namedIn(const Value* list, const std::string& place, std::string_view name,
             std::vector<std::string>& out);

void namedUnder(const Value& task, const std::string& place, std::string_view name,
                std::vector<std::string>& out) {
    for (const char* key : {"do", "try"}) namedIn(task.find(key), place + "/" + key, name, out);
    if (const auto* handler = task.find("catch"))
        namedIn(handler->find("do"), place + "/catch/do", name, out);
    if (const auto* fork = task.find("fork"))
        namedIn(fork->find("branches"), place + "/fork/branches", name, out);
}

void namedIn(const Value* list, const std::string& place, std::string_view name,
             std::vector<std::string>& out) {
    if (!list || !list->array()) return;
    for (std::size_t i = 0; i < list->array()->size(); ++i) {
        const auto* item = (*list->array())[i].object();
        if (!item || item->size() != 1) continue;
        const auto& [key, task] = *item->begin();
        const auto at = Position{place, {}}.item(i, key).text;
        if (name.empty() || key == name) out.push_back(at);
        namedUnder(task, at, name, out);
    }
}

}  // namespace

std::vector<std::string> Workflow::tasksNamed(std::string_view name) const {
    std::vector<std::string> out;
    namedUnder(definition_, "", name, out);
    return out;
}

}  // namespace tenon::run
