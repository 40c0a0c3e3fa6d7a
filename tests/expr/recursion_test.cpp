// SPDX-License-Identifier: Apache-2.0
// Functions that call themselves, through each thing that the call can stand in: a way down, and a
// way back on which what was found is handed on. However deep, on whatever stack, there is an
// answer.
#include <cppunit/extensions/HelperMacros.h>
#include <pthread.h>

#include "expr/evaluated.h"
#include "support/stack.h"

namespace {

// `R` stands for the call; what is made of it is a number again.
const char* const kUses[] = {"R + 1",
                             "1 + R",
                             "R * R",
                             "-R",
                             "R | .",
                             "(R, empty)",
                             "(empty, R)",
                             "R?",
                             "try R catch .",
                             "try error(R) catch .",
                             "[R] | .[0]",
                             "{a: R} | .a",
                             "{(R | tostring): 1} | length",
                             "\"\\(R)\" | tonumber",
                             "@text \"\\(R)\" | tonumber",
                             "R // 1",
                             "(null | R)?",
                             "null // R",
                             "R as $x | $x",
                             "[R] as [$x] | $x",
                             "R as [$x] ?// $x | $x",
                             "reduce R as $x (0; $x)",
                             "reduce 1 as $x (R; .)",
                             "reduce 1 as $x (0; R)",
                             "foreach R as $x (0; $x)",
                             "foreach 1 as $x (R; .; R)",
                             "if R then 0 else 1 end",
                             "if true then R | . else 1 end",
                             "R and true | 0",
                             "true and R | 0",
                             "false or R | 0",
                             "R == 0 | 0",
                             "first(R)",
                             "last(R)",
                             "limit(1; R)",
                             "skip(0; R)",
                             "nth(0; R)",
                             "until(true; R)",
                             "isempty(R) | 0",
                             "any(R; true) | 0",
                             "label $out | R",
                             "label $out | (R, break $out)",
                             "R | select(true)",
                             "[R] | map(.) | add",
                             "[0] | .[0] |= R",
                             "[0] | .[0] += R | .[0]",
                             "[0] | .[0] = R | .[0]",
                             "[0] | .[R] // 0",
                             "[0] | .[R:] | length",
                             "[0] | getpath([R]) // 0",
                             "[0] | del(.[R]) | length",
                             "[0] | [path(.[R])] | length",
                             "[range(R)] | length",
                             "R | [recurse(empty)] | length",
                             "R | tojson | fromjson",
                             "R | debug",
                             "R | pow(.; 1)",
                             "limit(R + 1; 1)",
                             "def g: R; g",
                             "def g(h): h; g(R)",
                             "def g($h): $h; g(R)"};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

// What it says on a stack of that many bytes.
std::string onStack(std::size_t bytes, const std::string& expression) {
    std::pair<std::string, std::string> work{expression, ""};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, support::kFrames * bytes);
    pthread_t thread{};
    const auto run = [](void* both) -> void* {
        auto& [asked, answer] = *static_cast<decltype(work)*>(both);
        answer = support::evaluated(asked);
        return nullptr;
    };
    CPPUNIT_ASSERT_EQUAL(0, pthread_create(&thread, &attributes, run, &work));
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
    return work.second;
}

}  // namespace

class RecursionTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RecursionTest);
    CPPUNIT_TEST(computesWhatCallsItselfTwice);
    CPPUNIT_TEST(comesBackFromAnyDepth);
    CPPUNIT_TEST(comesBackFromAnyPath);
    CPPUNIT_TEST_SUITE_END();

    static constexpr int kSmaller = support::kFrames > 1 ? 3 : 0;  // sanitizers take their time
    const std::string tooDeep_ =
        "error: The expression calls itself too deep. Does a function not end?";

    void computesWhatCallsItselfTwice() {
        const std::string fib = "def fib: if . < 2 then . else (. - 1 | fib) + (. - 2 | fib) end; ";
        CPPUNIT_ASSERT_EQUAL(std::string("6765"), support::evaluated(fib + "20 | fib"));
        CPPUNIT_ASSERT_EQUAL(
            std::string("300"),
            support::evaluated("def f: if . < 1 then 0 else (. - 1 | f) + 1 end; 300 | f"));
        CPPUNIT_ASSERT_EQUAL(
            std::string("[1023,10]"),
            support::evaluated(
                "def size: if type == \"array\" then map(size) | add + 1 else 0 end; "
                "def depth: if type == \"array\" then (map(depth) | max) + 1 else 0 end; "
                "reduce range(9) as $i ([1]; [., .]) | [size, depth]"));
        CPPUNIT_ASSERT_EQUAL(
            std::string("[3,2,1,0]"),
            support::evaluated("[def f: if . == 0 then . else (., (. - 1 | f)) end; 3 | f]"));
    }
    // `last`: what the innermost gives. With a comma the function has several outputs by its form.
    void comesBackFromAnyDepth() {
        for (const std::size_t stack : {std::size_t{1} << 19, std::size_t{8} << 20 >> kSmaller})
            for (const std::string last : {"0", "(0, empty)"})
                for (const std::string use : kUses) {
                    const auto of = [&](int depth) {
                        return onStack(stack, "def f: if . <= 0 then " + last + " else . as $n | " +
                                                  replaced(use, "R", "($n - 1 | f)") + " end; " +
                                                  std::to_string(depth) +
                                                  " | [limit(1; f)] | length");
                    };
                    CPPUNIT_ASSERT_EQUAL_MESSAGE(use, std::string("1"), of(3));
                    const auto deep = of(30'000);
                    CPPUNIT_ASSERT_MESSAGE(use + ": " + deep, deep == "1" || deep == tooDeep_);
                }
    }
    void comesBackFromAnyPath() {
        for (const std::string use :
             {"R", "R?", "(R, empty)", "first(R)", "limit(1; R)", "R // 1", "label $out | R",
              "R | select(true)", "if true then R else . end", "try R catch .", "def g(h): h; g(R)",
              "R | getpath([])"}) {
            const auto of = [&](int depth) {
                return onStack(std::size_t{1} << 20,
                               "reduce range(" + std::to_string(depth) +
                                   ") as $i (0; [.]) | def f: if type == \"number\" then . else " +
                                   replaced(use, "R", "(.[0] | f)") + " end; path(f) | length");
            };
            CPPUNIT_ASSERT_EQUAL_MESSAGE(use, std::string("3"), of(3));
            const auto deep = of(9'000);
            CPPUNIT_ASSERT_MESSAGE(use + ": " + deep, deep == "9000" || deep == tooDeep_);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RecursionTest);
