// SPDX-License-Identifier: Apache-2.0
#include "expr/jq.h"

extern "C" {
#include <jq.h>
}

#include <algorithm>
#include <regex>

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

// Halves the choice until one expression is left, so that many cost little more than one.
std::string choice(const std::vector<std::string>& texts, std::size_t begin, std::size_t end) {
    if (end - begin == 1) return "(" + texts[begin] + "\n)";
    const std::size_t middle = begin + (end - begin) / 2;
    return "(if $__number < " + std::to_string(middle) + " then " + choice(texts, begin, middle) +
           " else " + choice(texts, middle, end) + " end)";
}

// Those of the variables that stand in the text and are not bound there.
std::vector<std::string> free(const std::string& text, const std::vector<std::string>& variables) {
    std::vector<std::string> out;
    const auto all = mentioned(text);
    for (const auto& name : variables) {
        if (std::find(all.begin(), all.end(), name) == all.end()) continue;
        const std::regex binds("(\\bas\\b[^|]*|\\bdef\\b[^:]*)\\$" + name + "\\b");
        if (!std::regex_search(text, binds)) out.push_back(name);
    }
    return out;
}

}  // namespace

struct JqProgram::Machine {
    jq_state* state = jq_init();
    std::string error;  // the first since it was last cleared

    Machine() {
        jq_set_error_cb(
            state,
            [](void* self, jv message) {
                auto& text = static_cast<Machine*>(self)->error;
                if (text.empty()) text = jv_string_value(message);
                jv_free(message);
            },
            this);
    }
    ~Machine() { jq_teardown(&state); }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    // Consumes `arguments`.
    Result<Value> run(jv arguments) {
        jq_start(state, arguments, 0);
        jv result = jq_next(state);
        if (jv_is_valid(result)) return fromJv(result);
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
        const auto machine = std::make_shared<Machine>();
        if (jq_compile(machine->state, (head_ + choice(texts_, begin, end)).c_str())) {
            machines_.resize(end, machine);
            return;
        }
    }
    // One by one: to say what is wrong with each, and because all may be good, but too much
    // together.
    for (std::size_t i = begin; i < end; ++i) {
        const auto& machine = machines_.emplace_back(std::make_shared<Machine>());
        if (auto why = refused(texts_[i]); !why.empty()) {
            faults.push_back({i, std::move(why)});
        } else if (!jq_compile(machine->state, (head_ + "(" + texts_[i] + "\n)").c_str())) {
            faults.push_back({i, essence(machine->error)});
        }
    }
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
    Machine& machine = *machines_.at(index);
    auto result = machine.run(plain);
    // jq quotes data in its messages, and cuts what it quotes.
    if (!result && !met.secret && scope.confidant) {
        Scope masked = scope;
        masked.dot = scope.confidant->value(scope.dot);
        for (auto& [name, value] : masked.variables)
            if (std::find(names.begin(), names.end(), name) != names.end())
                value = scope.confidant->value(value);
        auto other = machine.run(arguments(masked, false, met));
        return other ? failed("It fails on a secret.") : other;
    }
    if (!met.secret) return result;
    // A secret is among the data. What comes out otherwise when the secrets are others depends on
    // them; and jq's error messages quote the data, so the disguised one is shown.
    auto other = machine.run(arguments(scope, true, met));
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
