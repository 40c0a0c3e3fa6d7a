// SPDX-License-Identifier: Apache-2.0
#include "expr/jq.h"

extern "C" {
#include <jq.h>
}

#include <algorithm>
#include <array>
#include <set>

#include "expr/jq_guard.h"
#include "expr/jq_lexer.h"
#include "expr/jv.h"
#include "expr/shadows.h"

namespace tenon::expr {
namespace {

// jq's parser takes some thousand in one program.
constexpr std::size_t kTogether = 100;

Error failed(std::string what) {
    return makeError(ErrorKind::expression, "expression", std::move(what));
}

// "jq: error: WHAT at <top-level>, line 1:\nSOURCE" → "WHAT"
std::string essence(std::string message) {
    for (const std::string_view prefix : {"jq: ", "error: "})
        if (message.starts_with(prefix)) message.erase(0, prefix.size());
    message.resize(std::min({message.size(), message.find(" at <top-level>"), message.find('\n')}));
    // The last ) is ours; what is read there is the expression's end.
    constexpr std::string_view bracket = "unexpected ')'";
    if (const auto at = message.find(bracket); at != message.npos)
        message.insert(at + bracket.size(), " or end");
    if (const auto tail = message.find(" (Unix shell quoting"); tail != message.npos)
        message.resize(tail);
    return message;
}

// __one is the first result: nothing of the expression is left unfinished, which libjq does not
// survive.
std::string alone(const std::string& text) { return "__one((" + text + "\n))"; }

// Halves the choice until one expression is left, so that many cost little more than one.
std::string choice(const std::vector<std::string>& texts, std::size_t begin, std::size_t end) {
    if (end - begin == 1) return alone(texts[begin]);
    const std::size_t middle = begin + (end - begin) / 2;
    return "(if $__number < " + std::to_string(middle) + " then " + choice(texts, begin, middle) +
           " else " + choice(texts, middle, end) + " end)";
}

// Those of the variables that stand in the text and are not bound there.
std::vector<std::string> free(const std::string& text, const std::vector<std::string>& variables) {
    std::vector<std::string> out;
    const auto all = mentioned(text);
    const std::set<std::string> read(all.begin(), all.end());
    const auto own = bound(text);
    for (const auto& name : variables)
        if (read.contains(name) && !own.contains(name)) out.push_back(name);
    return out;
}

// Can the expression make a value that is far deeper than its data?
bool digs(const std::string& text) {
    constexpr std::array<std::string_view, 9> words{
        "def", "foreach", "range", "recurse", "reduce", "repeat", "setpath", "until", "while"};
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != text.npos; });
}

}  // namespace

struct JqProgram::Machine {
    jq_state* state = jq_init();
    std::string source;
    std::string error;  // the first since it was last cleared
    bool broken = false;

