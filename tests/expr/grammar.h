// SPDX-License-Identifier: Apache-2.0
// Expressions by chance: of a kind that fits where they stand, so that most of them have a result.
#pragma once

#include <functional>
#include <initializer_list>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace support {

// What jq 1.6 does in a way of its own is left out: later errors that `?` catches, an update
// without a result, `as` of more than a term, limit(0), fractions as places, an `if` without
// `else`.
class Grammar {
  public:
    explicit Grammar(unsigned seed) : random_(seed) {}

    std::string program();
    std::string data();

  private:
    enum class Kind { number, text, list, object, any };
    using Make = std::function<std::string()>;

    // With one result, or an error; grammar.cpp, grammar_lists.cpp.
    std::string number(int depth);
    std::string text(int depth);
    std::string truth(int depth);
    std::string list(int depth);
    std::string object(int depth);
    std::string any(int depth);
    // With any number of results.
    std::string several(int depth);
    // grammar_paths.cpp: `object` or `list` with something changed; where in the data; what of it.
    std::string updated(int depth);
    std::string place(int depth);
    std::string change(int depth);

    std::string numbers(int depth);
    std::string records();
    std::string pattern(int depth);
    std::string of(Kind kind, int depth);
    std::string choice(int depth, Kind kind);
    // What is made with `.` of that kind, or with a variable of it.
    std::string inside(Kind kind, const Make& make);
    std::string bound(Kind kind, int depth, const Make& make);
    std::string named(Kind kind);  // a variable or `.`; empty where there is none

    std::size_t below(std::size_t bound) { return random_() % bound; }
    std::string one(std::initializer_list<const char*> choices) {
        return choices.begin()[below(choices.size())];
    }
    std::string made(std::initializer_list<Make> choices) {
        return choices.begin()[below(choices.size())]();
    }

    std::mt19937 random_;  // the same numbers on every platform
    Kind dot_ = Kind::any;
    std::vector<std::pair<std::string, Kind>> variables_;
};

}  // namespace support
