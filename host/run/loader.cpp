// SPDX-License-Identifier: Apache-2.0
#include "run/loader.h"

#include <algorithm>
#include <unordered_set>

#include "expr/secrets_named.h"
#include "run/descriptors.h"
#include "run/idempotence.h"
#include "text/suggest.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

namespace {

bool isIdempotent(const Node* metadata, manifest::Faults& faults) {
    const Node* said = metadata ? metadata->find("idempotent") : nullptr;
    if (said && !said->scalar.boolean()) manifest::wrongKind(*said, "true or false", faults);
    return saidIdempotent(metadata);
}

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

Loader::Loader(KindOf& kindOf, Steps& steps, const LoadOptions& options, manifest::Faults& faults,
               manifest::Faults& warnings)
    : kindOf_(kindOf),
      steps_(steps),
      options_(options),
      faults_(faults),
      warnings_(warnings),
      compiler_({"context", "input", "output", "secrets", "task", "workflow", "runtime",
                 "authorization"}) {}

void Loader::checkSecrets(const std::string& text, const Node& node) {
    for (const auto& name : expr::secretsNamed(text)) {
        const auto& known = use_.secrets();
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        faults_.add(node, "the secret \"" + name + "\" is not declared; add it to use.secrets" +
                              text::didYouMean(name, known));
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

void Loader::shape(MapReader& reader, std::string_view key, std::string_view inner,
                   std::optional<expr::Template>& slot, std::optional<SchemaSlot>& schema) {
    const Node* node = reader.optional(key);
    if (!node) return;
    const std::string name(key);
    MapReader shape(*node, "\"" + name + "\"", faults_);
    slot = this->slot(shape.optional(inner));
    if (const Node* read = shape.optional("schema"))
        schema = SchemaSlot::read(*read, name + "/schema", faults_);
    shape.finish();
}

TaskList Loader::tasks(const Node* node, const std::vector<std::string>& variables) {
    TaskList list;
    if (!node) return list;
    if (node->kind != Node::Kind::list) {
        manifest::wrongKind(*node, "an array of tasks, each \"- NAME: …\"", faults_);
        return list;
    }
    if (node->items.empty()) faults_.add(*node, "wanted at least one task, found none");
    const Known known(*this, variables);
    std::vector<std::string> names;
    for (const auto& item : node->items)
        names.push_back(item.entries.size() == 1 ? item.entries.front().key : "");
    const auto outside = std::exchange(siblings_, names);
    std::unordered_set<std::string_view> seen;
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
        const auto& entry = item.entries.front();
        if (!seen.insert(names[i]).second)
            faults_.add(entry.place, entry.value.pointer,
                        "the name \"" + names[i] + "\" stands twice in this list");
        if (auto one = task(entry.key, entry.value)) list.tasks.push_back(std::move(one));
    }
    siblings_ = outside;
    return list;
}

std::unique_ptr<Task> Loader::task(const std::string& name, const Node& node) {
    MapReader reader(node, "a task", faults_);
    if (!reader.usable()) return nullptr;
    const Kind* kind = kindOf_(node, faults_);
    Common common;
    common.name = name;
    common.pointer = node.pointer;
    common.definition = node.value();
    common.condition = expression(reader.optional("if"));
    shape(reader, "input", "from", common.inputFrom, common.inputSchema);
    shape(reader, "output", "as", common.outputAs, common.outputSchema);
    shape(reader, "export", "as", common.exportAs, common.exportSchema);
    common.timeout = timeout(reader.optional("timeout"));
    common.then = flow(reader.optional("then"));
    common.described = described_;
    common.dated = mentions(common.definition, "startedAt");
    const auto* metadata = reader.optional("metadata");
    common.idempotent = isIdempotent(metadata, faults_);
    common.undo = undo(metadata);
    if (!kind) return nullptr;
    common.around = around(kind->key);
    auto task = kind->load(*this, reader, std::move(common));
    reader.finish();
    return task;
}

std::shared_ptr<const TaskList> Loader::undo(const Node* metadata) {
    const Node* list = metadata ? metadata->find("undo") : nullptr;
    if (!list) return nullptr;
    if (undoing_) {
        faults_.add(*list, "what undoes a task is not undone itself; leave \"undo\" out here");
        return nullptr;
    }
    undoing_ = undoes_ = true;
    auto tasks = std::make_shared<const TaskList>(this->tasks(list, {"made", "error"}));
    undoing_ = false;
    return tasks;
}

void Loader::finish(const Node& root) {
    for (const auto& fault : compiler_.finish()) {
        const auto& node = *at(root, fault.pointer);
        const auto place = fault.at ? node.placeInText(*fault.at) : std::nullopt;
        if (place)
            faults_.add(*place, node.pointer, fault.what + fault.hint);
        else
            faults_.add(node, fault.text());
    }
    for (const auto& warning : compiler_.warnings())
        warnings_.add(*at(root, warning.pointer), warning.text());
}

}  // namespace tenon::run
