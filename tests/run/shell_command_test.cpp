// SPDX-License-Identifier: Apache-2.0
// From what a manifest says, evaluated, to the command.
#include <cppunit/extensions/HelperMacros.h>

#include "run/shell_command.h"
#include "support/whole.h"
#include "tenon/json.h"

using tenon::Array;
using tenon::Object;
using tenon::Secret;
using tenon::Value;

class CommandTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CommandTest);
    CPPUNIT_TEST(takesTextsAsTheyAre);
    CPPUNIT_TEST(writesOtherValuesAsJson);
    CPPUNIT_TEST(revealsSecretsToTheCommand);
    CPPUNIT_TEST(refusesWhatIsNoCommand);
    CPPUNIT_TEST(refusesWhatIsNoList);
    CPPUNIT_TEST(refusesNamesThatAreNone);
    CPPUNIT_TEST(refusesTheCharacterNul);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // "COMMAND <INPUT> [ARGUMENT] [ARGUMENT] {NAME=VALUE}", or the whole Error.
    static std::string made(const Object& with) {
        const auto command = tenon::run::shellCommand(with);
        if (!command) return support::whole(command.error());
        std::string out = command.value().command + " <" + command.value().input + ">";
        for (const auto& argument : command.value().arguments) out += " [" + argument + "]";
        for (const auto& [name, value] : command.value().environment)
            out += " {" + name + "=" + value + "}";
        return out;
    }
    static std::string made(const std::string& json) {
        return made(*tenon::json::read(json).value().object());
    }
    static std::string refused(const std::string& rest) {
        return "configuration 400, shell command: In run/shell/" + rest + " Nothing was run.";
    }

    void takesTextsAsTheyAre() {
        same("c <>", made(R"({"command":"c"})"));
        same("c <in> [a b] [] {X=1 2}",
             made(R"({"command":"c","stdin":"in","arguments":["a b",""],)"
                  R"("environment":{"X":"1 2"}})"));
        same("c <>", made(R"({"command":"c","stdin":null,"arguments":null,"environment":null})"));
    }
    void writesOtherValuesAsJson() {
        same(R"(c <{"a":[1,null]}> [5] [true] [null] {X=1.5} {_y2={}})",
             made(R"({"command":"c","stdin":{"a":[1,null]},"arguments":[5,true,null],)"
                  R"("environment":{"X":1.5,"_y2":{}}})"));
    }
    void revealsSecretsToTheCommand() {
        same(R"(c <{"k":"s1"}> [s2] {X=s3})",
             made(Object{{"command", Secret("c")},
                         {"stdin", Object{{"k", Secret("s1")}}},
                         {"arguments", Array{Secret("s2")}},
                         {"environment", Object{{"X", Secret("s3")}}}}));
    }
    void refusesWhatIsNoCommand() {
        same(refused("command: wanted a string that is not empty, found an integer."),
             made(R"({"command":5})"));
        same(refused("command: wanted a string that is not empty, found an empty one."),
             made(R"({"command":""})"));
    }
    void refusesWhatIsNoList() {
        same(refused("arguments: wanted an array, found a string."),
             made(R"({"command":"c","arguments":"a"})"));
        same(refused("environment: wanted an object, found an array."),
             made(R"({"command":"c","environment":[]})"));
    }
    void refusesNamesThatAreNone() {
        for (const std::string name : {"", "A=B", "1A", "A-B", "A B"})
            same(refused("environment: the name of a variable is letters, digits and _, found \"" +
                         name + "\"."),
                 made(Object{{"command", "c"}, {"environment", Object{{name, "x"}}}}));
    }
    void refusesTheCharacterNul() {
        const std::string nul("a\0b", 3);
        same(refused("command: a command cannot hold the character NUL."),
             made(Object{{"command", nul}}));
        same(refused("arguments: an argument cannot hold the character NUL."),
             made(Object{{"command", "c"}, {"arguments", Array{nul}}}));
        same(refused("environment/X: a variable cannot hold the character NUL."),
             made(Object{{"command", "c"}, {"environment", Object{{"X", nul}}}}));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CommandTest);
