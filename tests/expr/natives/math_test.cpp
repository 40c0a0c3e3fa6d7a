// SPDX-License-Identifier: Apache-2.0
#include "natives/math.h"

#include <cppunit/extensions/HelperMacros.h>

#include <sstream>

#include "expr/natives/called.h"

using namespace tenon::expr;

namespace {

using Row = support::CalledRow;

const Row kRows[] = {
    {"floor", "-1.5", "[]", "-2"},
    {"ceil", "1.2", "[]", "2"},
    {"round", "2.5", "[]", "3"},
    {"rint", "2.5", "[]", "2"},
    {"nearbyint", "3.5", "[]", "4"},
    {"trunc", "-2.7", "[]", "-2"},
    {"floor", "9223372036854775807", "[]", "9223372036854775807"},
    {"round", "-9007199254740993", "[]", "-9007199254740993"},
    {"trunc", R"("@wide 12345678901234567890")", "[]", "12345678901234567890"},
    {"floor", "1e300", "[]", "1e+300"},
    {"fabs", "-9223372036854775807", "[]", "9223372036854775807"},
    {"fabs", "-9223372036854775808", "[]", "9223372036854776000"},
    {"fabs", "-1.5", "[]", "1.5"},
    {"sqrt", "16", "[]", "4"},
    {"sqrt", "-1", "[]", "null"},
    {"sqrt", R"("@wide 12345678901234567890")", "[]",
     "error: 12345678901234567890 has more than 64 bits and cannot be computed with."},
    {"sqrt", R"("x")", "[]", R"(error: string ("x") number required.)"},
    {"sqrt", R"("@secret 123456")", "[]", R"(error: string ("********") number required.)"},
    {"exp10", "2", "[]", "100"},
    {"exp2", "10", "[]", "1024"},
    {"log2", "8", "[]", "3"},
    {"log10", "1000", "[]", "3"},
    {"cbrt", "8", "[]", "2"},
    {"significand", "10", "[]", "1.25"},
    {"significand", "0", "[]", "0"},
    {"logb", "10", "[]", "3"},
    {"logb", "0", "[]", "-1.7976931348623157e+308"},
    {"gamma", "10", "[]", "12.80182748008147"},
    {"lgamma", "0", "[]", "1.7976931348623157e+308"},
    {"tgamma", "5", "[]", "24"},
    {"lgamma_r", "-0.5", "[]", "[1.2655121234846454,-1]"},
    {"frexp", "8", "[]", "[0.5,4]"},
    {"frexp", "0", "[]", "[0,0]"},
    {"frexp", R"("@nan")", "[]", "[null,0]"},
    {"frexp", R"("@inf")", "[]", "[1.7976931348623157e+308,0]"},
    {"modf", "-3.25", "[]", "[-0.25,-3]"},
    {"modf", R"("@inf")", "[]", "[0,1.7976931348623157e+308]"},
    {"pow", "null", "[2,10]", "1024"},
    {"pow", "null", R"(["a",2])", R"(error: string ("a") number required.)"},
    {"pow", "null", R"([2,"a"])", R"(error: string ("a") number required.)"},
    {"atan2", "null", "[0,1]", "0"},
    {"ldexp", "null", "[1,2.7]", "4"},
    {"ldexp", "null", "[1,1e300]", "1.7976931348623157e+308"},
    {"ldexp", "null", R"([1,"@nan"])", "null"},
    {"ldexp", "null", R"([1,"@-inf"])", "0"},
    {"scalb", "null", "[1,3]", "8"},
    {"scalbln", "null", "[1,3]", "8"},
    {"drem", "null", "[10,3]", "1"},
    {"drem", "null", "[10,0]", "null"},
    {"fmod", "null", "[7,4]", "3"},
    {"fmin", "null", R"(["@nan",1])", "1"},
    {"nexttoward", "null", "[1,2]", "1.0000000000000002"},
    {"jn", "null", "[1,2]", "0.5767248077568733"},
    {"jn", "null", "[1e300,2]", "0"},
    {"yn", "null", "[0,2]", "0.5103756726497451"},
    {"fma", "null", "[2,3,4]", "10"},
    {"fma", "null", "[2,[],4]", "error: array ([]) number required."},
};

}  // namespace

class MathNativesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(MathNativesTest);
    CPPUNIT_TEST(computes);
    CPPUNIT_TEST(hasAllThatTheLanguageNames);
    CPPUNIT_TEST_SUITE_END();

    void computes() { support::sameAs(kRows, mathNatives()); }

    void hasAllThatTheLanguageNames() {
        const std::pair<std::size_t, const char*> names[] = {
            {0,
             "acos acosh asin asinh atan atanh cbrt ceil cos cosh erf erfc exp exp10 exp2 expm1 "
             "fabs floor frexp gamma j0 j1 lgamma lgamma_r log log10 log1p log2 logb modf "
             "nearbyint rint round significand sin sinh sqrt tan tanh tgamma trunc y0 y1"},
            {2,
             "atan2 copysign drem fdim fmax fmin fmod hypot jn ldexp nextafter nexttoward pow "
             "remainder scalb scalbln yn"},
            {3, "fma"}};
        for (const auto& [arity, list] : names) {
            std::istringstream words(list);
            for (std::string name; words >> name;)
                CPPUNIT_ASSERT_MESSAGE(name, support::nativeOf(mathNatives(), name, arity));
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(MathNativesTest);
