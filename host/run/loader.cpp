// SPDX-License-Identifier: Apache-2.0
#include "run/loader.h"

#include <algorithm>

#include "expr/secrets_named.h"
#include "manifest/suggest.h"
#include "run/kinds.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

namespace {

const Node* at(const Node& node, const std::string& pointer) {
    if (node.pointer == pointer) return &node;
    const auto leads = [&](const Node& inner) {
        return pointer.starts_with(inner.pointer) &&
               (pointer.size() == inner.pointer.size() || pointer[inner.pointer.size()] == '/');
    };
    for (const auto& entry : node.entries)
        if (leads(entry.value)) return at(entry.value, pointer);
    for (const auto& item : node.items)
        if (leads(item)) return at(item, pointer);
    return &node;
}

}  // namespace

Loader::Loader(Steps& steps, manifest::Faults& faults, manifest::Faults& warnings)
    : steps_(steps),
      faults_(faults),
      warnings_(warnings),
      compiler_({"context", "input", "output", "secrets", "task", "workflow", "runtime"}) {}

void Loader::checkSecrets(const std::string& text, const Node& node) {
    for (const auto& name : expr::secretsNamed(text)) {
        if (std::find(secrets_.begin(), secrets_.end(), name) != secrets_.end()) continue;
        faults_.add(node, "the secret \"" + name + "\" is not declared; add it to use.secrets" +
                              manifest::didYouMean(name, secrets_));
    }
}

bool Loader::checkClosed(const Node& node) {
    const std::string& text = *node.text();
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || text.compare(begin, 2, "${") != 0 || expr::unwrapped(text))
        return true;
    faults_.add(node, "\"${\" without \"}\" at the end; an expression is the whole text: ${ … }");
    return false;
}

void Loader::checkTexts(const Node& node) {
    if (const auto* text = node.text()) {
        if (expr::unwrapped(*text)) return checkSecrets(*text, node);
        if (text->find('}') == std::string::npos && !checkClosed(node)) return;
        if (text->find("${") != std::string::npos)
            warnings_.add(node,
                          "\"${\" inside a longer text is no expression; write the whole as "
                          "one: ${ \"… \\( .x ) …\" }");
        return;
    }
    for (const auto& entry : node.entries) checkTexts(entry.value);
    for (const auto& item : node.items) checkTexts(item);
}

std::optional<expr::Expression> Loader::expression(const Node* node) {
    if (!node) return std::nullopt;
    if (!node->text()) {
        const bool quotable = node->kind == Node::Kind::scalar && !node->isNull();
        faults_.add(*node, std::string("wanted an expression (a string), found ") +
                               node->describe() + (quotable ? "; put it in quotes" : ""));
        return std::nullopt;
    }
    if (!checkClosed(*node)) return std::nullopt;
    checkSecrets(*node->text(), *node);
    return compiler_.expression(*node->text(), node->pointer);
}

std::optional<expr::Template> Loader::slot(const Node* node) {
    if (!node) return std::nullopt;
    if (node->text()) {
        if (!checkClosed(*node)) return std::nullopt;
        checkSecrets(*node->text(), *node);
        return compiler_.slot(*node->text(), node->pointer);
    }
    return value(*node);
}

expr::Template Loader::value(const Node& node) {
    checkTexts(node);
    return compiler_.value(node.value(), node.pointer);
}

std::optional<expr::Template> Loader::shape(const Node& node, std::string_view key,
                                            std::string_view inner) {
    MapReader reader(node, "\"" + std::string(key) + "\"", faults_);
    auto read = slot(reader.optional(inner));
    reader.refuse({"schema"});
    reader.finish();
    return read;
}

TaskList Loader::tasks(const Node* node) {
    TaskList list;
    if (!node) return list;
    if (node->kind != Node::Kind::list) {
        manifest::wrongKind(*node, "an array of tasks, each \"- NAME: …\"", faults_);
        return list;
    }
    if (node->items.empty()) faults_.add(*node, "wanted at least one task, found none");
    std::vector<std::string> names;
    for (const auto& item : node->items)
        names.push_back(item.entries.size() == 1 ? item.entries.front().key : "");
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Node& item = node->items[i];
        if (item.kind != Node::Kind::map || item.entries.size() != 1) {
            faults_.add(item, "a task is one name with its content (\"- NAME: …\"); found " +
                                  (item.kind != Node::Kind::map
                                       ? std::string(item.describe())
                                       : std::to_string(item.entries.size()) + " names") +
                                  (item.entries.size() > 1 && item.entries.front().value.isNull()
                                       ? "; indent the content deeper than the name"
                                       : ""));
            continue;
        }
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
            names.begin() + static_cast<std::ptrdiff_t>(i))
            faults_.add(item.entries.front().place, item.entries.front().value.pointer,
                        "the name \"" + names[i] + "\" stands twice in this list");
        if (auto one = task(item.entries.front(), names)) list.tasks.push_back(std::move(one));
    }
    return list;
}

std::unique_ptr<Task> Loader::task(const manifest::Entry& entry,
                                   const std::vector<std::string>& siblings) {
    const Node& node = entry.value;
    MapReader reader(node, "a task", faults_);
    if (!reader.usable()) return nullptr;
    const Kind* kind = kindOf(node, faults_);
    Common common;
    common.name = entry.key;
    common.pointer = node.pointer;
    common.definition = node.value();
    common.condition = expression(reader.optional("if"));
    const auto shape = [&](std::string_view key, std::string_view inner) {
        const Node* part = reader.optional(key);
        return part ? this->shape(*part, key, inner) : std::nullopt;
    };
    common.inputFrom = shape("input", "from");
    common.outputAs = shape("output", "as");
    common.exportAs = shape("export", "as");
    common.then = then(reader.optional("then"), siblings);
    reader.optional("metadata");
    reader.refuse({"timeout"});
    if (!kind) return nullptr;
    auto task = kind->load(*this, reader, std::move(common));
    reader.finish();
    return task;
}

Flow Loader::then(const Node* node, const std::vector<std::string>& siblings) {
    Flow flow;
    if (!node) return flow;
    if (!node->text()) {
        manifest::wrongKind(*node, "continue, exit, end or the name of a task", faults_);
        return flow;
    }
    const std::string& to = *node->text();
    const auto found = std::find(siblings.begin(), siblings.end(), to);
    if (to == "exit") {
        flow.kind = Flow::Kind::exit;
    } else if (to == "end") {
        flow.kind = Flow::Kind::end;
    } else if (found != siblings.end()) {
        flow = {Flow::Kind::jump, static_cast<std::size_t>(found - siblings.begin())};
    } else if (to != "continue") {
        faults_.add(*node, "there is no task \"" + to + "\" in this list" +
                               manifest::didYouMean(to, siblings));
    }
    return flow;
}

void Loader::finish(const Node& root) {
    for (const auto& fault : compiler_.finish()) faults_.add(*at(root, fault.pointer), fault.text);
}

}  // namespace tenon::run
