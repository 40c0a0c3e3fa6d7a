// SPDX-License-Identifier: Apache-2.0
#include "expr/members_read.h"

#include "expr/expression.h"
#include "expr/syntax/parser.h"

namespace tenon::expr {
namespace {

using syntax::Term;
using Kind = Term::Kind;

// What a term gives, as far as it can be seen.
enum class What { own, input, workflow, other };

class Judge {
  public:
    // `dot`: what `.` is where the term stands.
    What judge(const Term& term, What dot) {
        switch (term.kind) {
            case Kind::identity:
                return dot;
            case Kind::variable:
                return term.name == "input"      ? What::input
                       : term.name == "workflow" ? What::workflow
                                                 : What::other;
            case Kind::index:
                return index(term, dot);
            case Kind::iterate:
            case Kind::slice:
                note(judge(*term.parts[0], dot), nullptr);
                rest(term, 1, dot);
                return What::other;
            case Kind::optional:
                return judge(*term.parts[0], dot);
            case Kind::pipe:
                return judge(*term.parts[1], judge(*term.parts[0], dot));
            case Kind::bind:
                judge(*term.parts[0], dot);
                return judge(*term.parts[1], dot);
            case Kind::label:
                return judge(*term.parts[0], dot);
            case Kind::define:  // what `.` is in a function is another question
                judge(*term.function->body, What::other);
                return judge(*term.parts[0], dot);
            case Kind::attempt:
                if (term.parts.size() > 1) judge(*term.parts[1], What::other);
                return judge(*term.parts[0], dot);
            case Kind::choice:
                return choice(term, dot);
            case Kind::reduce:
            case Kind::foreach:
                judge(*term.parts[0], dot);
                judge(*term.parts[1], dot);
                rest(term, 2, What::other);
                return What::other;
            case Kind::object:
                for (std::size_t i = 0; i < term.parts.size(); i += 2)
                    if (!term.parts[i + 1]) note(dot, nullptr);  // {name} is {name: .name}
                break;
            case Kind::call:
                if (term.name == "has" || term.name == "getpath") note(dot, nullptr);
                break;
            default:
                break;
        }
        rest(term, 0, dot);
        return What::other;
    }
    [[nodiscard]] const MembersRead& read() const { return read_; }

  private:
    void rest(const Term& term, std::size_t from, What dot) {
        for (std::size_t i = from; i < term.parts.size(); ++i)
            if (term.parts[i]) judge(*term.parts[i], dot);
    }
    What index(const Term& term, What dot) {
        const Term& key = *term.parts[1];
        const auto* name = key.kind == Kind::literal ? key.value.string() : nullptr;
        note(judge(*term.parts[0], dot), name);
        judge(key, dot);
        return What::other;
    }
    What choice(const Term& term, What dot) {
        judge(*term.parts[0], dot);
        const What then = judge(*term.parts[1], dot);
        const What otherwise = term.parts.size() > 2 ? judge(*term.parts[2], dot) : dot;
        return then == otherwise ? then : What::other;
    }
    // A member of it is read.
    void note(What what, const std::string* name) {
        if (what == What::own) read_.dot = true;
        if (what == What::input) read_.input = true;
        if (what == What::workflow && name && *name == "input") read_.workflowInput = true;
    }

    MembersRead read_;
};

}  // namespace

MembersRead membersRead(std::string_view text) {
    Judge judge;
    try {
        judge.judge(*syntax::parse(unwrapped(text).value_or(text)), What::own);
    } catch (const syntax::SyntaxError&) {
        // Whoever compiles it says so.
    }
    return judge.read();
}

}  // namespace tenon::expr
