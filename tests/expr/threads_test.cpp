// SPDX-License-Identifier: Apache-2.0
// One compiled expression and one scope's data, evaluated by many threads at once.
#include <cppunit/extensions/HelperMacros.h>

#include <latch>
#include <thread>

#include "expr/evaluated.h"

class ExpressionThreadsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ExpressionThreadsTest);
    CPPUNIT_TEST(evaluatesOneExpressionInMany);
    CPPUNIT_TEST(compilesInMany);
    CPPUNIT_TEST_SUITE_END();

    static constexpr int kThreads = 8, kRounds = 50;
    static constexpr const char* kTexts[] = {
        "[.items[] | select(.n > 1) | .name] | join(\",\")",
        "reduce .items[] as $i ({}; .[$i.name] += $i.n) | tojson",
        "[.items[].name | test(\"^[ab]\")] | tojson",
        "(.items[] | .n) |= . + 1 | [.items[].n] | tojson",
        "def f: if . > 100 then . else . * 2 | f end; [.items[].n | f] | tojson",
        "0 | todate",
        "[limit(3; .items | sort_by(-.n)[].name)] | tojson",
    };
    static constexpr const char* kData =
        R"({"items": [{"name": "a", "n": 1}, {"name": "b", "n": 2}, {"name": "c", "n": 3}]})";

    template <class Work>
    static void inMany(const Work& work) {
        std::latch begin(kThreads);
        std::vector<std::string> faults(kThreads);
        std::vector<std::thread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] {
                begin.arrive_and_wait();
                for (int i = 0; i < kRounds; ++i) work(faults[static_cast<std::size_t>(t)]);
            });
        for (auto& thread : threads) thread.join();
        for (const auto& fault : faults) CPPUNIT_ASSERT_EQUAL(std::string(), fault);
    }

    void evaluatesOneExpressionInMany() {
        tenon::expr::Compiler compiler({});
        std::vector<tenon::expr::Expression> all;
        for (const char* text : kTexts) all.push_back(compiler.expression(text, ""));
        CPPUNIT_ASSERT(compiler.finish().empty());
        const auto scope = support::scopeOf(kData);
        std::vector<std::string> expected;
        for (const char* text : kTexts) expected.push_back(support::evaluated(text, scope));
        inMany([&](std::string& fault) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                const auto result = all[i].evaluate(scope);
                const auto text = result ? tenon::json::write(result.value()) : "an error";
                if (text != expected[i]) fault += text;
            }
        });
    }
    void compilesInMany() {
        inMany([](std::string& fault) {
            for (const char* text : kTexts)
                if (support::evaluated(text, kData).starts_with("fault")) fault += text;
        });
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ExpressionThreadsTest);
