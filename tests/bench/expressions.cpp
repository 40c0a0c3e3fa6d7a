// SPDX-License-Identifier: Apache-2.0
// One evaluation, one compilation, beside libjq in the same program; and what threads add.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <thread>

#include "expr/expression.h"
#include "jq_library.h"

namespace {

constexpr int kRounds = 15;

using Clock = std::chrono::steady_clock;

double microseconds(Clock::time_point began) {
    return std::chrono::duration<double, std::micro>(Clock::now() - began).count();
}

// Of one of so many that a round takes some milliseconds, the rounds taking turns.
struct Measured {
    std::function<void()> what;
    int repeats = 1;
    std::vector<double> times{};

    void round(bool counts) {
        const auto began = Clock::now();
        for (int i = 0; i < repeats; ++i) what();
        if (counts) times.push_back(microseconds(began) / repeats);
    }
    void settle() {
        const auto began = Clock::now();
        what();
        repeats =
            std::clamp(static_cast<int>(10'000 / std::max(microseconds(began), 0.1)), 1, 100'000);
    }
    double least() const { return *std::min_element(times.begin(), times.end()); }
    double median() {
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    }
};

void compare(const char* name, Measured ours, Measured theirs) {
    ours.settle();
    theirs.settle();
    for (int round = -1; round < kRounds; ++round)
        for (auto* one : {&ours, &theirs}) one->round(round >= 0);
    const double mine = ours.median(), its = theirs.median();
    std::printf("  %-54s %9.2f %9.2f %9.2f %9.2f %7.1f\n", name, ours.least(), mine, theirs.least(),
                its, its / mine);
}

tenon::expr::Expression compiled(const std::string& text) {
    tenon::expr::Compiler compiler({});
    auto out = compiler.expression(text, "/x");
    if (const auto faults = compiler.finish(); !faults.empty())
        throw std::runtime_error(faults.front().text());
    return out;
}

tenon::Value objects() {
    tenon::Array out;
    for (int i = 0; i < 1000; ++i)
        out.emplace_back(tenon::Object{{"id", i},
                                       {"n", i * 7919 % 1000},
                                       {"name", "name " + std::to_string(i)},
                                       {"tags", tenon::Array{"a", "b"}}});
    return out;
}

struct Question {
    const char* expression;
    tenon::Value input;
};

void evaluating(const Question& question) {
    const auto ours = compiled(question.expression);
    tenon::expr::Scope scope;
    scope.dot = question.input;
    bench::JqLibrary theirs(question.expression);
    theirs.ask(question.input);
    const auto answer = tenon::json::write(ours.evaluate(scope).value());
    if (answer != theirs.answer())
        throw std::runtime_error(std::string(question.expression) + " has two answers");
    compare(question.expression, {[&] { (void)ours.evaluate(scope); }},
            {[&] { theirs.evaluate(); }});
}

void compiling(const Question& question) {
    compare(question.expression, {[&] { compiled(question.expression); }},
            {[&] { bench::JqLibrary{question.expression}; }});
}

// Evaluations in a second, of all threads.
double rate(const Question& question, int threads) {
    const auto expression = compiled(question.expression);
    std::atomic<long> done = 0;
    std::atomic<bool> over = false;
    const auto work = [&] {
        tenon::expr::Scope scope;
        scope.dot = question.input;
        long count = 0;
        while (!over) {
            (void)expression.evaluate(scope);
            ++count;
        }
        done += count;
    };
    const auto began = Clock::now();
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i) all.emplace_back(work);
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    over = true;
    for (auto& one : all) one.join();
    return 1e6 * static_cast<double>(done) / microseconds(began);
}

void threads(const Question& question) {
    double one = 0, many = 0;
    for (int round = 0; round < 3; ++round) {
        one = std::max(one, rate(question, 1));
        many = std::max(many, rate(question, 16));
    }
    std::printf("  %-54s %19.0f %19.0f %7.2f\n", question.expression, one, many, many / one);
}

}  // namespace

int main() try {
    const std::vector<Question> questions{
        {".a + 1", tenon::Object{{"a", 1}}},
        {".items | map(select(.n > 3).name) | join(\", \")", tenon::Object{{"items", objects()}}},
        {"[.[] | {id, n}] | sort_by(.n)", objects()}};
    const char* head = "\n%-56s %9s %9s %9s %9s %7s\n";
    std::printf(head, "one evaluation, microseconds", "least", "median", "libjq", "median", "x");
    for (const auto& question : questions) evaluating(question);
    std::printf(head, "one compilation, microseconds", "least", "median", "libjq", "median", "x");
    for (const auto& question : questions) compiling(question);
    std::printf("\n%-56s %19s %19s %7s\n", "evaluations in a second", "1 thread", "16 threads",
                "x");
    for (const auto& question : questions) threads(question);
} catch (const std::exception& e) {
    std::fprintf(stderr, "bench: %s\n", e.what());
    return 1;
}
