// SPDX-License-Identifier: Apache-2.0
// host/store/JOURNAL.md says what is in the file.
#include <sqlite3.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "state/given.h"
#include "store/state/schema.h"

using namespace given;

class PageTest : public StateFixture {
    CPPUNIT_TEST_SUITE(PageTest);
    CPPUNIT_TEST(hasTheTablesAndTheirColumns);
    CPPUNIT_TEST(hasTheNumbers);
    CPPUNIT_TEST_SUITE_END();

    std::string page_;

    // The rows of a query's first two columns, "A B" a line.
    std::string rows(const std::string& sql) const {
        sqlite3* handle = nullptr;
        CPPUNIT_ASSERT_EQUAL(SQLITE_OK, sqlite3_open((place_ + "/journal.db").c_str(), &handle));
        std::string out;
        const int code = sqlite3_exec(
            handle, sql.c_str(),
            [](void* to, int, char** values, char**) {
                *static_cast<std::string*>(to) += std::string(values[0]) + " " + values[1] + "\n";
                return 0;
            },
            &out, nullptr);
        sqlite3_close(handle);
        CPPUNIT_ASSERT_EQUAL(SQLITE_OK, code);
        return out;
    }

  public:
    void setUp() override {
        std::ostringstream text;
        text << std::ifstream(TENON_SOURCE "/host/store/JOURNAL.md").rdbuf();
        page_ = text.str();
        open(place_);
    }
    void hasTheTablesAndTheirColumns() {
        // The tables of the page, each after its name, in their order.
        std::string expected;
        std::istringstream lines(page_.substr(page_.find("## Tables")));
        const std::regex heading("`([a-z]+)`, .*:"), row("\\| (`[a-z]+`(?:, `[a-z]+`)*) \\| .*"),
            word("[a-z]+");
        std::string table;
        std::smatch found;
        for (std::string line; std::getline(lines, line) && line != "## Records";) {
            if (std::regex_match(line, found, heading)) table = found[1];
            if (!std::regex_match(line, found, row)) continue;
            const std::string names = found[1];
            for (std::sregex_iterator at(names.begin(), names.end(), word), end; at != end; ++at)
                expected += table + " " + at->str() + "\n";
        }
        CPPUNIT_ASSERT_EQUAL(
            expected,
            rows("SELECT t.value, c.name FROM json_each('[\"meta\",\"text\",\"run\",\"step\"]') t, "
                 "pragma_table_info(t.value) c ORDER BY t.key, c.cid"));
        CPPUNIT_ASSERT_EQUAL(std::string("4 4\n"),
                             rows("SELECT count(*), sum(strict) FROM pragma_table_list "
                                  "WHERE name NOT LIKE 'sqlite%'"));
    }
    void hasTheNumbers() {
        CPPUNIT_ASSERT_EQUAL(std::string("1415933551 1\n"),
                             rows("SELECT application_id, user_version FROM "
                                  "pragma_application_id, pragma_user_version"));
        CPPUNIT_ASSERT(page_.find("`application_id` 0x54656e6f (\"Teno\"), `user_version` 1, ") !=
                       page_.npos);
        CPPUNIT_ASSERT_EQUAL(0x54656e6f, tenon::store::kApplication);
        CPPUNIT_ASSERT_EQUAL(std::string("wal 1\n"),
                             rows("SELECT journal_mode, 1 FROM pragma_journal_mode"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PageTest);