    explicit Machine(std::string program) : source(std::move(program)) {
        jq_set_error_cb(
            state,
            [](void* self, jv message) {
                auto& text = static_cast<Machine*>(self)->error;
                if (text.empty()) text = jv_string_value(message);
                jv_free(message);
            },
            this);
    }
    // Of a broken one nothing can be freed.
    ~Machine() {
        if (!broken) jq_teardown(&state);
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    bool compile() {
        bool good = false;
        const auto gaveUp = guarded([&] { good = jq_compile(state, source.c_str()); });
        if (!gaveUp) return good;
        broken = true;
        error = *gaveUp;
        return false;
    }

    // Consumes `arguments`.
    Result<Value> run(jv arguments) {
        jv result = jv_null();
        const auto gaveUp = guarded([&] {
            jq_start(state, arguments, 0);
            result = jq_next(state);
        });
        if (gaveUp) {
            broken = true;
            return failed("jq gave up on this: " + *gaveUp + ".");
        }
        if (jv_is_valid(result)) return fromJv(result, kDeepestResult + 1);
        jv message = jv_invalid_get_msg(result);
        if (jv_get_kind(message) == JV_KIND_NULL || jv_get_kind(message) == JV_KIND_INVALID) {
            jv_free(message);
            return Value();
        }
        if (jv_get_kind(message) != JV_KIND_STRING) message = jv_dump_string(message, 0);
        auto error = failed(std::string(jv_string_value(message)) + ".");
        jv_free(message);
        return error;
    }
};

JqProgram::JqProgram() = default;
JqProgram::~JqProgram() = default;

std::size_t JqProgram::add(std::string text) {
    const auto [known, isNew] = numbers_.emplace(std::move(text), texts_.size());
    if (isNew) texts_.push_back(known->first);
    return known->second;
}

std::vector<JqFault> JqProgram::compile(std::vector<std::string> variables) {
    variables_ = std::move(variables);
    head_ = kShadows;
    head_ += ". as [$__number, $__dot";
    for (const auto& name : variables_) head_ += ", $" + name;
    head_ += "] | null as $ENV | $__dot | ";
    for (const auto& text : texts_) reads_.push_back(free(text, variables_));
    std::vector<JqFault> faults;
    for (std::size_t begin = 0; begin < texts_.size(); begin += kTogether)
        compileSome(begin, std::min(begin + kTogether, texts_.size()), faults);
    return faults;
}

void JqProgram::compileSome(std::size_t begin, std::size_t end, std::vector<JqFault>& faults) {
    const auto good = [](const std::string& text) { return refused(text).empty(); };
    const auto first = texts_.begin() + static_cast<std::ptrdiff_t>(begin);
    if (std::all_of(first, texts_.begin() + static_cast<std::ptrdiff_t>(end), good)) {
        const auto machine = std::make_shared<Machine>(head_ + choice(texts_, begin, end));
        if (machine->compile()) {
            machines_.resize(end, machine);
            return;
        }
    }
    // One by one: to say what is wrong with each, and because all may be good, but too much
    // together.
    for (std::size_t i = begin; i < end; ++i) {
        const auto& machine =
            machines_.emplace_back(std::make_shared<Machine>(head_ + alone(texts_[i])));
        if (auto why = refused(texts_[i]); !why.empty()) {
            faults.push_back({i, std::move(why)});
        } else if (!machine->compile()) {
            faults.push_back({i, essence(machine->error)});
        }
    }
}

// One that gave up is made anew; it compiled before.
JqProgram::Machine& JqProgram::machine(std::size_t index) const {
    auto& machine = machines_.at(index);
    if (machine->broken) {
        machine = std::make_shared<Machine>(machine->source);
        machine->compile();
    }
    return *machine;
}

Result<Value> JqProgram::evaluate(std::size_t index, const Scope& scope) const {
    const auto& names = reads(index);
    const auto arguments = [&](const Scope& scope, bool disguise, Met& met) {
        jv out = jv_array();
        out = jv_array_append(out, jv_number(static_cast<double>(index)));
        out = jv_array_append(out, toJv(scope.dot, disguise, met));
        for (const auto& name : variables_) {
            const bool used = std::find(names.begin(), names.end(), name) != names.end();
            const Value* value = used ? scope.find(name) : nullptr;
            out = jv_array_append(out, value ? toJv(*value, disguise, met) : jv_null());
        }
        return out;
    };
    const std::lock_guard lock(mutex_);
    Met met;
    jv plain = arguments(scope, false, met);
    if (met.wide) {
        jv_free(plain);
        return failed(
            "The integer " + std::to_string(*met.wide) +
            " is too large for jq, which computes in doubles; reach it by a plain path such "
            "as .a.b, or narrow what this expression is given.");
    }
    const auto run = [&](jv given) {
        auto result = Result<Value>(Value());
        const auto work = [&] { result = machine(index).run(given); };
        if (digs(texts_[index]))
            onLargeStack(work);
        else
            work();
        return result;
    };
    auto result = run(plain);
    // jq quotes data in its messages, and cuts what it quotes.
    if (!result && !met.secret && scope.confidant) {
        Scope masked = scope;
        masked.dot = scope.confidant->value(scope.dot);
        for (auto& [name, value] : masked.variables)
            if (std::find(names.begin(), names.end(), name) != names.end())
                value = scope.confidant->value(value);
        auto other = run(arguments(masked, false, met));
        return other ? failed("It fails on a secret.") : other;
    }
    if (!met.secret) return result;
    // A secret is among the data. What comes out otherwise when the secrets are others depends on
    // them; and jq's error messages quote the data, so the disguised one is shown.
    auto other = run(arguments(scope, true, met));
    if (!result) return other ? failed("It fails on a secret.") : other;
    std::vector<std::string> made;
    Value out =
        other ? markSecrets(result.value(), other.value(), made) : allSecret(result.value(), made);
    if (scope.confidant) {
        scope.confidant->learn(out);
        for (auto& text : made)  // what the expression spells out is none
            if (texts_[index].find(text) == std::string::npos)
                scope.confidant->learn(Secret(std::move(text)));
    }
    return out;
}

}  // namespace tenon::expr
