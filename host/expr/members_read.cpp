// SPDX-License-Identifier: Apache-2.0
#include "expr/members_read.h"

#include <cctype>
#include <string>
#include <vector>

#include "expr/jq_lexer.h"

namespace tenon::expr {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool inWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
bool beginsWord(char c) { return inWord(c) && !std::isdigit(static_cast<unsigned char>(c)); }
bool oneOf(char c, std::string_view all) { return all.find(c) != all.npos; }

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(kBlanks);
    return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

class Judge {
  public:
    explicit Judge(std::string_view text) : text_(text) {}

    MembersRead judge() {
        scan(text_, [&](char c, std::size_t at) { see(c, at); });
        return read_;
    }

  private:
    enum class Dot { own, input, workflow, other };
    // What is between two brackets.
    struct Level {
        char open;
        Dot first;          // what `.` is where it begins, and after each `;`
        Dot dot;            // what it is now
        std::size_t begin;  // of what stands before the next `|`
    };

    void see(char c, std::size_t at) {
        // scan() says nothing of the \( inside a text.
        if (at >= 2 && text_[at - 1] == '(' && text_[at - 2] == '\\' && last_ + 1 != at)
            open('(', at - 1, levels_.back().dot);
        last_ = at;
        const char before = at == 0 ? ' ' : text_[at - 1];
        if (oneOf(c, "([{")) return open(c, at, folds(c, at) ? Dot::other : levels_.back().dot);
        if (oneOf(c, ")]}") && levels_.size() > 1) levels_.pop_back();
        Level& level = levels_.back();
        if (c == ';' || (c == ',' && level.open == '{')) {
            level.dot = level.first;
            level.begin = at + 1;
        }
        if (c == '|') return pipe(level, at);
        if (c == '.' && !inWord(before) && !oneOf(before, ")]}\".?")) member(level.dot, at + 1);
        if (c == '$') variable(at + 1);
        if (beginsWord(c) && !inWord(before) && !oneOf(before, ".$@")) word(level, at);
    }

    void open(char c, std::size_t at, Dot dot) { levels_.push_back({c, dot, dot, at + 1}); }

    // The brackets of `reduce … as $x (…)` and `foreach` hold what has been gathered.
    [[nodiscard]] bool folds(char c, std::size_t at) const {
        if (c != '(' || !folding_) return false;
        const auto before = trimmed(text_.substr(0, at));
        auto begin = before.size();
        while (begin > 0 && inWord(before[begin - 1])) --begin;
        return before.ends_with(']') || before.ends_with('}') ||
               (begin > 0 && before[begin - 1] == '$');
    }

    void pipe(Level& level, std::size_t at) {
        const auto left = trimmed(text_.substr(level.begin, at - level.begin));
        level.begin = at + 1;
        if (binding_) {
            binding_ = false;  // … as $x | sees what was seen before it
        } else if (left == "$input") {
            level.dot = Dot::input;
        } else if (left == "$workflow") {
            level.dot = Dot::workflow;
        } else if (left != ".") {
            level.dot = Dot::other;
        }
    }

    void member(Dot dot, std::size_t at) {
        const char next = at < text_.size() ? text_[at] : ' ';
        if (!beginsWord(next) && next != '[' && next != '"') return;
        note(dot, at);
    }

    void note(Dot dot, std::size_t at) {
        if (dot == Dot::own) read_.dot = true;
        if (dot == Dot::input) read_.input = true;
        if (dot == Dot::workflow && isInput(at)) read_.workflowInput = true;
    }

    // Does `input`, `["input"]` or `"input"` stand there?
    [[nodiscard]] bool isInput(std::size_t at) const {
        const auto rest = text_.substr(at);
        return rest.starts_with("\"input\"") || rest.starts_with("[\"input\"") ||
               (rest.starts_with("input") && (rest.size() == 5 || !inWord(rest[5])));
    }

    void variable(std::size_t at) {
        const auto name = wordAt(at);
        const auto rest = text_.substr(at + name.size());
        if (name == "input" && rest.size() > 1 && oneOf(rest[0], ".["))
            read_.input = true;
        else if (name == "workflow" && !rest.empty() && oneOf(rest[0], ".["))
            note(Dot::workflow, at + name.size() + (rest[0] == '.' ? 1 : 0));
    }

    void word(Level& level, std::size_t at) {
        const auto name = wordAt(at);
        const auto rest = trimmed(text_.substr(at + name.size()));
        const auto before = trimmed(text_.substr(0, at));
        if (name == "as") binding_ = true;
        if (name == "reduce" || name == "foreach") folding_ = true;
        // What `.` is in a function, and after `catch`, is another question.
        if (name == "def" || name == "catch") level.dot = level.first = Dot::other;
        if ((name == "has" || name == "getpath") && rest.starts_with('(')) note(level.dot, at);
        // {name} is {name: .name}.
        if (level.open == '{' && (before.ends_with('{') || before.ends_with(',')) &&
            (rest.starts_with('}') || rest.starts_with(',')))
            note(level.dot, at);
    }

    [[nodiscard]] std::string_view wordAt(std::size_t at) const {
        auto end = at;
        while (end < text_.size() && inWord(text_[end])) ++end;
        return text_.substr(at, end - at);
    }

    const std::string_view text_;
    std::vector<Level> levels_{{' ', Dot::own, Dot::own, 0}};
    std::size_t last_ = 0;
    bool binding_ = false, folding_ = false;
    MembersRead read_;
};

}  // namespace

MembersRead membersRead(std::string_view text) { return Judge(text).judge(); }

}  // namespace tenon::expr
