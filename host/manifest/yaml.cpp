// SPDX-License-Identifier: Apache-2.0
#include "manifest/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "manifest/characters.h"
#include "manifest/columns.h"
#include "manifest/reading.h"
#include "manifest/scalar.h"
#include "manifest/verbatim.h"
#include "manifest/yaml_traps.h"
#include "manifest/yaml_words.h"
#include "tenon/fields.h"

namespace tenon::manifest {
namespace {

constexpr std::size_t kMostNodes = 100'000;
// yaml-cpp keeps all of a bracket until it ends, at some hundred times its size.
constexpr std::size_t kLargest = 4 * 1024 * 1024;

class Builder final : public YAML::EventHandler {
  public:
    // `text`: what the parser reads; its marks are bytes in it.
    Builder(std::string_view text, Faults& faults) : text_(text), columns_(text), faults_(faults) {}

    Node take() { return std::move(root_); }
    Place placeOf(const YAML::Mark& mark) {
        const int begin = std::max(0, mark.pos - mark.column);
        return {std::max(0, mark.line) + 1,
                columns_.at(static_cast<std::size_t>(begin), byteOf(mark))};
    }
    void checkLastQuote() {
        if (!closed(from(lastScalar_)))
            fail(placeOf(lastScalar_), "the quote that begins here is not closed");
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) return;
        fail(placeOf(mark), from(mark).starts_with("---")
                                ? "a second document begins here; wanted one in the file"
                                : std::string(kStray));
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (anchor != YAML::NullAnchor)
            fail(placeOf(mark),
                 "nothing stands behind this anchor; put a text that begins with & "
                 "in quotes");
        // The parser's place for nothing is that of what comes next.
        Node node;
        node.place = wantsValue() ? open_.back().keyPlace : placeOf(mark);
        add(std::move(node), anchor);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        lastScalar_ = mark;
        checkTag(mark, tag, "str");
        Node node;
        node.place = placeOf(mark);
        if (tag == "?" && cutByComment(from(mark), text))
            fail(node.place,
                 "\" #\" inside an unquoted expression; put quotes around the whole ${ … }");
        if (tag == "?" && !wantsKey()) {
            auto plain = plainScalar(text);
            // The text itself is not shown: it may be a secret.
            if (!plain)
                fail(node.place, "this number does not fit 64 bits; quote it to make it a string");
            node.scalar = std::move(*plain);
        } else {
            node.scalar = text;
        }
        if (node.text()) node.verbatim = verbatim(from(mark), node.place, *node.text());
        add(std::move(node), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) fail(placeOf(mark), "the anchor contains itself");
        count(found->second, placeOf(mark), open_.size());
        add(found->second, YAML::NullAnchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        checkTag(mark, tag, "seq");
        begin(Node::Kind::list, mark, anchor);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        checkTag(mark, tag, "map");
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
        std::set<std::string> keys{};  // so far
    };

    std::size_t byteOf(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(0, mark.pos)), text_.size());
    }
    std::string_view from(const YAML::Mark& mark) const { return text_.substr(byteOf(mark)); }
    bool wantsKey() const {
        return !open_.empty() && open_.back().node.kind == Node::Kind::map && !open_.back().hasKey;
    }
    bool wantsValue() const {
        return !open_.empty() && open_.back().node.kind == Node::Kind::map && open_.back().hasKey;
    }

    [[noreturn]] void fail(Place place, std::string text) {
        faults_.add(place, "", std::move(text));
        throw Stop{};
    }
    // The tag itself is not shown, it may be a secret that begins with "!".
    void checkTag(const YAML::Mark& mark, const std::string& tag, const std::string& own) {
        if (tag.size() < 2) return;  // none, or the one that says "as it is quoted"
        if (tag != "tag:yaml.org,2002:" + own)
            fail(placeOf(mark), "a tag is not taken here; put a text that begins with ! in quotes");
    }
    void begin(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        Node node;
        node.kind = kind;
        node.place = placeOf(mark);
        checkDepth(node, node.place, open_.size());
        open_.push_back({std::move(node), anchor});
    }
    void end() {
        Open done = std::move(open_.back());
        open_.pop_back();
        add(std::move(done.node), done.anchor);
    }
    void checkDepth(const Node& node, Place place, std::size_t depth) {
        if (depth >= kDeepest && node.kind != Node::Kind::scalar)
            fail(place, "nested more than 100 deep");
    }
    void count(const Node& node, Place place, std::size_t depth) {
        if (++nodes_ > kMostNodes) fail(place, "the anchors expand to more than 100,000 nodes");
        checkDepth(node, place, depth);
        for (const auto& item : node.items) count(item, place, depth + 1);
        for (const auto& entry : node.entries) count(entry.value, place, depth + 1);
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
            addKey(top, node);
        } else {
            top.node.entries.push_back({std::move(top.key), top.keyPlace, std::move(node)});
            top.hasKey = false;
        }
    }
    void addKey(Open& top, const Node& node) {
        if (!node.text())
            fail(node.place, std::string("a key is ") + node.describe() + "; wanted a string");
        if (*node.text() == "<<")
            fail(node.place, "\"<<\" is not part of YAML 1.2; write the keys out");
        if (!top.keys.insert(*node.text()).second)
            fail(node.place, "the key \"" + *node.text() + "\" stands twice here");
        top.key = *node.text();
        top.keyPlace = node.place;
        top.hasKey = true;
    }

    std::string_view text_;
    Columns columns_;
    Faults& faults_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, Node> anchors_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
    YAML::Mark lastScalar_;
    Node root_;
};

void setPointers(Node& node, const std::string& pointer) {
    node.pointer = pointer;
    for (std::size_t i = 0; i < node.items.size(); ++i)
        setPointers(node.items[i], pointer + "/" + std::to_string(i));
    for (auto& entry : node.entries)
        setPointers(entry.value, pointer + fields::pointerPart(entry.key));
}

std::string_view lineOf(std::string_view text, const YAML::Mark& mark) {
    const int begin = std::max(0, mark.pos - mark.column);
    text.remove_prefix(std::min(static_cast<std::size_t>(begin), text.size()));
    return text.substr(0, text.find('\n'));
}

}  // namespace

std::optional<Node> readYaml(std::string_view file, Faults& faults) {
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (file.starts_with(byteOrderMark)) file.remove_prefix(byteOrderMark.size());
    if (file.size() > kLargest) {
        faults.add(Place{}, "", "more than 4 MB of YAML; write it as JSON");
        return std::nullopt;
    }
    if (auto fault = notText(file)) {
        faults.add(fault->place, "", std::move(fault->text));
        return std::nullopt;
    }
    const std::string text = withoutPairs(file);
    std::istringstream in(text);
    Builder builder(text, faults);
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) {
            faults.add(Place{}, "", "the file is empty");
            return std::nullopt;
        }
        parser.HandleNextDocument(builder);  // there is none, or the builder refuses it
        builder.checkLastQuote();
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& e) {
        faults.add(builder.placeOf(e.mark), "", explain(e.msg, lineOf(text, e.mark)));
        return std::nullopt;
    }
    Node root = builder.take();
    setPointers(root, "");
    return root;
}

}  // namespace tenon::manifest
