// SPDX-License-Identifier: Apache-2.0
#include "natives/json_text.h"

#include "natives/json_token.h"
#include "natives/text_values.h"
#include "values/number.h"
#include "values/order.h"

namespace tenon::expr {
namespace {

// Reads character by character, with a stack of its own, and counts lines and columns: what is
// wrong is said as the language always has.
class Reader {
  public:
    Reader(Machine& machine, const Value& origin)
        : machine_(machine), origin_(origin), text_(*textOf(origin)) {}

    bool read(Value& out) {
        std::size_t at = text_.starts_with("\xef\xbb\xbf") ? 3 : 0;
        for (; at < text_.size(); ++at) {
            if (at % 1024 == 0 && !machine_.spend(16)) return false;
            step(at);
            if (over_) return false;
            if (!wrong_.empty()) return fail(wrong_ + place(" at line "));
            if (open_.empty() && next_ && !finish()) return false;
        }
        if (quote_) return fail("Unfinished string" + place(" at EOF at line "));
        word(at);
        if (over_) return false;
        if (!wrong_.empty()) return fail(wrong_ + place(" at EOF at line "));
        if (!open_.empty()) return fail("Unfinished JSON term" + place(" at EOF at line "));
        if (next_ && !finish()) return false;
        if (!result_) return fail("Expected JSON value");
        out = std::move(*result_);
        return true;
    }

  private:
    struct Level {
        bool object = false;
        Array items;
        Object members;
        std::optional<std::string> name;  // whose value is read
    };

    void step(std::size_t at) {
        const char c = text_[at];
        ++column_;
        if (c == '\n') {
            ++line_;
            column_ = 0;
        }
        if (quote_) {
            if (escaped_) {
                escaped_ = false;
            } else if (c == '\\') {
                escaped_ = true;
            } else if (c == '"') {
                string(at);
            }
            return;
        }
        if (std::string_view(" \t\r\n[]{},:\"").find(c) == std::string_view::npos) {
            if (!word_) word_ = at;
            return;
        }
        word(at);
        if (over_ || !wrong_.empty()) return;
        if (open_.empty() && next_ && !finish()) {
            over_ = true;
            return;
        }
        if (c == '"') {
            quote_ = at + 1;
        } else if (c == '[' || c == '{') {
            open(c == '{');
        } else if (c == ':') {
            colon();
        } else if (c == ',') {
            comma();
        } else if (c == ']') {
            closeArray();
        } else if (c == '}') {
            closeObject();
        }
    }

    void value(Value value) {
        if (next_) {
            wrong_ = "Expected separator between values";
        } else {
            next_ = std::move(value);
        }
    }

    void word(std::size_t end) {
        if (!word_) return;
        const auto text = text_.substr(*word_, end - *word_);
        word_.reset();
        if (!pay(text.size())) return;
        if (auto read = wordOfJson(text, wrong_)) {
            if (origin_.secret() && read->isNumber())
                learnNumber(machine_, std::string(text), *read);
            value(std::move(*read));
        }
    }

    void string(std::size_t end) {
        const auto text = text_.substr(*quote_, end - *quote_);
        quote_.reset();
        if (!pay(text.size())) return;
        if (auto read = textOfJson(text, wrong_)) value(like(origin_, std::move(*read)));
    }

    bool pay(std::size_t bytes) {
        if (!machine_.spend(1 + bytes / 100) || !machine_.make(sizeof(Value) + bytes)) over_ = true;
        return !over_;
    }

    void open(bool object) {
        if (open_.size() >= kLongestPath) {
            wrong_ = "Exceeds depth limit for parsing";
        } else if (next_) {
            wrong_ = "Expected separator between values";
        } else if (pay(sizeof(Level))) {
            open_.emplace_back().object = object;
        }
    }

    void colon() {
        if (!next_) {
            wrong_ = "Expected string key before ':'";
        } else if (open_.empty() || !open_.back().object || open_.back().name) {
            wrong_ = "':' not as part of an object";
        } else if (!textOf(*next_)) {
            wrong_ = "Object keys must be strings";
        } else {
            open_.back().name = machine_.name(*next_);
            next_.reset();
        }
    }

    void comma() {
        if (!next_) {
            wrong_ = "Expected value before ','";
        } else if (!open_.back().object) {
            open_.back().items.push_back(take());
        } else if (open_.back().name) {
            setMember();
        } else {
            wrong_ = "Objects must consist of key:value pairs";
        }
    }

    void closeArray() {
        if (open_.empty() || open_.back().object) {
            wrong_ = "Unmatched ']'";
            return;
        }
        auto& items = open_.back().items;
        if (next_) {
            items.push_back(take());
        } else if (!items.empty()) {
            wrong_ = "Expected another array element";
            return;
        }
        next_ = std::move(items);
        open_.pop_back();
    }

    void closeObject() {
        if (open_.empty()) {
            wrong_ = "Unmatched '}'";
            return;
        }
        auto& level = open_.back();
        if (next_) {
            if (!level.name) {
                wrong_ = "Objects must consist of key:value pairs";
                return;
            }
            setMember();
        } else if (!level.object || level.name) {
            wrong_ = "Unmatched '}'";
            return;
        } else if (!level.members.empty()) {
            wrong_ = "Expected another key-value pair";
            return;
        }
        next_ = std::move(level.members);
        open_.pop_back();
    }

    Value take() {
        Value taken = std::move(*next_);
        next_.reset();
        return taken;
    }
    void setMember() {
        open_.back().members.set(std::move(*open_.back().name), take());
        open_.back().name.reset();
    }

    // A value that stands in no other is complete.
    bool finish() {
        if (result_) return fail("Unexpected extra JSON values");
        result_ = take();
        return true;
    }

    [[nodiscard]] std::string place(const char* before) const {
        return before + std::to_string(line_) + ", column " + std::to_string(column_);
    }
    bool fail(const std::string& what) {
        return machine_.fail(what + " (while parsing '" + bare(machine_, origin_) + "')");
    }

    Machine& machine_;
    const Value& origin_;
    std::string_view text_;
    std::vector<Level> open_;
    std::optional<Value> next_;                // read, and not yet where it belongs
    std::optional<Value> result_;              // the first of all, complete
    std::optional<std::size_t> word_, quote_;  // where they begin
    bool escaped_ = false;
    bool over_ = false;  // the machine has failed
    std::string wrong_;
    int line_ = 1, column_ = 0;
};

bool fromJson(Call& call) {
    if (!textOf(call.in))
        return call.machine.fail(call.machine.quoted(call.in) + " only strings can be parsed");
    return Reader(call.machine, call.in).read(call.out);
}

constexpr Native kJsonTextNatives[] = {{"fromjson", 0, fromJson}};

}  // namespace

Natives jsonTextNatives() { return kJsonTextNatives; }

}  // namespace tenon::expr
