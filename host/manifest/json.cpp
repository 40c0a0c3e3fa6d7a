// SPDX-License-Identifier: Apache-2.0
// What a value is says tenon/json.h; where it stands is found here.
#include "manifest/json.h"

#include <unordered_set>

#include "manifest/characters.h"
#include "manifest/columns.h"
#include "manifest/reading.h"
#include "manifest/scalar.h"
#include "manifest/verbatim.h"
#include "manifest/yaml.h"
#include "tenon/fields.h"
#include "tenon/json.h"

namespace tenon::manifest {
namespace {

constexpr std::size_t kLargestFlow = 1024 * 1024;  // of YAML that begins with a bracket
constexpr std::string_view kBlanks = " \t\r\n";

// At least as many as there are, and not many more.
std::size_t valuesIn(std::string_view text) {
    std::size_t count = 1;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '[' || c == '{'))
            ++count;
    }
    return count;
}

class JsonReader {
  public:
    JsonReader(std::string_view text, Faults& faults)
        : text_(text), columns_(text), faults_(faults) {}

    Node whole() {
        Node root = value("", 0);
        blanks();
        if (at_ < text_.size()) fail("wanted the end of the file, found " + found());
        return root;
    }

  private:
    Node value(const std::string& pointer, std::size_t depth) {
        blanks();
        Node node;
        node.place = here();
        node.pointer = pointer;
        const char c = at_ < text_.size() ? text_[at_] : '\0';
        if ((c == '{' || c == '[') && depth == kDeepest) fail("nested more than 100 deep");
        if (c == '{') {
            node.kind = Node::Kind::map;
            members(node, depth);
        } else if (c == '[') {
            node.kind = Node::Kind::list;
            items(node, depth);
        } else {
            const auto written = text_.substr(at_);
            node.scalar = scalar();
            if (node.text()) node.verbatim = verbatim(written, node.place, *node.text());
        }
        return node;
    }

    void members(Node& node, std::size_t depth) {
        std::unordered_set<std::string> known;
        ++at_;
        if (closes('}')) return;
        do {
            blanks();
            const Place place = here();
            if (at_ == text_.size() || text_[at_] != '"')
                fail("wanted a key in double quotes, found " + found());
            const Value key = scalar();
            if (!known.insert(*key.string()).second)
                fail("the key \"" + *key.string() + "\" stands twice here", place);
            blanks();
            if (at_ == text_.size() || text_[at_] != ':')
                fail("wanted a : after the key, found " + found());
            ++at_;
            node.entries.push_back(
                {*key.string(), place,
                 value(node.pointer + fields::pointerPart(*key.string()), depth + 1)});
        } while (goesOn('}'));
    }

    void items(Node& node, std::size_t depth) {
        ++at_;
        if (closes(']')) return;
        do {
            node.items.push_back(
                value(node.pointer + "/" + std::to_string(node.items.size()), depth + 1));
        } while (goesOn(']'));
    }

    bool closes(char bracket) {
        blanks();
        if (at_ == text_.size() || text_[at_] != bracket) return false;
        ++at_;
        return true;
    }
    bool goesOn(char bracket) {
        if (closes(bracket)) return false;
        if (at_ == text_.size() || text_[at_] != ',')
            fail(std::string("wanted , or ") + bracket + ", found " + found());
        ++at_;
        return true;
    }

    Value scalar() {
        const auto begin = at_;
        if (at_ < text_.size() && text_[at_] == '"') {
            for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
                if (text_[at_] == '\\') ++at_;
            if (at_ >= text_.size()) {
                at_ = begin;
                fail("the quote that begins here is not closed");
            }
            ++at_;
        } else {
            at_ = std::min(text_.find_first_of(" \t\r\n,:[]{}\"", at_), text_.size());
        }
        const auto token = text_.substr(begin, at_ - begin);
        if (token.starts_with('"') && token.find_first_of("\\\n\r\t") == token.npos)
            return Value(token.substr(1, token.size() - 2));
        auto read = json::read(token);
        if (token.empty() || !read) {
            at_ = begin;
            if (!plainScalar(std::string(token)))
                fail("this number does not fit 64 bits; quote it to make it a string");
            fail("wanted a value (a text stands in double quotes), found " + found());
        }
        return std::move(read).value();
    }

    // Never a text of the file: it may be a secret.
    [[nodiscard]] std::string found() const {
        if (at_ == text_.size()) return "the end of the file";
        const char c = text_[at_];
        if (std::string_view("{}[]:,\"'#").find(c) != std::string_view::npos)
            return std::string(1, c);
        return "something else";
    }
    [[noreturn]] void fail(const std::string& text) { fail(text, here()); }
    [[noreturn]] void fail(const std::string& text, Place place) {
        faults_.add(place, "", text);
        throw Stop{};
    }
    Place here() { return {line_, columns_.at(lineBegin_, at_)}; }
    void blanks() {
        for (; at_ < text_.size() && kBlanks.find(text_[at_]) != kBlanks.npos; ++at_)
            if (text_[at_] == '\n') {
                ++line_;
                lineBegin_ = at_ + 1;
            }
    }

    std::string_view text_;
    Columns columns_;
    Faults& faults_;
    std::size_t at_ = 0, lineBegin_ = 0;
    int line_ = 1;
};

std::string_view withoutMark(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    return text;
}

}  // namespace

std::optional<Node> readJson(std::string_view file, Faults& faults, std::size_t most) {
    const auto text = withoutMark(file);
    if (valuesIn(text) > most) {
        faults.add(Place{}, "",
                   most == kMostValues ? "more than 100,000 values" : "more than 1,000,000 values");
        return std::nullopt;
    }
    if (auto fault = notText(text)) {
        faults.add(fault->place, "", std::move(fault->text));
        return std::nullopt;
    }
    if (text.find_first_not_of(kBlanks) == text.npos) {
        faults.add(Place{}, "", "the file is empty");
        return std::nullopt;
    }
    try {
        return JsonReader(text, faults).whole();
    } catch (const Stop&) {
        return std::nullopt;
    }
}

std::optional<Node> readAny(std::string_view file, bool json, Faults& faults, std::size_t most) {
    const auto text = withoutMark(file);
    if (json) return readJson(text, faults, most);
    const auto first = text.find_first_not_of(kBlanks);
    if (first == text.npos || (text[first] != '{' && text[first] != '['))
        return readYaml(text, faults);
    Faults asJson;
    auto node = readJson(text, asJson, most);
    if (node) return node;
    if (text.size() <= kLargestFlow) return readYaml(text, faults);
    for (const auto& fault : asJson.all()) faults.add(fault.place, fault.pointer, fault.text);
    return std::nullopt;
}

}  // namespace tenon::manifest
