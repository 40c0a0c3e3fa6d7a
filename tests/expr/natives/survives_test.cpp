// SPDX-License-Identifier: Apache-2.0
// Each function with all kinds of inputs and arguments, the odd ones too: it gives a value or says
// why not, shows no secret, and stops when it is told to.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/natives/called.h"
#include "natives/collections.h"
#include "natives/dates.h"
#include "natives/math.h"
#include "support/stack.h"

using namespace tenon;
using namespace tenon::expr;

namespace {

const char* const kSecret = "tops3cret";
constexpr auto kDeep = static_cast<std::uint32_t>(Value::kDeepest / support::kFrames);

Value nested(std::uint32_t depth, bool objects) {
    Value value = Array();
    while (value.depth() < depth)
        value = objects ? Value(Object{{"key", value}}) : Value(Array{value});
    return value;
}

std::vector<Value> oddValues() {
    Array many;
    for (int i = 0; i < 300; ++i) many.emplace_back(i % 7);
    return {nullptr,
            true,
            false,
            0,
            -1,
            0.5,
            -0.0,
            std::nan(""),
            HUGE_VAL,
            -HUGE_VAL,
            1e300,
            INT64_MIN,
            INT64_MAX,
            Wide{"12345678901234567890"},
            Wide{"-12345678901234567890"},
            "",
            "a",
            "%Y %",
            std::string("\xff\xc3(\xe2\x82\0\xf0\x9f", 8),
            Secret(kSecret),
            Array(),
            Object(),
            many,
            Array{Secret(kSecret), 1, Array{}},
            Array{Object{{"key", Secret(kSecret)}, {"value", 1}}},
            Object{{"a", 1}, {"b", Array{1, 2}}},
            Array{2024, 1, 30, std::nan(""), 1e300},
            nested(kDeep, false),
            nested(kDeep, true),
            nested(kDeep - 1, true)};
}

std::vector<Native> all() {
    std::vector<Native> out;
    for (const auto natives : {memberNatives(), sumNatives(), sortingNatives(), searchingNatives(),
                               shapeNatives(), kindNatives(), mathNatives(), dateNatives()})
        out.insert(out.end(), natives.begin(), natives.end());
    return out;
}

// Arguments are as odd, but not as deep, which takes long.
std::vector<Value> shallow(const std::vector<Value>& values) {
    std::vector<Value> out;
    for (const auto& value : values)
        if (value.depth() < 1000) out.push_back(value);
    return out;
}

template <class Use>
void eachCall(const std::vector<Value>& values, Use use) {
    const auto arguments = shallow(values);
    for (const auto& native : all())
        for (const auto& in : native.arity > 1 ? std::vector<Value>{nullptr} : values)
            for (const auto& argument : arguments) {
                use(native, in, std::vector<Value>(native.arity, argument));
                if (native.arity == 0) break;
            }
}

class Stopped : public Watch {
  public:
    std::optional<Error> over() override {
        return makeError(ErrorKind::timeout, "timeout", "Enough.");
    }
    double now() override { return 0; }
    void debug(const Value&) override {}
};

}  // namespace

class NativesSurviveTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NativesSurviveTest);
    CPPUNIT_TEST(allKindsOfValues);
    CPPUNIT_TEST(havingNoRoom);
    CPPUNIT_TEST(beingStopped);
    CPPUNIT_TEST(growingLinearly);
    CPPUNIT_TEST_SUITE_END();

    void allKindsOfValues() {
        const Scope scope;
        eachCall(oddValues(), [&](const Native& native, const Value& in, std::vector<Value> with) {
            Machine machine(scope, Bounds{.stack = support::kFrames * 4 << 20});
            const auto said = support::said(machine, native, in, std::move(with));
            const std::string at(native.name);
            CPPUNIT_ASSERT_MESSAGE(at + " says " + said, !said.starts_with("end: "));
            if (!said.starts_with("secret: "))
                CPPUNIT_ASSERT_MESSAGE(at + " shows " + said, said.find(kSecret) == said.npos);
        });
    }

    void havingNoRoom() {
        const Scope scope;
        for (const std::size_t bytes : {0, 200, 3000})
            eachCall(shallow(oddValues()),
                     [&](const Native& native, const Value& in, std::vector<Value> with) {
                         Machine machine(scope, Bounds{bytes, support::kFrames * 4 << 20});
                         support::said(machine, native, in, std::move(with));
                     });
    }

    // What walks through much, by itself or beside something as large.
    void beingStopped() {
        Stopped stopped;
        Scope scope;
        scope.watch = &stopped;
        Array items, pairs;
        for (int i = 0; i < 10'000; ++i) {
            items.emplace_back((i * 7919) % 10'007);
            pairs.emplace_back(Object{{"key", std::to_string(i)}, {"value", i}});
        }
        const Value numbers = items;
        const std::string text(2'000'000, 'a');
        // Small, and without end to whoever walks through it.
        Value tree = 1, shrub = 2;
        for (int i = 0; i < 60; ++i) tree = Array{tree, tree};
        for (int i = 0; i < 60; ++i) shrub = Object{{"a", shrub}, {"b", shrub}};
        const Value trees = Array{tree, tree}, shrubs = Array{shrub, shrub};
        struct Row {
            const char* name;
            Value in;
            std::vector<Value> arguments;
        };
        Object members;
        for (int i = 0; i < 10'000; ++i) members.set(std::to_string(i), i);
        const Row rows[] = {{"keys", members, {}},
                            {"keys", numbers, {}},
                            {"to_entries", members, {}},
                            {"to_entries", numbers, {}},
                            {"from_entries", pairs, {}},
                            {"add", numbers, {}},
                            {"sort", numbers, {}},
                            {"_sort_by_impl", numbers, {numbers}},
                            {"_group_by_impl", numbers, {numbers}},
                            {"unique", numbers, {}},
                            {"_unique_by_impl", numbers, {numbers}},
                            {"min", numbers, {}},
                            {"_max_by_impl", numbers, {numbers}},
                            {"sort", trees, {}},
                            {"sort", shrubs, {}},
                            {"unique", trees, {}},
                            {"_group_by_impl", trees, {trees}},
                            {"min", trees, {}},
                            {"max", shrubs, {}},
                            {"bsearch", trees, {tree}},
                            {"indices", trees, {trees}},
                            {"rindex", trees, {trees}},
                            {"contains", trees, {trees}},
                            {"contains", shrubs, {shrubs}},
                            {"flatten", trees, {}},
                            {"contains", numbers, {numbers}},
                            {"contains", text, {text}},
                            {"indices", numbers, {-1}},
                            {"index", numbers, {-1}},
                            {"flatten", Array{numbers}, {}},
                            {"reverse", numbers, {}},
                            {"reverse", text, {}},
                            {"transpose", Array{numbers}, {}},
                            {"length", text, {}},
                            {"strftime", 0, {text}},
                            {"strptime", text, {text}}};
        const auto natives = all();
        for (const auto& row : rows) {
            Machine machine(scope);
            const auto* native = support::nativeOf(natives, row.name, row.arguments.size());
            CPPUNIT_ASSERT_EQUAL_MESSAGE(row.name, std::string("end: Enough."),
                                         support::said(machine, *native, row.in, row.arguments));
        }
    }

    // By the bytes that it asks for: a sum of so many parts makes each of them once.
    void growingLinearly() {
        const Scope scope;
        Array texts, arrays, objects;
        for (int i = 0; i < 20'000; ++i) {
            texts.emplace_back("ab");
            arrays.emplace_back(Array{i});
            objects.emplace_back(Object{{std::to_string(i), i}});
        }
        for (const auto& parts : {texts, arrays, objects}) {
            Machine machine(scope, Bounds{3'000'000, support::kFrames * 4 << 20});
            const auto* native = support::nativeOf(sumNatives(), "add", 0);
            CPPUNIT_ASSERT(!support::said(machine, *native, parts, {}).starts_with("end: "));
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(NativesSurviveTest);
