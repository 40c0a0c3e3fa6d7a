// SPDX-License-Identifier: Apache-2.0
#include "run/step_inputs.h"

#include <algorithm>

#include "manifest/json.h"
#include "manifest/map_reader.h"
#include "run/external_resource.h"
#include "run/resources.h"
#include "run/schema_check.h"

namespace tenon::run {
namespace {

using manifest::Node;
using Documents = std::vector<StepInputs::Document>;

bool says(const Value& schema, const char* keyword) {
    const auto* said = schema.find(keyword);
    return said && *said == Value(true);
}

// Makes of `with` what is evaluated: takes the documents out of it and puts the secrets in.
class Preparation {
  public:
    Preparation(Loader& loader, const std::string& step, Documents& documents)
        : loader_(loader), step_(step), documents_(documents) {}

    void object(Node& node, const Value& schema, const std::vector<std::string>& path) {
        const auto* members = schema.find("properties");
        if (node.kind != Node::Kind::map || !members || !members->object()) return;
        for (const auto& member : *members->object()) {
            const auto entry =
                std::find_if(node.entries.begin(), node.entries.end(),
                             [&](const auto& one) { return one.key == member.name; });
            auto inner = path;
            inner.push_back(member.name);
            if (entry == node.entries.end())
                secret(node, member.name, member.value);
            else if (says(member.value, "x-document"))
                document(entry->value, std::move(inner));
            else
                object(entry->value, member.value, inner);
        }
    }

  private:
    void secret(Node& node, const std::string& name, const Value& schema) {
        const auto* secret = schema.find("x-secret");
        if (!secret || !secret->string()) return;
        Node value = node;
        value.kind = Node::Kind::scalar;
        value.entries.clear();
        value.pointer += fields::pointerPart(name);
        value.scalar = "${ null }";
        const auto& known = loader_.use().secrets();
        if (std::find(known.begin(), known.end(), *secret->string()) == known.end()) {
            loader_.faults().add(
                node, step_ + " needs the input \"" + name + "\": write it, or add the secret \"" +
                          *secret->string() + "\", which is taken for it, to use.secrets");
        } else {
            value.scalar = "${ $secrets[\"" + *secret->string() + "\"] }";
        }
        node.entries.push_back({name, node.place, std::move(value)});
    }

    void document(Node& node, std::vector<std::string> path) {
        if (node.text() && expr::unwrapped(*node.text())) return;
        StepInputs::Document document{std::move(path), {}, {}};
        const Node* data = node.find("document");
        const Node* resource = node.find("resource");
        if (node.kind != Node::Kind::map || node.entries.size() != 1 || !data == !resource) {
            loader_.faults().add(node,
                                 "wanted {document: …} with the data, whose texts are no "
                                 "expressions, {resource: {endpoint: …}} with the file or the "
                                 "address where it is, or one expression, ${ … }");
        } else if (data) {
            document.data = data->value();
        } else {
            document.resource = externalResource(*resource, loader_.faults());
        }
        documents_.push_back(std::move(document));
        node.kind = Node::Kind::scalar;
        node.scalar = {};
        node.entries.clear();
        node.items.clear();
    }

    Loader& loader_;
    const std::string& step_;
    Documents& documents_;
};

Value with(const Value& object, const std::vector<std::string>& path, std::size_t at, Value data) {
    if (at == path.size()) return data;
    Object out = object.object() ? *object.object() : Object();
    const auto* inner = object.find(path[at]);
    out.set(path[at], with(inner ? *inner : Value(), path, at + 1, std::move(data)));
    return out;
}

std::string placeOf(const std::vector<std::string>& path) {
    std::string out = "with";
    for (const auto& part : path) out += fields::pointerPart(part);
    return out;
}

Result<Value> fetched(Frame& frame, const std::string& uri, const std::string& position) {
    const auto text = externalText(frame.run, uri, position, frame.limits);
    if (!text) return text.error();
    manifest::Faults faults;
    const auto root = manifest::readAny(*text.value().string(), uri.ends_with(".json"), faults);
    if (root) return root->value();
    return makeError(ErrorKind::configuration, "document",
                     "This document cannot be used:\n" + faults.text(uri));
}

}  // namespace

StepInputs StepInputs::read(Loader& loader, const Node* with, const Node& call,
                            const StepDescription& step) {
    StepInputs out;
    Node node;
    node.kind = Node::Kind::map;
    node.place = call.place;
    node.pointer = call.pointer;
    if (with) node = *with;
    if (step.inputs.object())
        Preparation(loader, step.name, out.documents_).object(node, step.inputs, {});
    out.inputs_ = loader.value(node);
    if (with || !node.entries.empty())
        checkInputs(node, step.inputs, step.name, loader.faults());
    else
        checkNoInputs(call, step.inputs, step.name, loader.faults());
    return out;
}

Result<Value> StepInputs::evaluate(Frame& frame, const expr::Scope& scope,
                                   const Position& position) const {
    auto inputs = inputs_.evaluate(scope);
    if (!inputs) return located(inputs.error(), "with");
    Value out = std::move(inputs).value();
    for (const auto& document : documents_) {
        const auto place = placeOf(document.path);
        Result<Value> data = document.data;
        if (!document.resource.empty())
            data = fetched(frame, document.resource, position.text + "/" + place);
        if (!data) return located(data.error(), place);
        out = with(out, document.path, 0, std::move(data).value());
    }
    return out;
}

}  // namespace tenon::run
