// SPDX-License-Identifier: Apache-2.0
#include "jq/verdict.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "expr/expression.h"
#include "support/child.h"
#include "support/stack.h"
#include "tenon/json.h"

namespace jq_tests {
namespace {

using tenon::Value;
using Kind = Verdict::Kind;

constexpr unsigned kSeconds = 20;

// What looks outside, which no expression of a workflow may.
constexpr std::array<std::string_view, 20> outside{"$ENV",
                                                   "$__prog_args",
                                                   "env",
                                                   "get_jq_origin",
                                                   "get_prog_origin",
                                                   "get_search_list",
                                                   "halt",
                                                   "halt_error",
                                                   "import",
                                                   "include",
                                                   "input",
                                                   "input_filename",
                                                   "input_line_number",
                                                   "inputs",
                                                   "localtime",
                                                   "module",
                                                   "modulemeta",
                                                   "stderr",
                                                   "strflocaltime",
                                                   "debug"};

bool hasWord(std::string_view text, std::string_view word) {
    const auto inside = [](char c) { return isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !inside(text[at - 1])) && (end == text.size() || !inside(text[end])))
            return true;
    }
    return false;
}

// Does the fault name what the program wanted and may not have?
bool isRefused(const std::string& program, const std::string& fault) {
    if (fault.find("modules are not to be had in a workflow") != fault.npos) return true;
    for (const auto word : outside)
        if (hasWord(program, word) && hasWord(fault, word)) return true;
    return false;
}

struct Outcome {
    std::vector<Value> results;
    std::string fault, error;  // at compile time, at run time
};

Outcome evaluated(const std::string& program, const Value& dot) {
    Outcome out;
    tenon::expr::Compiler compiler({});
    const auto expression = compiler.expression(program, "");
    for (const auto& fault : compiler.finish()) out.fault += fault.text() + " ";
    if (!out.fault.empty()) return out;
    tenon::expr::Scope scope;
    scope.dot = dot;
    const auto take = [&](const Value& result) {
        out.results.push_back(result);
        return out.results.size() < 10'000;
    };
    const auto error = expression.each(scope, take, {.stack = support::kFrames * 4 << 20});
    if (error) out.error = error->detail;
    return out;
}

// Some texts are JSON only to jq: nan, and numbers beyond all bounds.
Value read(const std::string& text) {
    if (auto value = tenon::json::read(text, tenon::json::Reading::lenient)) return value.value();
    const auto out = evaluated("fromjson", Value(text));
    return out.results.empty() ? Value("unreadable: " + text) : out.results.front();
}

bool isNone(const Value& value) {
    return value.isNull() || (value.real() && std::isnan(*value.real()));
}

double nearest(const Value& number) {
    constexpr double largest = std::numeric_limits<double>::max();
    double out = number.integer() ? static_cast<double>(*number.integer())
                 : number.real()  ? *number.real()
                                  : std::strtod(number.wide()->digits.c_str(), nullptr);
    return std::isinf(out) ? std::copysign(largest, out) : out;
}

// Numbers by what they are, as near as doubles tell where one is a double; NaN is null.
bool same(const Value& a, const Value& b) {
    if (isNone(a) || isNone(b)) return isNone(a) && isNone(b);
    if (a.isNumber() && b.isNumber())
        return a.real() || b.real() ? nearest(a) == nearest(b) : a == b;
    if (const auto* x = a.array(), *y = b.array(); x && y) {
        if (x->size() != y->size()) return false;
        for (std::size_t i = 0; i < x->size(); ++i)
            if (!same((*x)[i], (*y)[i])) return false;
        return true;
    }
    if (const auto* x = a.object(), *y = b.object(); x && y) {
        if (x->size() != y->size()) return false;
        for (const auto& member : *x) {
            const auto* other = y->find(member.name);
            if (!other || !same(member.value, *other)) return false;
        }
        return true;
    }
    return a == b;
}

Verdict verdict(const Case& one) {
    const auto out = evaluated(one.program, one.fails ? Value() : read(one.input));
    if (one.fails) {
        if (!out.fault.empty()) return {Kind::passed, ""};
        return {Kind::differs, "it compiles, and must not"};
    }
    if (!out.fault.empty() || !out.error.empty())
        if (isRefused(one.program, out.fault + out.error)) return {Kind::refused, ""};
    if (!out.fault.empty()) return {Kind::differs, "it does not compile: " + out.fault};
    for (std::size_t i = 0; i < one.outputs.size() && i < out.results.size(); ++i)
        if (!same(read(one.outputs[i]), out.results[i]))
            return {Kind::differs, "result " + std::to_string(i + 1) + " is " +
                                       tenon::json::write(out.results[i]) + ", wanted " +
                                       one.outputs[i]};
    // An error behind the last result is not said there.
    const bool ended = one.outputs.size() == out.results.size();
    if (!out.error.empty() && !ended) return {Kind::differs, "error: " + out.error};
    if (out.results.size() != one.outputs.size())
        return {Kind::differs, "it has " + std::to_string(out.results.size()) +
                                   " results, wanted " + std::to_string(one.outputs.size())};
    return {Kind::passed, ""};
}

}  // namespace

Verdict tried(const Case& one) {
    int ends[2];
    if (::pipe(ends) != 0) return {Kind::differs, "there is no pipe"};
    const pid_t child = support::forkAlone();
    if (child == 0) {
        ::alarm(kSeconds);
        const auto found = verdict(one);
        const std::string text = static_cast<char>(found.kind) + found.why.substr(0, 1'000);
        const bool told = ::write(ends[1], text.data(), text.size()) > 0;
        ::_exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text;
    char buffer[2'000];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(got));
    ::close(ends[0]);
    int status = 0;
    if (child > 0) ::waitpid(child, &status, 0);
    if (!text.empty()) return {static_cast<Kind>(text.front()), text.substr(1)};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return {Kind::differs, "it had not ended after " + std::to_string(kSeconds) + " s"};
    return {Kind::differs, std::string("it ended the process: ") +
                               (WIFSIGNALED(status) ? ::strsignal(WTERMSIG(status)) : "exit")};
}

}  // namespace jq_tests
