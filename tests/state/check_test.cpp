// SPDX-License-Identifier: Apache-2.0
// A look at all that is kept: whatever was changed in it is found, and named.
#include <fstream>

#include "state/given.h"
#include "state/sql.h"

using namespace given;
using tenon::Value;
using tenon::store::RunState;

class CheckTest : public StateFixture {
    CPPUNIT_TEST_SUITE(CheckTest);
    CPPUNIT_TEST(findsNothingInWhatIsSound);
    CPPUNIT_TEST(findsEachRecordThatWasChanged);
    CPPUNIT_TEST(findsThemWithoutAKey);
    CPPUNIT_TEST(findsRecordsThatWereExchanged);
    CPPUNIT_TEST(findsARunWhoseKeyIsAnothers);
    CPPUNIT_TEST(findsWhatIsMissing);
    CPPUNIT_TEST(findsRecordsOfNoRun);
    CPPUNIT_TEST(findsWhatSQLiteFinds);
    CPPUNIT_TEST(looksAtAllPages);
    CPPUNIT_TEST(looksWhileOthersWrite);
    CPPUNIT_TEST_SUITE_END();

    void fill(const std::string& key) const {
        const auto state = open(place_, key);
        for (const std::string id : {"one", "two"}) {
            const auto journal = get(state->begin(run(id)));
            journal->once(act("/a"), gives("one"));
            journal->once(act("/b"), gives("two"));
            journal->end(id == "one" ? RunState::waiting : RunState::completed, Value(1));
        }
    }
    std::string checked(const std::string& key) const {
        const auto found = get(open(place_, key)->check());
        auto out = std::to_string(found.runs) + " runs, " + std::to_string(found.records) + "\n";
        for (const auto& [run, position, what] : found.faults)
            out += run + " " + position + " " + what + "\n";
        return out;
    }
    // After that was done to what fill() wrote.
    void finds(const std::string& faults, const std::string& done, const std::string& key) const {
        std::filesystem::remove_all(place_);
        fill(key);
        sql(place_, done);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(done, "2 runs, 16\n" + faults, checked(key));
    }
    // The last byte of a record, to another one than it is.
    static std::string changed(const std::string& column) {
        return column + " = CAST(substr(" + column + ", 1, length(" + column +
               ") - 1) || CASE substr(" + column +
               ", -1) WHEN x'FF' THEN x'00' ELSE x'FF' END AS BLOB)";
    }
    void findsEach(const std::string& key) const {
        for (const std::string column : {"head", "pins", "input", "outcome"})
            finds("one  " + column + "\n",
                  "UPDATE run SET " + changed(column) + " WHERE id = 'one'", key);
        for (const std::string column : {"action", "answer"})
            finds("two /b " + column + "\n",
                  "UPDATE step SET " + changed(column) + " WHERE run = 2 AND position = '/b'", key);
        finds("one  manifest\ntwo  manifest\n", "UPDATE text SET " + changed("body"), key);
    }

  public:
    void findsNothingInWhatIsSound() {
        same("0 runs, 0\n", checked(key_));
        fill(key_);
        same("2 runs, 16\n", checked(key_));
    }
    void findsEachRecordThatWasChanged() { findsEach(key_); }
    void findsThemWithoutAKey() { findsEach(""); }
    void findsRecordsThatWereExchanged() {
        finds("one /a answer\n",
              "UPDATE step SET answer = (SELECT answer FROM step WHERE run = 1 AND position = "
              "'/b') WHERE run = 1 AND position = '/a'",
              key_);
        finds("two /a action\n",
              "UPDATE step SET action = (SELECT action FROM step WHERE run = 1 AND position = "
              "'/a') WHERE run = 2 AND position = '/a'",
              key_);
    }
    void findsARunWhoseKeyIsAnothers() {
        fill(key_);
        sql(place_, "UPDATE run SET key = (SELECT key FROM run WHERE id = 'one')");
        same("2 runs, 8\ntwo  key\n", checked(key_));
    }
    void findsWhatIsMissing() {
        finds("one  manifest\ntwo  manifest\n", "DELETE FROM text", key_);
        finds("one  state\n", "UPDATE run SET state = 257 WHERE id = 'one'", key_);
        finds("one /a state\n", "UPDATE step SET kind = 4 WHERE run = 1 AND position = '/a'", key_);
        finds("one /a state\n", "UPDATE step SET state = 1 WHERE run = 1 AND position = '/a'",
              key_);
    }
    void findsRecordsOfNoRun() {
        fill(key_);
        sql(place_, "DELETE FROM run WHERE id = 'one'");
        same("1 runs, 8\n /a run\n /b run\n", checked(key_));
    }
    void findsWhatSQLiteFinds() {
        fill(key_);
        sql(place_, "PRAGMA wal_checkpoint(TRUNCATE)");
        const auto root = rootOf("step");
        {
            std::fstream file(place_ + "/journal.db", std::ios::in | std::ios::out);
            file.seekp((root - 1) * 4096 + 3);
            file << "\x7f\x7f";  // so many rows
        }
        const auto found = get(open(place_, key_)->check()).faults;
        CPPUNIT_ASSERT(found.size() > 1);
        same("", found.front().run);
        CPPUNIT_ASSERT_MESSAGE(found.front().what,
                               found.front().what.find("main") != std::string::npos);
    }
    int rootOf(const std::string& table) const {
        sqlite3* handle = nullptr;
        sqlite3_stmt* statement = nullptr;
        sqlite3_open((place_ + "/journal.db").c_str(), &handle);
        sqlite3_prepare_v2(
            handle, ("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'").c_str(), -1,
            &statement, nullptr);
        CPPUNIT_ASSERT_EQUAL(SQLITE_ROW, sqlite3_step(statement));
        const int root = sqlite3_column_int(statement, 0);
        sqlite3_finalize(statement);
        sqlite3_close(handle);
        return root;
    }
    void looksAtAllPages() {
        {
            const auto state = open(place_, key_);
            for (int i = 0; i < 250; ++i) {
                const auto journal = get(state->begin(run("r" + std::to_string(i))));
                for (int n = 0; n < 5; ++n) journal->once(look("/" + std::to_string(n)), gives(n));
            }
        }
        same("250 runs, 3250\n", checked(key_));
        sql(place_, "UPDATE step SET " + changed("answer") + " WHERE step = 1250");
        same("250 runs, 3250\nr249 /4 answer\n", checked(key_));
    }
    // A run that is driven by another connection, and one that is removed.
    void looksWhileOthersWrite() {
        fill(key_);
        const auto writing = open(place_, key_);
        const auto journal = get(writing->resume("one"));
        const auto looking = open(place_, key_);
        journal->once(act("/c"), [&] {
            CPPUNIT_ASSERT(get(looking->check()).faults.empty());
            CPPUNIT_ASSERT_EQUAL(
                std::size_t{1},
                get(writing->prune(std::chrono::system_clock::now() + std::chrono::hours(1))));
            CPPUNIT_ASSERT(get(looking->check()).faults.empty());
            return Answer{Value(1)};
        });
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CheckTest);
