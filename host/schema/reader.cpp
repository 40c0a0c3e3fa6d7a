// SPDX-License-Identifier: Apache-2.0
#include "schema/reader.h"

#include <algorithm>

#include "manifest/map_reader.h"
#include "schema/findings.h"
#include "schema/forms.h"
#include "schema/keywords.h"
#include "schema/pattern.h"
#include "schema/references.h"
#include "text/suggest.h"

namespace tenon::schema {

using manifest::Faults;
using manifest::Node;

namespace {

enum class Draft { four, seven };

Draft draftOf(const Node& root, Faults& faults) {
    const Node* node = root.find("$schema");
    if (!node) return Draft::seven;
    std::string uri = node->text() ? *node->text() : "";
    if (uri.ends_with('#')) uri.pop_back();
    if (uri.starts_with("https:")) uri.erase(4, 1);
    if (uri == "http://json-schema.org/draft-04/schema") return Draft::four;
    if (uri != "http://json-schema.org/draft-07/schema")
        faults.add(
            *node,
            "wanted http://json-schema.org/draft-07/schema# or draft-04 (drafts 7 "
            "and 4 are what Tenon reads), found " +
                (node->text() ? "\"" + *node->text() + "\"" : std::string(node->describe())));
    return Draft::seven;
}

class Reader {
  public:
    Reader(const Node& root, Faults& faults)
        : root_(root), faults_(faults), draft_(draftOf(root, faults)) {}

    // `rest`: of the items or members that no other schema is for.
    Value schema(const Node& node, bool rest = false) {
        if (const auto* open = node.scalar.boolean()) {
            schemas_.push_back(&node);
            if (draft_ == Draft::four && !rest)
                faults_.add(node, "true and false are schemas since draft 6; wanted an object");
            if (*open) return Object();
            return Object{{ownName(kNever), rest ? kUnknownMember : "is not allowed here"}};
        }
        if (node.kind != Node::Kind::map) {
            manifest::wrongKind(node, "a schema (an object, true or false)", faults_);
            return Object();
        }
        Object out;
        schemas_.push_back(&node);
        for (const auto& entry : node.entries) keyword(node, entry, out);
        return out;
    }
    void references() {
        if (faults_.empty()) checkReferences(schemas_, root_, faults_);
        if (faults_.empty()) checkLoops(schemas_, root_, faults_);
    }

  private:
    void keyword(const Node& node, const manifest::Entry& entry, Object& out) {
        const std::string& name = entry.key;
        if (name.starts_with("x-")) return;
        if ((name == "$id" || name == "id") && &node == &root_) return;
        const auto* form = formOf(name);
        if (!form || (form->since7 && draft_ == Draft::four) ||
            (name == "$schema" && &node != &root_))
            return refuse(entry);
        if (form->form == Form::value || form->form == Form::names) {
            if (bound(node, entry, out)) return;
            checkForm(name, entry.value, faults_);
            if (faults_.empty())
                out.set(form->form == Form::names ? name : ownName(name), entry.value.value());
        } else if (form->form != Form::forReaders) {
            out.set(name, below(*form, entry.value));
        }
    }

    // In draft 4 a bound is exclusive where a boolean beside it says so.
    bool bound(const Node& node, const manifest::Entry& entry, Object& out) {
        if (draft_ != Draft::four || !entry.key.ends_with("imum")) return false;
        const bool exclusive = entry.key.starts_with("exclusive");
        const std::string other =
            exclusive ? (entry.key == "exclusiveMinimum" ? "minimum" : "maximum")
                      : (entry.key == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum");
        const Node* beside = node.find(other);
        if (exclusive) {
            if (!entry.value.scalar.boolean())
                manifest::wrongKind(entry.value, "true or false (this is draft 4)", faults_);
            else if (!beside)
                faults_.add(entry.value, "\"" + entry.key + "\" needs \"" + other + "\" beside it");
            return true;
        }
        if (!beside || !beside->scalar.boolean() || !*beside->scalar.boolean()) return false;
        checkForm(entry.key, entry.value, faults_);
        out.set(ownName(other), entry.value.scalar);
        return true;
    }

    Value below(const KeywordForm& form, const Node& node) {
        switch (form.form) {
            case Form::schemas:
                return list(node);
            case Form::namedSchemas:
            case Form::dependencies:
                return named(form, node);
            case Form::items:
                return node.kind == Node::Kind::list ? list(node) : schema(node);
            case Form::reference:
                return node.value();
            default:
                return schema(node, form.name.starts_with("additional"));
        }
    }

    Value list(const Node& node) {
        Array out;
        if (node.kind != Node::Kind::list)
            manifest::wrongKind(node, "an array of schemas", faults_);
        else if (node.items.empty())
            faults_.add(node, "wanted at least one schema, found none");
        for (const auto& item : node.items) out.push_back(schema(item));
        return out;
    }

    Value named(const KeywordForm& form, const Node& node) {
        Object out;
        if (node.kind != Node::Kind::map)
            manifest::wrongKind(node, "an object of schemas, each by its name", faults_);
        for (const auto& entry : node.entries) {
            if (form.name == "patternProperties") checkNamePattern(entry);
            if (form.form == Form::dependencies && entry.value.kind == Node::Kind::list) {
                checkForm("required", entry.value, faults_);
                out.set(entry.key, entry.value.value());
            } else {
                out.set(entry.key, schema(entry.value));
            }
        }
        return out;
    }

    void checkNamePattern(const manifest::Entry& entry) {
        const auto read = Pattern::read(entry.key);
        if (const auto* problem = std::get_if<std::string>(&read))
            faults_.add(entry.place, entry.value.pointer,
                        "the name is no regular expression: " + *problem);
    }

    void refuse(const manifest::Entry& entry) {
        const bool four = draft_ == Draft::four;
        std::string text = "\"" + entry.key + "\" is no keyword of JSON Schema draft ";
        text += four ? "4" : "7";
        if (isNewer(entry.key)) {
            text += ", but of a newer one; Tenon reads drafts 7 and 4";
        } else if (entry.key == "$id" || entry.key == "id") {
            text = "\"" + entry.key + "\" may only stand at the root of a schema";
        } else if (formOf(entry.key)) {
            text = entry.key == "$schema" ? "\"$schema\" may only stand at the root of a schema"
                                          : text + ", but of draft 7";
        } else {
            text += text::didYouMean(entry.key, keywordNames());
        }
        faults_.add(entry.place, entry.value.pointer, text);
    }

    const Node& root_;
    Faults& faults_;
    const Draft draft_;
    std::vector<const Node*> schemas_;
};

}  // namespace

Value readSchema(const Node& root, Faults& faults) {
    Faults found;
    Reader reader(root, found);
    Value out = reader.schema(root);
    reader.references();
    for (const auto& fault : found.all()) faults.add(fault.place, fault.pointer, fault.text);
    return out;
}

}  // namespace tenon::schema
