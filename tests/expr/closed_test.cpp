// SPDX-License-Identifier: Apache-2.0
// An expression sees its data and nothing of the host: no environment, no files, no other programs'
// data. What would look outside is refused when the manifest is loaded.
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
        same("fault: the expression is not jq: " + name + " is not to be had in a workflow" + more +
                 ", at column " + std::to_string(expression.rfind(name) + 1),
             evaluated(expression));
    }
    static void notKnown(const std::string& expression) {
        same("fault: $ENV is not known; known are ", evaluated(expression));
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
        refused("env", "env", "; use $secrets");
        refused("env", "env.TENON_TEST_MARKER", "; use $secrets");
        for (const char* text : {"[$ENV.TENON_TEST_MARKER] | .[0]", "[$ENV][0]",
                                 "$ENV.TENON_TEST_MARKER", "def e: $ENV; e", "\"\\($ENV)\""})
            notKnown(text);
        same("fault: $__prog_args is not known; known are ", evaluated("[$__prog_args]"));
        same(R"({"file":"<top-level>","line":1})", evaluated("$__loc__"));
    }
    void seesNoTimeZone() {
        same("\"GMT\"", evaluated("0 | strftime(\"%Z\")"));
        same("\"1970   GMT\"", evaluated("0 | gmtime | strftime(\"%Y %_5Z\")"));
        refused("strflocaltime", "0 | strflocaltime(\"%Z\")", "; use strftime");
        refused("localtime", "0 | localtime", "; use gmtime");
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
        same("0", evaluated("input_line_number"));
        const std::string none =
            "fault: the expression is not jq: modules are not to be had in a workflow, at column 1";
        same(none, evaluated("import \"" + folder_.path("marker") + "\" as m; m::found"));
        same(none, evaluated("include \"" + folder_.path("marker") + "\"; found"));
        same(none, evaluated("m::found"));
    }
    void movesNothingOfTheHost() {
        refused("halt", "halt");
        refused("halt_error", "halt_error", "; use error");
        refused("halt_error", "\"x\" | halt_error(1)", "; use error");
        refused("stderr", "stderr", "; use debug");
        // It is a log event where somebody listens.
        same("1", evaluated("1 | debug"));
    }
    void cannotLeaveItsParentheses() {
        const std::string fault = "fault: the expression is not jq: ";
        const std::string more = ", wanted an operator or the end, at column ";
        same(fault + "unexpected ), wanted an expression, at column 1", evaluated(") | env | ("));
        same(fault + "unexpected )" + more + "2", evaluated("1) elif true then (env"));
        same(fault + "unexpected )" + more + "9", evaluated("\"\\(1) \" ) | env | ( \"\""));
        same(fault + "unexpected )" + more + "6", evaluated("\"a\\\\\") | env | (\"\""));
        same(fault + "a text is not closed, at column 1", evaluated("\"a\\\") | env | ("));
        same(fault + "unexpected the end, wanted ), at column 6", evaluated("(1 #)"));
        same(fault + "unexpected end" + more + "3", evaluated("1 end | env | if true then 1"));
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
    // Each of these ends the process in jq 1.6.
    void survivesUnluckyData() {
        same("error: strftime/1 requires a string format.", evaluated("0 | strftime(1)"));
        for (const char* text : {"todate", "todateiso8601", "strftime(\"%Y\")"})
            same("error: error converting number of seconds since epoch to datetime.",
                 evaluated(text, "1e300"));
        same("[]", evaluated("indices(\"\")", "\"text\""));
        same("null", evaluated("index(\"\")", "\"text\""));
        same("null", evaluated("rindex(\"\")", "\"\""));
        same("[[1,3],1,3,null]",
             evaluated("[indices(\"e\"), index(\"e\"), rindex(\"e\"), index(\"z\")]", "\"hehe\""));
        same("[0,2]", evaluated("indices(1)", "[1,2,1]"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ClosedTest);
