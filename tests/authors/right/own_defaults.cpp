// SPDX-License-Identifier: Apache-2.0
// What is left out has what the struct itself says: it is used, and it is shown where the compiler
// knows it.
#include <cppunit/extensions/HelperMacros.h>

#include "../schema_of.h"
#include "cli/field_table.h"
#include "tenon/json.h"

using tenon::optional;

namespace {

struct Sizes {
    std::int64_t count = 50;
    bool active = true;
    double rate = 0.1;
    std::optional<int> most = 0;
    std::int64_t none{};
    std::int64_t both = 1;

    static constexpr auto fields() {
        return std::tuple{
            optional("count", &Sizes::count, "How many").unit("things"),
            optional("active", &Sizes::active, "In use"),
            optional("rate", &Sizes::rate, "How fast"),
            optional("most", &Sizes::most, "At most"),
            optional("none", &Sizes::none, "Nothing"),
            optional("both", &Sizes::both, "What fields() says counts", 2),
        };
    }
};

struct Texts {
    std::string mode = "merge";
    std::vector<std::string> kinds{"a text that is longer than what lies in place", "b"};
    tenon::Secret key;

    static constexpr auto fields() {
        return std::tuple{optional("mode", &Texts::mode, "How").oneOf({"merge", "replace"}),
                          optional("kinds", &Texts::kinds, "Which"),
                          optional("key", &Texts::key, "Its key")};
    }
};

// Nobody but the program itself can make these.
struct Unknown {
    std::int64_t count = 50;
    std::map<std::string, std::int64_t> weights{{"a", 1}};
    Sizes sizes{.count = 7};
    tenon::Value form = "none";

    static constexpr auto fields() {
        return std::tuple{optional("count", &Unknown::count, "How many"),
                          optional("weights", &Unknown::weights, "How heavy"),
                          optional("sizes", &Unknown::sizes, "How large"),
                          optional("form", &Unknown::form, "A form")};
    }
};

template <class S>
std::string readBack(const char* text) {
    std::vector<tenon::Problem> problems;
    const auto read = tenon::readFields<S>(tenon::json::read(text).value(), problems);
    for (const auto& p : problems) return p.pointer + " " + p.text;
    return tenon::json::write(tenon::writeFields(read));
}

template <class S>
std::string help() {
    return tenon::cli::fieldTable(tenon::json::read(schemaOf<S>()).value(),
                                  {"required", "optional"}, "not typed");
}

}  // namespace

class OwnDefaultsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OwnDefaultsTest);
    CPPUNIT_TEST(holdWhereAFieldIsLeftOut);
    CPPUNIT_TEST(giveWayToWhatIsGiven);
    CPPUNIT_TEST(areShown);
    CPPUNIT_TEST(areNotShownWhereTheCompilerCannotKnowThem);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void holdWhereAFieldIsLeftOut() {
        same(R"({"count":50,"active":true,"rate":0.1,"most":0,"none":0,"both":2})",
             readBack<Sizes>("{}"));
        same(R"({"mode":"merge","kinds":["a text that is longer than what lies in place","b"],)"
             R"("key":"********"})",
             readBack<Texts>(R"({"mode":null,"kinds":null})"));
        same(R"({"count":50,"weights":{"a":1},"sizes":{"count":7,"active":true,"rate":0.1,)"
             R"("most":0,"none":0,"both":1},"form":"none"})",
             readBack<Unknown>("{}"));
    }
    // Nothing of the default is left in what is given.
    void giveWayToWhatIsGiven() {
        same(R"({"mode":"replace","kinds":["c"],"key":"********"})",
             readBack<Texts>(R"({"mode":"replace","kinds":["c"],"key":"k"})"));
        same(R"({"count":1,"weights":{"b":2},"sizes":{"count":50,"active":false,"rate":0.1,)"
             R"("most":0,"none":0,"both":2},"form":null})",
             readBack<Unknown>(
                 R"({"count":1,"weights":{"b":2},"sizes":{"active":false},"form":null})"));
    }
    void areShown() {
        same(
            "  count   integer  default 50    How many, in things\n"
            "  active  boolean  default true  In use\n"
            "  rate    number   default 0.1   How fast\n"
            "  most    integer  default 0     At most\n"
            "  none    integer  optional      Nothing\n"
            "  both    integer  default 2     What fields() says counts\n",
            help<Sizes>());
#ifndef __clang__  // to which a std::string is nothing that it can make
        same(
            R"({"type":"object","properties":{)"
            R"("mode":{"type":"string","enum":["merge","replace"],"description":"How","default":"merge"},)"
            R"("kinds":{"type":"array","items":{"type":"string"},"description":"Which",)"
            R"("default":["a text that is longer than what lies in place","b"]},)"
            R"("key":{"type":"string","writeOnly":true,"description":"Its key"}},)"
            R"("required":[],"additionalProperties":false})",
            schemaOf<Texts>());
#endif
    }
    void areNotShownWhereTheCompilerCannotKnowThem() {
        const auto all = help<Unknown>();
        same("  count         integer  optional      How many", all.substr(0, all.find('\n')));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OwnDefaultsTest);
