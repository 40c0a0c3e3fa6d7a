// SPDX-License-Identifier: Apache-2.0
// Members, sums, shape, kinds and searching.
#include <cppunit/extensions/HelperMacros.h>

#include "expr/natives/called.h"
#include "natives/collections.h"

using namespace tenon::expr;
using support::nativeOf;

namespace {

using Row = support::CalledRow;

const Row kMembers[] = {
    {"keys", R"({"b":1,"a":2,"é":3,"B":4})", "[]", R"(["B","a","b","é"])"},
    {"keys_unsorted", R"({"b":1,"a":2})", "[]", R"(["b","a"])"},
    {"keys", "[7,8]", "[]", "[0,1]"},
    {"keys", "null", "[]", "error: null (null) has no keys."},
    {"keys", R"("@secret abcdef")", "[]", R"(error: string ("********") has no keys.)"},
    {"has", R"({"a":null})", R"(["a"])", "true"},
    {"has", R"({"a":null})", R"(["@secret a"])", "true"},
    {"has", "[1]", "[0]", "true"},
    {"has", "[1]", "[0.9]", "true"},
    {"has", "[1]", "[1]", "false"},
    {"has", "[1]", "[-1]", "false"},
    {"has", "[1]", R"(["@nan"])", "false"},
    {"has", "[1]", R"(["@wide 99999999999999999999"])", "false"},
    {"has", "[1]", R"(["a"])", "error: Cannot check whether array has a string key."},
    {"has", "{}", "[0]", "error: Cannot check whether object has a number key."},
    {"to_entries", R"({"b":1,"a":[2]})", "[]",
     R"([{"key":"b","value":1},{"key":"a","value":[2]}])"},
    {"to_entries", "[5]", "[]", R"([{"key":0,"value":5}])"},
    {"to_entries", "1", "[]", "error: number (1) has no keys."},
    {"from_entries", R"([{"key":"a","value":1},{"Key":"b","Value":2},{"name":"c"},{"Name":"d"}])",
     "[]", R"({"a":1,"b":2,"c":null,"d":null})"},
    {"from_entries", R"([{"key":null,"name":"n","value":false,"Value":2}])", "[]",
     R"({"n":false})"},
    {"from_entries", R"({"x":{"key":"k","value":1}})", "[]", R"({"k":1})"},
    {"from_entries", "[null]", "[]", "error: Cannot use null (null) as object key."},
    {"from_entries", R"([{"key":false}])", "[]", "error: Cannot use null (null) as object key."},
    {"from_entries", R"([{"Name":false}])", "[]",
     "error: Cannot use boolean (false) as object key."},
    {"from_entries", R"([{"key":1}])", "[]", "error: Cannot use number (1) as object key."},
    {"from_entries", "[[1]]", "[]", R"(error: Cannot index array with string ("key").)"},
    {"from_entries", "3", "[]", "error: Cannot iterate over number (3)."},
    {"from_entries", R"([{"key":"@secret tokens","value":1}])", "[]", R"(secret: {"tokens":1})"},
};

const Row kSums[] = {
    {"add", "[]", "[]", "null"},
    {"add", R"({"a":1,"b":2.5})", "[]", "3.5"},
    {"add", "[null,1,null]", "[]", "1"},
    {"add", R"(["a","bé",""])", "[]", R"("abé")"},
    {"add", R"(["a","@secret b"])", "[]", R"(secret: "ab")"},
    {"add", "[[1],[],[2,[3]]]", "[]", "[1,2,[3]]"},
    {"add", R"([{"a":1,"b":{"x":1}},{"b":{"y":2}}])", "[]", R"({"a":1,"b":{"y":2}})"},
    {"add", "[9007199254740992,1]", "[]", "9007199254740993"},
    {"add", "[9223372036854775807,1]", "[]", "9223372036854776000"},
    {"add", R"(["@wide 12345678901234567890",null])", "[]", "12345678901234567890"},
    {"add", R"([1,"@wide 12345678901234567890"])", "[]",
     "error: 12345678901234567890 has more than 64 bits and cannot be computed with."},
    {"add", R"([1,"a"])", "[]", R"(error: number (1) and string ("a") cannot be added.)"},
    {"add", R"([[1],"a"])", "[]", R"(error: array ([1]) and string ("a") cannot be added.)"},
    {"add", "[true,false]", "[]", "error: boolean (true) and boolean (false) cannot be added."},
    {"add", "null", "[]", "error: Cannot iterate over null (null)."},
};

const Row kShapes[] = {
    {"flatten", "[0,[1],[[2]],[[[3]]]]", "[]", "[0,1,2,3]"},
    {"flatten", "[0,[1],[[2]],[[[3]]]]", "[2]", "[0,1,2,[3]]"},
    {"flatten", "[[1]]", "[0]", "[[1]]"},
    {"flatten", "[[[1]]]", "[0.5]", "[1]"},
    {"flatten", R"({"a":[1],"b":2})", "[]", "[1,2]"},
    {"flatten", "[1]", "[-1]", "error: flatten depth must not be negative."},
    {"flatten", "[1]", "[null]", "error: flatten depth must not be negative."},
    {"flatten", "[1]", R"(["@nan"])", "error: flatten depth must not be negative."},
    {"flatten", "[[1]]", R"(["a"])", R"(error: string ("a") and number (1) cannot be subtracted.)"},
    {"flatten", "[[[1]]]", R"(["@wide 99999999999999999999"])", "[1]"},
    {"flatten", "1", "[]", "error: Cannot iterate over number (1)."},
    {"reverse", "[1,2,3]", "[]", "[3,2,1]"},
    {"reverse", R"("aé😀")", "[]", R"("😀éa")"},
    {"reverse", R"("@secret abc")", "[]", R"(secret: "cba")"},
    {"reverse", "null", "[]", "[]"},
    {"reverse", "{}", "[]", "[]"},
    {"reverse", "0", "[]", "[]"},
    {"reverse", R"({"a":1})", "[]", "error: Cannot index object with number (0)."},
    {"reverse", "-3", "[]", "error: Cannot index number with number (2)."},
    {"reverse", "true", "[]", "error: boolean (true) has no length."},
    {"transpose", "[[1],[2,3]]", "[]", "[[1,2],[null,3]]"},
    {"transpose", "[null,[1]]", "[]", "[[null,1]]"},
    {"transpose", "[]", "[]", "[]"},
    {"transpose", "[{},0]", "[]", "[]"},
    {"transpose", "[1]", "[]", "error: Cannot index number with number (0)."},
    {"transpose", "[[],[1],{}]", "[]", "error: Cannot index object with number (0)."},
    {"transpose", "[true]", "[]", "error: boolean (true) has no length."},
    {"toarray", "1", "[]", "[1]"},
    {"toarray", "[1]", "[]", "[1]"},
    {"toarray", "null", "[]", "[null]"},
};

const Row kKinds[] = {
    {"length", "null", "[]", "0"},
    {"length", R"("aé😀")", "[]", "3"},
    {"length", R"("@secret abc")", "[]", "3"},
    {"length", "[1,2]", "[]", "2"},
    {"length", R"({"a":1})", "[]", "1"},
    {"length", "-5", "[]", "5"},
    {"length", "-1.5", "[]", "1.5"},
    {"length", "-9223372036854775808", "[]", "9223372036854776000"},
    {"length", R"("@wide -12345678901234567890")", "[]", "12345678901234567890"},
    {"length", "true", "[]", "error: boolean (true) has no length."},
    {"type", R"("@secret a")", "[]", R"("string")"},
    {"type", R"("@wide 12345678901234567890")", "[]", R"("number")"},
    {"not", "null", "[]", "true"},
    {"not", "false", "[]", "true"},
    {"not", "0", "[]", "false"},
    {"abs", "-10", "[]", "10"},
    {"abs", "-0.0", "[]", "0"},
    {"abs", "-1000000000000000002", "[]", "1000000000000000002"},
    {"abs", R"("abc")", "[]", R"("abc")"},
    {"isinfinite", R"("@-inf")", "[]", "true"},
    {"isinfinite", "1", "[]", "false"},
    {"isinfinite", R"("@wide 12345678901234567890")", "[]", "false"},
    {"isnan", R"("@nan")", "[]", "true"},
    {"isnan", "0", "[]", "false"},
    {"isnan", "[]", "[]", "false"},
    {"isnormal", "0", "[]", "false"},
    {"isnormal", "5e-324", "[]", "false"},
    {"isnormal", "3", "[]", "true"},
    {"infinite", "null", "[]", "1.7976931348623157e+308"},
    {"nan", "null", "[]", "null"},
    {"have_decnum", "null", "[]", "false"},
    {"have_literal_numbers", "null", "[]", "true"},
};

const Row kSearches[] = {
    {"contains", R"("foobar")", R"(["bar"])", "true"},
    {"contains", R"("ab\u0000cd")", R"(["b\u0000c"])", "true"},
    {"contains", R"("")", R"([""])", "true"},
    {"contains", R"(["foobar","baz"])", R"([["ba","baz"]])", "true"},
    {"contains", R"({"a":{"b":[1,2],"c":3}})", R"([{"a":{"b":[2]}}])", "true"},
    {"contains", "{}", R"([{"a":null}])", "false"},
    {"contains", "[1,null]", "[[null]]", "true"},
    {"contains", "true", "[true]", "true"},
    {"contains", "1", "[1.0]", "true"},
    {"contains", R"(["@secret abc"])", R"([["b"]])", "true"},
    {"contains", R"("@nan")", R"(["@nan"])", "false"},
    {"contains", "true", "[false]",
     "error: boolean (true) and boolean (false) cannot have their containment checked."},
    {"contains", "{}", "[[]]",
     "error: object ({}) and array ([]) cannot have their containment checked."},
    {"bsearch", "[1,2,3]", "[0]", "-1"},
    {"bsearch", "[1,2,3]", "[2]", "1"},
    {"bsearch", "[1,3]", "[2]", "-2"},
    {"bsearch", "[1,3]", "[4]", "-3"},
    {"bsearch", "[]", "[4]", "-1"},
    {"bsearch", R"(["@nan"])", R"(["@nan"])", "-1"},
    {"bsearch", R"("aa")", "[0]", R"(error: string ("aa") cannot be searched from.)"},
    {"indices", "[0,1,2,1,3,1]", "[1]", "[1,3,5]"},
    {"indices", "[0,1,2,1,2,1]", "[[1,2,1]]", "[1,3]"},
    {"indices", "[1,1,1]", "[[1,1]]", "[0,1]"},
    {"indices", "[1]", "[[1,2]]", "[]"},
    {"indices", "[1]", "[[]]", "[]"},
    {"indices", "null", "[1]", "null"},
    {"indices", R"("a,b,")", R"([","])", "[1,3]"},
    {"indices", R"("a")", "[1]", "error: Cannot index string with number (1)."},
    {"indices", "{}", "[1]", "error: Cannot index object with number (1)."},
    {"index", "[0,1,2,1]", "[1]", "1"},
    {"rindex", "[0,1,2,1]", "[1]", "3"},
    {"index", "[0]", "[1]", "null"},
    {"rindex", "null", "[1]", "null"},
    {"index", R"("a,b,")", R"([","])", "1"},
    {"rindex", R"("a,b,")", R"([","])", "3"},
};

const Row kSorts[] = {
    {"sort", R"([{},[],"a",2,1.5,true,false,null])", "[]", R"([null,false,true,1.5,2,"a",[],{}])"},
    {"sort", R"([1,"@nan",0])", "[]", "[null,0,1]"},
    {"sort", "{}", "[]", "error: object ({}) cannot be sorted, as it is not an array."},
    {"_sort_by_impl", R"(["b","a","c"])", "[[[2],[2],[1]]]", R"(["c","b","a"])"},
    {"_sort_by_impl", R"({"a":1})", "[[[1]]]",
     R"(error: object ({"a":1}) and array ([[1]]) cannot be sorted, as they are not both arrays.)"},
    {"_sort_by_impl", "[1,2]", "[[1]]",
     "error: array ([1,2]) and array ([1]) cannot be sorted, as they are not both arrays."},
    {"_group_by_impl", R"(["b","a","c"])", "[[2,2,1]]", R"([["c"],["b","a"]])"},
    {"_group_by_impl", "[]", "[[]]", "[]"},
    {"unique", "[2,1,2.0,1]", "[]", "[1,2]"},
    {"unique", "null", "[]", "error: null (null) cannot be sorted, as it is not an array."},
    {"_unique_by_impl", R"(["b","a","c"])", "[[2,2,1]]", R"(["c","b"])"},
    {"min", "[3,1,2]", "[]", "1"},
    {"max", "[3,1,2]", "[]", "3"},
    {"min", "[]", "[]", "null"},
    {"max", R"([1,"@secret b","a"])", "[]", R"(secret: "b")"},
    {"max", R"({"a":1})", "[]",
     R"(error: object ({"a":1}) and object ({"a":1}) cannot be iterated over.)"},
    {"sort", R"([["@nan",1],["@nan",0],[null]])", "[]", "[[null],[null,1],[null,0]]"},
    {"unique", R"(["@nan",1,"@nan"])", "[]", "[null,null,1]"},
    {"_group_by_impl", "[1,2]", R"([["@nan","@nan"]])", "[[1],[2]]"},
    {"_min_by_impl", "[1,2]", R"([["@nan","@nan"]])", "2"},
    {"_max_by_impl", "[1,2]", R"([["@nan","@nan"]])", "1"},
    {"_min_by_impl", R"(["a","b","c"])", "[[1,1,2]]", R"("a")"},
    {"_max_by_impl", R"(["a","b","c"])", "[[1,2,2]]", R"("c")"},
};

}  // namespace

class CollectionNativesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CollectionNativesTest);
    CPPUNIT_TEST(readsMembers);
    CPPUNIT_TEST(addsUp);
    CPPUNIT_TEST(changesShapes);
    CPPUNIT_TEST(tellsKinds);
    CPPUNIT_TEST(searches);
    CPPUNIT_TEST(sorts);
    CPPUNIT_TEST(keepsSecretsThatAreNames);
    CPPUNIT_TEST_SUITE_END();

    void readsMembers() { support::sameAs(kMembers, memberNatives()); }
    void addsUp() { support::sameAs(kSums, sumNatives()); }
    void changesShapes() { support::sameAs(kShapes, shapeNatives()); }
    void tellsKinds() { support::sameAs(kKinds, kindNatives()); }
    void searches() { support::sameAs(kSearches, searchingNatives()); }
    void sorts() { support::sameAs(kSorts, sortingNatives()); }

    void keepsSecretsThatAreNames() {
        const Scope scope;
        Machine machine(scope);
        const auto member = [](const char* name) { return nativeOf(memberNatives(), name, 0); };
        std::vector<tenon::Value> none;
        Call made{machine,
                  support::meantBy(R"([{"key":"@secret tokens","value":1},{"key":"b"}])"),
                  none,
                  {}};
        CPPUNIT_ASSERT(member("from_entries")->call(made));
        for (const auto* name : {"keys", "keys_unsorted", "to_entries"})
            CPPUNIT_ASSERT(
                support::said(machine, *member(name), made.out, {}).starts_with("secret: "));
        CPPUNIT_ASSERT_EQUAL(
            std::string("2"),
            support::said(machine, *nativeOf(kindNatives(), "length", 0), made.out, {}));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CollectionNativesTest);
