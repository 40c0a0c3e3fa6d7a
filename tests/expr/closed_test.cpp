// SPDX-License-Identifier: Apache-2.0
// An expression sees its data and nothing of the host: no environment, no files, no other programs'
// data; and it cannot leave its place in the program that jq runs.
//
// What cannot be helped with libjq: an expression that never ends (`last(repeat(1))`) or fills the
// memory (`[range(1e9)]`) is not stopped. A manifest is as trusted as a program.
#include <cppunit/extensions/HelperMacros.h>

#include <cstdlib>

#include "expr/evaluated.h"
#include "support/folder.h"

using support::evaluated;

namespace {

constexpr const char* kVariable = "TENON_TEST_MARKER";
const std::string kMarker = "m4rk3r";

}  // namespace

class ClosedTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ClosedTest);
    CPPUNIT_TEST(seesNoEnvironment);
    CPPUNIT_TEST(seesNoTimeZone);
    CPPUNIT_TEST(readsNoFilesAndNoInputs);
    CPPUNIT_TEST(movesNothingOfTheHost);
    CPPUNIT_TEST(cannotLeaveItsParentheses);
    CPPUNIT_TEST(findsTheMarkerByNoBuiltin);
    CPPUNIT_TEST(survivesUnluckyData);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static void refused(const std::string& name, const std::string& expression,
                        const std::string& more = "") {
        same("error: " + name + " is not to be had in a workflow" + more + ".",
             evaluated(expression));
    }

  public:
    void setUp() override {
        ::setenv(kVariable, kMarker.c_str(), 1);
        ::setenv("TZ", (kMarker + "0").c_str(), 1);
        folder_.write("marker.json", "\"" + kMarker + "\"");
        folder_.write("marker.jq", "def found: \"" + kMarker + "\";");
    }
    void tearDown() override {
        ::unsetenv(kVariable);
        ::unsetenv("TZ");
    }

  private:
    void seesNoEnvironment() {
        refused("env", "env");
        refused("env", "env.TENON_TEST_MARKER");
        same("null", evaluated("[$ENV.TENON_TEST_MARKER] | .[0]"));
        same("null", evaluated("[$ENV][0]"));
        same("fault: $ENV is not known; known are ", evaluated("$ENV.TENON_TEST_MARKER"));
        same("null", evaluated("def e: $ENV; e"));
        same("fault: the expression is not jq: $__prog_args is not defined",
             evaluated("[$__prog_args]"));
        same(R"({"file":"<top-level>"})", evaluated("$__loc__ | del(.line)"));
    }
    void seesNoTimeZone() {
        const std::string utc = "; its times are UTC";
        refused("%Z", "0 | strftime(\"%Z\")", utc);
        refused("%Z", "0 | gmtime | strftime(\"%Y %_5Z\")", utc);
        refused("%Z", "0 | strftime(\"%EZ\")", utc);
        refused("strflocaltime", "0 | strflocaltime(\"%Z\")", "; use strftime");
        refused("localtime", "0 | localtime", "; use gmtime");
        refused("__strftime", "0 | __strftime(\"%Z\")");
        same("\"1970-01-01T00:00:00Z +0000\"",
             evaluated("0 | strftime(\"%Y-%m-%dT%H:%M:%SZ %z\")"));
        same("\"1970-01-01T00:00:00Z\"", evaluated("0 | todate"));
        same("1425599507", evaluated("\"2015-03-05T23:51:47Z\" | fromdate"));
    }
    void readsNoFilesAndNoInputs() {
        refused("input", "input");
        refused("input", "first(input)");
        refused("inputs", "[inputs]");
        refused("input_filename", "input_filename");
        refused("modulemeta", "\"" + folder_.path("marker") + "\" | modulemeta");
        refused("get_search_list", "get_search_list");
        same("error: Unknown input line number.", evaluated("input_line_number"));
        same("fault: the expression is not jq: syntax error, unexpected import",
             evaluated("import \"" + folder_.path("marker") + "\" as m; m::found"));
        same("fault: the expression is not jq: syntax error, unexpected include",
             evaluated("include \"" + folder_.path("marker") + "\"; found"));
    }
    void movesNothingOfTheHost() {
        refused("halt", "halt");
        refused("halt_error", "halt_error");
        refused("halt_error", "\"x\" | halt_error(1)");
        refused("debug", "debug");
        refused("stderr", "stderr");
    }
    void cannotLeaveItsParentheses() {
        const std::string fault = "fault: the expression is not jq: ";
        same(fault + "a ) closes nothing", evaluated(") | env | ("));
        same(fault + "a ) closes nothing", evaluated("1) elif true then (env"));
        same(fault + "a ) closes nothing", evaluated("\"\\(1) \" ) | env | ( \"\""));
        same(fault + "a ) closes nothing", evaluated("\"a\\\\\") | env | (\"\""));
        same(fault + "a text is not closed", evaluated("\"a\\\") | env | ("));
        same(fault + "a ( is not closed", evaluated("(1 #)"));
        same(fault + "syntax error, unexpected end", evaluated("1 end | env | if true then 1"));
        // Without its parentheses a comment would take the rest of the program along.
        same("1", evaluated("1 # ) | env"));
    }
    // Every builtin that takes no argument or one, on the marker's names, as input and as argument.
    void findsTheMarkerByNoBuiltin() {
        const auto builtins =
            tenon::json::read(evaluated("builtins | map(select(test(\"/[01]$\"))) | sort")).value();
        CPPUNIT_ASSERT(builtins.array()->size() > 100);
        const std::string names[] = {kVariable, "TZ", "%Z", folder_.path("marker.json"),
                                     folder_.path("marker")};
        tenon::expr::Compiler compiler({});
        std::vector<tenon::expr::Expression> all;
        for (const auto& builtin : *builtins.array()) {
            const std::string name = builtin.string()->substr(0, builtin.string()->size() - 2);
            for (const auto& text : names) {
                const std::string quoted = tenon::json::write(text);
                const std::string call =
                    builtin.string()->ends_with("/0") ? name : name + "(" + quoted + ")";
                for (const std::string input : {"null", "0", quoted.c_str()})
                    all.push_back(compiler.expression("try (" + input + " | " + call + ") catch .",
                                                      *builtin.string()));
            }
        }
        CPPUNIT_ASSERT(compiler.finish().empty());
        for (const auto& expression : all) {
            const auto result = expression.evaluate({});
            const std::string text =
                result ? tenon::json::write(result.value()) : result.error().detail;
            CPPUNIT_ASSERT_MESSAGE(text, text.find(kMarker) == std::string::npos);
        }
    }
    // Each of these ends the process in jq 1.6 itself.
    void survivesUnluckyData() {
        same("error: strftime wants a string as its format.", evaluated("0 | strftime(1)"));
        same("error: errror converting number of seconds since epoch to datetime.",
             evaluated("todate", "1e300"));
        same("error: errror converting number of seconds since epoch to datetime.",
             evaluated("todateiso8601", "1e300"));
        same("error: errror converting number of seconds since epoch to datetime.",
             evaluated("strftime(\"%Y\")", "1e300"));
        same("[]", evaluated("indices(\"\")", "\"text\""));
        same("null", evaluated("index(\"\")", "\"text\""));
        same("null", evaluated("rindex(\"\")", "\"\""));
        same("[[1,3],1,3,null]",
             evaluated("[indices(\"e\"), index(\"e\"), rindex(\"e\"), index(\"z\")]", "\"hehe\""));
        same("[0,2]", evaluated("indices(1)", "[1,2,1]"));
        // These only leak, which the address sanitizer shows.
        same("[\"ü b\",\"a ü \",\"a ü b\",\"\"]",
             evaluated("[ltrimstr(\"a \"), rtrimstr(\"b\"), (ltrimstr(1) | rtrimstr(\"x\")), "
                       "ltrimstr(.)]",
                       "\"a ü b\""));
        same("[null,1]", evaluated("[(null | ltrimstr(\"a\")), (1 | rtrimstr(\"a\"))]"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ClosedTest);
