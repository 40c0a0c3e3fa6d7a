// SPDX-License-Identifier: Apache-2.0
// From a command's end to the task's output.
#include <cppunit/extensions/HelperMacros.h>

#include "run/shell_command.h"
#include "support/whole.h"
#include "tenon/json.h"
#include "world/redactor.h"

using tenon::run::Return;
using tenon::world::ShellEnd;

class OutputTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OutputTest);
    CPPUNIT_TEST(givesWhatIsAskedFor);
    CPPUNIT_TEST(givesTheCodeWhereThatIsAskedFor);
    CPPUNIT_TEST(faultsWhereTheCodeIsNotAskedFor);
    CPPUNIT_TEST(doesNotKnowWhatAKilledShellDid);
    CPPUNIT_TEST(showsTheEndOfALongError);
    CPPUNIT_TEST(refusesBytesThatAreNoText);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string output(const ShellEnd& end, Return what) {
        const auto result = tenon::run::shellResult(end);
        if (!result) return support::whole(result.error());
        const auto out = tenon::run::shellOutput(result.value(), what, {});
        return out ? tenon::json::write(out.value()) : support::whole(out.error());
    }

    void givesWhatIsAskedFor() {
        const ShellEnd end{0, false, "o\n", "e\n"};
        same(R"("o\n")", output(end, Return::out));
        same(R"("e\n")", output(end, Return::err));
        same("0", output(end, Return::code));
        same(R"({"code":0,"stdout":"o\n","stderr":"e\n"})", output(end, Return::all));
        same("null", output(end, Return::none));
    }
    void givesTheCodeWhereThatIsAskedFor() {
        const ShellEnd end{137, true, "o", "e"};
        same("137", output(end, Return::code));
        same(R"({"code":137,"stdout":"o","stderr":"e"})", output(end, Return::all));
    }
    void faultsWhereTheCodeIsNotAskedFor() {
        for (const auto what : {Return::out, Return::err, Return::none}) {
            same(
                "runtime 500, shell command failed: The shell command ended with code 3. It said: "
                "no such\nfile",
                output({3, false, "o", "no such\nfile\n\n"}, what));
            same(
                "runtime 500, shell command failed: The shell command ended with code 1 and said "
                "nothing.",
                output({1, false, "o", ""}, what));
        }
    }
    void doesNotKnowWhatAKilledShellDid() {
        same(
            "runtime 500, maybe done, shell command failed: The shell was ended by signal 9. It "
            "said: e",
            output({137, true, "o", "e"}, Return::out));
    }
    void showsTheEndOfALongError() {
        same("runtime 500, shell command failed: The shell command ended with code 1. It said: …" +
                 std::string(999, 'x'),
             output({1, false, "", "begin ä" + std::string(999, 'x')}, Return::out));
    }
    void refusesBytesThatAreNoText() {
        same(
            "runtime 500, maybe done, shell output: The shell command ended, but its standard "
            "output is no UTF-8 text. Let the command encode it, for example with base64.",
            output({0, false, "a\xff", ""}, Return::out));
        for (const std::string text : {"\xc3", "\x80", "\xe2\x82", "\xed\xa0\x80", "\xf8\x88"})
            same(
                "runtime 500, maybe done, shell output: The shell command ended, but its standard "
                "error is no UTF-8 text. Let the command encode it, for example with base64.",
                output({0, false, "ä€😀", text}, Return::out));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OutputTest);
