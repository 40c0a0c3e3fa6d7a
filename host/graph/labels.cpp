// SPDX-License-Identifier: Apache-2.0
#include "graph/labels.h"

#include "manifest/task_kinds.h"
#include "tenon/json.h"

namespace tenon::graph {

using manifest::Node;

namespace {

constexpr std::size_t kLongest = 60;

// What stands there, in a word or two.
std::string shown(const Node* node) {
    if (!node) return "";
    return node->text() ? *node->text() : json::write(node->value());
}

std::string member(const Node* node, std::string_view key) {
    return shown(node ? node->find(key) : nullptr);
}

std::string loop(const Node& task) {
    const Node* loop = task.find("for");
    const std::string each = member(loop, "each");
    std::string out = "for each " + (each.empty() ? "item" : each) + " in " + member(loop, "in");
    if (task.find("while")) out += ", while " + member(&task, "while");
    return out;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool begins = (static_cast<unsigned char>(c) & 0xc0) != 0x80;  // a character
        if (i >= kLongest && begins) return out + "…";
        if (c == '"') {
            out += "#quot;";
        } else if (std::string_view("#&<>|`\\").find(c) != std::string_view::npos) {
            out += "#" + std::to_string(static_cast<int>(c)) + ";";
        } else {
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

std::string_view kindOf(const Node& task) {
    for (const auto kind : manifest::kTaskKinds)
        if (task.find(kind)) return kind;
    return "";
}

std::string action(const Node& task) {
    const std::string kind(kindOf(task));
    const Node* work = task.find(kind);
    if (kind == "for") return loop(task);
    if (kind == "fork") return member(work, "compete") == "true" ? "fork, the first wins" : "fork";
    if (kind == "raise") {
        const Node* error = work->find("error");
        const std::string type = member(error, "type");
        return "raise " + (type.empty() ? shown(error) : type);
    }
    if (kind == "try")
        return task.find("catch") && task.find("catch")->find("retry") ? "try, with retry" : "try";
    const bool named = kind == "call" || kind == "wait";
    return named ? kind + " " + shown(work) : kind;
}

std::string caught(const Node& handler) {
    std::string out;
    const Node* errors = handler.find("errors");
    const Node* with = errors ? errors->find("with") : nullptr;
    if (with)
        for (const auto& entry : with->entries)
            out += (out.empty() ? "" : ", ") + entry.key + " " + shown(&entry.value);
    for (const auto* key : {"when", "exceptWhen"})
        if (handler.find(key))
            out += (out.empty() ? "" : ", ") + std::string(key) + " " + member(&handler, key);
    return out;
}

}  // namespace tenon::graph
