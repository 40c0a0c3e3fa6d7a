// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>

#include "expr/path.h"
#include "tenon/json.h"

namespace tenon::expr {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
constexpr std::string_view kDigits = "0123456789";
constexpr int kDeepest = 50;

}  // namespace

// Every function gives nothing where the text leaves the part of jq that is ours.
class PathParser {
  public:
    explicit PathParser(std::string_view text) : rest_(text) {}

    std::optional<Path> whole() {
        auto path = alternative();
        blanks();
        return path && rest_.empty() ? path : std::nullopt;
    }

  private:
    std::optional<Path> alternative() {
        if (++depth_ > kDeepest) return std::nullopt;
        Path::Alternative out;
        do {
            auto choice = primary();
            if (!choice) return std::nullopt;
            out.choices.push_back(std::move(*choice));
            blanks();
        } while (take("//"));
        --depth_;
        if (out.choices.size() == 1) return std::move(out.choices.front());
        return path(std::move(out));
    }

    std::optional<Path> primary() {
        blanks();
        if (rest_.empty()) return std::nullopt;
        if (rest_[0] == '.' || rest_[0] == '$') return walk();
        if (rest_[0] == '"') return text();
        if (take("[")) return empty("]", Array());
        if (take("{")) return empty("}", Object());
        if (kDigits.find(rest_[0]) != kDigits.npos || rest_[0] == '-') return number();
        const auto word = identifier();
        if (word == "true") return path(Path::Literal{Value(true)});
        if (word == "false") return path(Path::Literal{Value(false)});
        if (word == "null") return path(Path::Literal{Value()});
        return std::nullopt;
    }

    std::optional<Path> walk() {
        Path::Walk out;
        if (take("$")) {
            const auto name = identifier();
            if (name.empty() || name == "__loc__") return std::nullopt;
            out.variable = name;
        } else {
            take(".");
            if (!rest_.empty() && (rest_[0] == '"' || kLetters.find(rest_[0]) != kLetters.npos)) {
                if (!name(out)) return std::nullopt;
            } else if (!rest_.empty() && rest_[0] == '.') {
                return std::nullopt;  // `..`
            }
        }
        while (true) {
            if (take("[")) {
                if (!index(out)) return std::nullopt;
            } else if (rest_.starts_with('.')) {
                rest_.remove_prefix(1);
                if (take("[") ? !index(out) : !name(out)) return std::nullopt;
            } else {
                return path(std::move(out));
            }
        }
    }

    bool name(Path::Walk& out) {
        if (rest_.starts_with('"')) return quotedName(out);
        const auto word = identifier();
        if (word.empty()) return false;
        out.parts.emplace_back(std::string(word));
        return true;
    }

    bool quotedName(Path::Walk& out) {
        const auto key = text();
        const auto* literal = key ? std::get_if<Path::Literal>(&key->form_) : nullptr;
        if (!literal) return false;
        out.parts.emplace_back(*literal->value.string());
        return true;
    }

    bool index(Path::Walk& out) {
        blanks();
        if (rest_.starts_with('"')) {
            if (!quotedName(out)) return false;
        } else {
            std::int64_t i = 0;
            const auto parsed = std::from_chars(rest_.data(), rest_.data() + rest_.size(), i);
            if (parsed.ec != std::errc()) return false;
            rest_.remove_prefix(static_cast<std::size_t>(parsed.ptr - rest_.data()));
            out.parts.emplace_back(i);
        }
        blanks();
        return take("]");
    }

    // A quoted text; a literal if nothing is put into it.
    std::optional<Path> text() {
        Path::Text out;
        std::string raw;  // as in JSON, between quotes
        const auto flush = [&] {
            const auto read = json::read("\"" + raw + "\"");
            if (!read) return false;
            if (!raw.empty() || out.pieces.empty())
                out.pieces.push_back(*path(Path::Literal{read.value()}));
            raw.clear();
            return true;
        };
        for (rest_.remove_prefix(1); !rest_.empty();) {
            if (take("\"")) {
                if (!flush()) return std::nullopt;
                if (out.pieces.size() == 1) return std::move(out.pieces.front());
                return path(std::move(out));
            }
            if (take("\\(")) {
                if (!flush()) return std::nullopt;
                auto inner = alternative();
                blanks();
                if (!inner || !take(")")) return std::nullopt;
                out.pieces.push_back(std::move(*inner));
                continue;
            }
            const std::size_t n = rest_[0] == '\\' && rest_.size() > 1 ? 2 : 1;
            raw += rest_.substr(0, n);
            rest_.remove_prefix(n);
        }
        return std::nullopt;
    }

    // An array or object with nothing in it, the bracket already taken.
    std::optional<Path> empty(std::string_view close, Value value) {
        blanks();
        if (!take(close)) return std::nullopt;
        return path(Path::Literal{std::move(value)});
    }

    std::optional<Path> number() {
        const auto end = std::min(rest_.find_first_not_of("+-.0123456789eE"), rest_.size());
        const auto value = json::read(rest_.substr(0, end));
        if (!value || (value.value().real() && !std::isfinite(*value.value().real())))
            return std::nullopt;
        rest_.remove_prefix(end);
        return path(Path::Literal{value.value()});
    }

    template <class Form>
    static std::optional<Path> path(Form form) {
        Path out;
        out.form_ = std::move(form);
        return out;
    }
    std::string_view identifier() {
        if (rest_.empty() || kLetters.find(rest_[0]) == kLetters.npos) return {};
        const auto isPart = [](char c) {
            return kLetters.find(c) != kLetters.npos || kDigits.find(c) != kDigits.npos;
        };
        std::size_t n = 1;
        while (n < rest_.size() && isPart(rest_[n])) ++n;
        const auto word = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return word;
    }
    bool take(std::string_view token) {
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }
    void blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
    }

    std::string_view rest_;
    int depth_ = 0;
};

std::optional<Path> Path::parse(std::string_view text) { return PathParser(text).whole(); }

}  // namespace tenon::expr
