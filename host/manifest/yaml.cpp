// SPDX-License-Identifier: Apache-2.0
#include "manifest/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

#include "manifest/scalar.h"
#include "tenon/fields.h"

namespace tenon::manifest {
namespace {

constexpr std::size_t kMostNodes = 100'000;
constexpr std::size_t kDeepest = 100;

// Stops the parser; carries nothing, the fault is already noted.
struct Stop {};

class Builder final : public YAML::EventHandler {
  public:
    explicit Builder(Faults& faults) : faults_(faults) {}

    Node take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        OnScalar(mark, "?", anchor, "");
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        Node node;
        node.place = placeOf(mark);
        const bool isKey =
            !open_.empty() && open_.back().node.kind == Node::Kind::map && !open_.back().hasKey;
        if (tag == "?" && !isKey) {
            auto plain = plainScalar(text);
            if (!plain)
                fail(node.place,
                     "the integer " + text + " does not fit 64 bits; quote it to make it a text");
            node.scalar = std::move(*plain);
        } else {
            node.scalar = text;
        }
        add(std::move(node), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) fail(placeOf(mark), "the anchor contains itself");
        count(found->second, placeOf(mark));
        add(found->second, YAML::NullAnchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        begin(Node::Kind::list, mark, anchor);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        begin(Node::Kind::map, mark, anchor);
    }
    void OnMapEnd() override { end(); }

  private:
    struct Open {
        Node node;
        YAML::anchor_t anchor;
        bool hasKey = false;
        std::string key{};
        Place keyPlace{};
    };

    static Place placeOf(const YAML::Mark& mark) { return {mark.line + 1, mark.column + 1}; }

    [[noreturn]] void fail(Place place, std::string text) {
        faults_.add(place, "", std::move(text));
        throw Stop{};
    }
    void begin(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        Node node;
        node.kind = kind;
        node.place = placeOf(mark);
        if (open_.size() >= kDeepest) fail(node.place, "nested more than 100 deep");
        open_.push_back({std::move(node), anchor});
    }
    void end() {
        Open done = std::move(open_.back());
        open_.pop_back();
        add(std::move(done.node), done.anchor);
    }
    void count(const Node& node, Place place) {
        if (++nodes_ > kMostNodes) fail(place, "the anchors expand to more than 100,000 nodes");
        for (const auto& item : node.items) count(item, place);
        for (const auto& entry : node.entries) count(entry.value, place);
    }
    void add(Node node, YAML::anchor_t anchor) {
        if (++nodes_ > kMostNodes) fail(node.place, "more than 100,000 nodes");
        if (anchor != YAML::NullAnchor) anchors_[anchor] = node;
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& top = open_.back();
        if (top.node.kind == Node::Kind::list) {
            top.node.items.push_back(std::move(node));
        } else if (!top.hasKey) {
            if (!node.text())
                fail(node.place, std::string("a key is ") + node.describe() + "; wanted a text");
            if (top.node.find(*node.text()))
                fail(node.place, "the key \"" + *node.text() + "\" stands twice here");
            top.key = *node.text();
            top.keyPlace = node.place;
            top.hasKey = true;
        } else {
            top.node.entries.push_back({std::move(top.key), top.keyPlace, std::move(node)});
            top.hasKey = false;
        }
    }

    Faults& faults_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, Node> anchors_;
    std::size_t nodes_ = 0;
    Node root_;
};

void setPointers(Node& node, const std::string& pointer) {
    node.pointer = pointer;
    for (std::size_t i = 0; i < node.items.size(); ++i)
        setPointers(node.items[i], pointer + "/" + std::to_string(i));
    for (auto& entry : node.entries)
        setPointers(entry.value, pointer + fields::pointerPart(entry.key));
}

// yaml-cpp's words for the traps that people step into, in ours.
std::string explain(const std::string& message, std::string_view line) {
    if (message.find("illegal map value") != message.npos && line.find("${") != line.npos)
        return "\": \" inside an unquoted expression; put quotes around the whole ${ … }";
    if (line.find('\t') != line.npos && line.find_first_not_of(" \t") > line.find('\t'))
        return "a tab in the indentation; YAML takes blanks only";
    return "not YAML: " + message;
}

std::string_view lineAt(std::string_view text, int line) {
    for (; line > 0 && !text.empty(); --line)
        text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
    return text.substr(0, text.find('\n'));
}

}  // namespace

std::optional<Node> readYaml(std::string_view text, Faults& faults) {
    std::istringstream in{std::string(text)};
    Builder builder(faults);
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) {
            faults.add(Place{}, "", "the file is empty; wanted a workflow");
            return std::nullopt;
        }
        Faults ignored;
        Builder second(ignored);
        if (parser.HandleNextDocument(second)) {
            faults.add(Place{}, "", "the file holds more than one YAML document; wanted one");
            return std::nullopt;
        }
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& e) {
        faults.add({e.mark.line + 1, e.mark.column + 1}, "",
                   explain(e.msg, lineAt(text, e.mark.line)));
        return std::nullopt;
    }
    Node root = builder.take();
    setPointers(root, "");
    return root;
}

}  // namespace tenon::manifest
