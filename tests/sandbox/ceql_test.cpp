// SPDX-License-Identifier: Apache-2.0
// Conditions: what they let through, and what is no condition.
#include "ceql/ceql.h"

#include <cppunit/extensions/HelperMacros.h>

#include "tenon/json.h"

namespace ceql = cloudelements::sandbox::ceql;

class CeqlTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CeqlTest);
    CPPUNIT_TEST(holds);
    CPPUNIT_TEST(doesNotHold);
    CPPUNIT_TEST(saysWhatItCannotRead);
    CPPUNIT_TEST(endsSoonWhateverThePattern);
    CPPUNIT_TEST_SUITE_END();

    static bool isTrue(const std::string& condition) {
        static const auto record =
            tenon::json::read(R"({"Name":"O'Neill & Co","Size":9,"Rate":1.5,"Active":true,)"
                              R"("None":null,"Empty":"","When":"2017-06-12T14:09:00Z",)"
                              R"("Digits":"10","AND":"word"})")
                .value();
        return ceql::read(condition).holds(*record.object());
    }

    void holds() {
        for (const char* condition : {"",
                                      "  ",
                                      "Name='O''Neill & Co'",
                                      "name = 'O''Neill & Co'",
                                      "NAME LIKE 'O''%'",
                                      "Name like '%Co'",
                                      "Name LIKE '%N__ll%'",
                                      "Name LIKE '%'",
                                      "Size=9",
                                      "Size = '9'",
                                      "Size<10",
                                      "Size<'10'",
                                      "Size <= 9",
                                      "Size>=9",
                                      "Size>-1",
                                      "Size!=10",
                                      "Size<>10",
                                      "Digits>9",
                                      "Rate=1.50",
                                      "Active=true",
                                      "Active = 'true'",
                                      "None IS NULL",
                                      "Missing is null",
                                      "Empty IS NOT NULL",
                                      "Empty=''",
                                      "When>'2017-06-12T13:09:00Z'",
                                      "When = '2017-06-12T16:09:00+02:00'",
                                      "When < '2018-01-01'",
                                      "Size IN (1, 9)",
                                      "Name IN('x','O''Neill & Co')",
                                      "Size=9 AND Rate=1.5",
                                      "Size=1 OR Rate=1.5",
                                      "Size=9 OR Rate=1 AND Rate=2",
                                      "(Size=9 OR Rate=1) AND Active=true",
                                      "((Size=9))and(Rate=1.5)",
                                      "AND = 'word'",
                                      "Size\n=\t9"})
            CPPUNIT_ASSERT_MESSAGE(condition, isTrue(condition));
    }
    void doesNotHold() {
        for (const char* condition : {"Name='o''neill & co'",
                                      "Name LIKE 'Co'",
                                      "Name LIKE 'o%'",
                                      "Name LIKE ''",
                                      "Size=10",
                                      "Size<9",
                                      "Size>9",
                                      "None=1",
                                      "None!=1",
                                      "Missing!='a'",
                                      "Missing<1",
                                      "None LIKE '%'",
                                      "None IN (1)",
                                      "None IS NOT NULL",
                                      "Empty IS NULL",
                                      "When<'2017-06-12T13:09:00Z'",
                                      "Size IN (1,2)",
                                      "Size=9 AND Rate=2",
                                      "Size=1 OR Rate=2",
                                      "(Size=9 OR Rate=1) AND Rate=2"})
            CPPUNIT_ASSERT_MESSAGE(condition, !isTrue(condition));
    }
    void saysWhatItCannotRead() {
        const auto deep = std::string(101, '(') + "a=1" + std::string(101, ')');
        const std::pair<std::string, std::string> cases[] = {
            {"Name",
             "at character 5 wanted a comparison (= != < > <= >= LIKE IN IS NULL), found "
             "the end"},
            {"= 1", "at character 1 wanted a field, found \"=\""},
            {"Name = ",
             "at character 8 wanted a text in single quotes, a number, true or false, "
             "found the end"},
            {"Name = x",
             "at character 8 wanted a text in single quotes, a number, true or false, "
             "found \"x\""},
            {"Name = 'x", "the quote at character 8 is not closed"},
            {"Name = \"x\"", "character 8 (\") belongs to nothing"},
            {"Name ! 1", "character 6 (!) belongs to nothing"},
            {"a=1 b=2", "at character 5 wanted AND, OR or the end, found \"b\""},
            {"a=1 AND", "at character 8 wanted a field, found the end"},
            {"(a=1", "at character 5 wanted \")\", found the end"},
            {"a=1)", "at character 4 wanted AND, OR or the end, found \")\""},
            {"a IN 1", "at character 6 wanted \"(\", found \"1\""},
            {"a IN (1", "at character 8 wanted \")\", found the end"},
            {"a IN ()",
             "at character 7 wanted a text in single quotes, a number, true or false, "
             "found \")\""},
            {"a IS 1", "at character 6 wanted NULL, found \"1\""},
            {"a=1;drop", "character 4 (;) belongs to nothing"},
            {deep, "more than 100 brackets are inside each other"}};
        for (const auto& [condition, problem] : cases) {
            std::string found;
            try {
                ceql::read(condition);
            } catch (const ceql::Unreadable& e) {
                found = e.what();
            }
            CPPUNIT_ASSERT_EQUAL_MESSAGE(condition, problem, found);
        }
    }
    void endsSoonWhateverThePattern() {
        std::string pattern;
        for (int i = 0; i < 2000; ++i) pattern += "%a";
        const tenon::Object record{{"a", std::string(20000, 'a')}};
        CPPUNIT_ASSERT(!ceql::read("a LIKE '" + pattern + "b'").holds(record));
        CPPUNIT_ASSERT(ceql::read("a LIKE '" + pattern + "%'").holds(record));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CeqlTest);
