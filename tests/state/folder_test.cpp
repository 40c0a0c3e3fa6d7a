// SPDX-License-Identifier: Apache-2.0
// Folders that are not as they should be, each in a sentence; and what is in those that are.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "state/given.h"
#include "state/sql.h"

using namespace given;
using tenon::Object;
using tenon::Secret;
using tenon::Value;
using tenon::store::RunState;

namespace fs = std::filesystem;

class FolderTest : public StateFixture {
    CPPUNIT_TEST_SUITE(FolderTest);
    CPPUNIT_TEST(isForItsOwnerOnly);
    CPPUNIT_TEST(refusesANewerFormat);
    CPPUNIT_TEST(takesItsLogBack);
    CPPUNIT_TEST(refusesAnotherProgramsFile);
    CPPUNIT_TEST(refusesWhatIsNoDatabase);
    CPPUNIT_TEST(tellsOfDamage);
    CPPUNIT_TEST(refusesAFolderThatCannotBeWritten);
    CPPUNIT_TEST(refusesWhatOthersMayChange);
    CPPUNIT_TEST(refusesAnotherKey);
    CPPUNIT_TEST(noticesThatItsFilesAreGone);
    CPPUNIT_TEST(noticesThatItsRunWasTakenOver);
    CPPUNIT_TEST(holdsNoSecretInTheClear);
    CPPUNIT_TEST(refusesRecordsThatWereExchanged);
    CPPUNIT_TEST(refusesKindsThatWereChanged);
    CPPUNIT_TEST_SUITE_END();

    std::string refusal(const std::string& key = "") const {
        return text(tenon::store::openFolder(
                        place_, key.empty() ? std::nullopt : std::optional<std::string>(key)),
                    place_);
    }
    void sql(const std::string& text) const { given::sql(place_, text); }
    void fill(const std::string& key = "") const {
        const auto state = open(place_, key);
        const auto journal = get(state->begin(run("r")));
        journal->once(act("/a"), gives("one"));
        journal->once(act("/b"), gives("two"));
        journal->end(RunState::waiting, Value());
    }
    static unsigned modeOf(const std::string& path) {
        struct stat about {};
        CPPUNIT_ASSERT_EQUAL_MESSAGE(path, 0, ::stat(path.c_str(), &about));
        return about.st_mode & 0777;
    }
    std::string bytes(const std::string& name) const { return folder_.read("state/" + name); }

  public:
    void isForItsOwnerOnly() {
        const auto before = ::umask(0);
        fill();
        ::umask(before);
        CPPUNIT_ASSERT_EQUAL(0700u, modeOf(place_));
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(place_)) {
            names.insert(entry.path().filename().string());
            CPPUNIT_ASSERT_EQUAL(0600u, modeOf(entry.path().string()));
        }
        CPPUNIT_ASSERT((names == std::set<std::string>{"ballast", "journal.db", "journal.db-shm",
                                                       "journal.db-wal", "state.lock"}));
    }
    void refusesANewerFormat() {
        fill();
        sql("PRAGMA user_version = 2; PRAGMA journal_mode = DELETE");
        const auto before = bytes("journal.db");
        same(
            "newer: The journal FOLDER/journal.db has format 2, this Tenon writes format 1. Use "
            "the Tenon that made it, or a newer one; nothing was changed.",
            refusal());
        CPPUNIT_ASSERT(before == bytes("journal.db"));
    }
    void takesItsLogBack() {
        fill();
        sql("PRAGMA journal_mode = DELETE");
        const auto state = open(place_);
        const auto journal = get(state->resume("r"));
        CPPUNIT_ASSERT(journal->once(act("/a"), never).result.ok());
        CPPUNIT_ASSERT(journal->once(act("/new"), gives(1)).result.ok());
    }
    void refusesAnotherProgramsFile() {
        fs::create_directory(place_);
        sql("CREATE TABLE t (a)");
        fs::permissions(place_ + "/journal.db", fs::perms(0600));
        same(
            "foreign: FOLDER/journal.db is no journal of Tenon's: another program made it. Name "
            "another state folder.",
            refusal());
    }
    void refusesWhatIsNoDatabase() {
        fs::create_directory(place_);
        folder_.write("state/journal.db", std::string(5000, 'x'));
        same(
            "damaged: The journal FOLDER/journal.db is damaged (file is not a database). Put back "
            "a copy of the folder, or move it away and begin anew; .recover of sqlite3 shows what "
            "is left in it.",
            refusal());
    }
    void tellsOfDamage() {
        fill();
        sql("PRAGMA wal_checkpoint(TRUNCATE)");
        const auto whole = bytes("journal.db");
        {
            std::fstream file(place_ + "/journal.db", std::ios::in | std::ios::out);
            for (std::size_t page = 4096; page < whole.size(); page += 4096) {
                file.seekp(static_cast<std::streamoff>(page));
                file << std::string(100, 'x');
            }
        }
        same(
            "damaged: The journal FOLDER/journal.db is damaged (database disk image is malformed). "
            "Put back a copy of the folder, or move it away and begin anew; .recover of sqlite3 "
            "shows what is left in it.",
            refusal());
    }
    void refusesAFolderThatCannotBeWritten() {
        fill();
        fs::permissions(place_, fs::perms(0500));
        fs::permissions(folder_.path(), fs::perms(0755));
        for (const char* name : {"", "/journal.db", "/state.lock"})
            if (::geteuid() == 0)
                CPPUNIT_ASSERT_EQUAL(0, ::chown((place_ + name).c_str(), 65534, 65534));
        for (const char* name : {"journal.db-wal", "journal.db-shm", "ballast"})
            fs::remove(place_ + "/" + name);
        CPPUNIT_ASSERT_EQUAL(
            0, inChild([&] {
                if (::geteuid() == 0) CPPUNIT_ASSERT_EQUAL(0, ::setuid(65534));
                same(
                    "read-only: The journal FOLDER/journal.db cannot be written "
                    "(attempt to write a readonly database). A run writes there: mend "
                    "who may write in FOLDER, or name another.",
                    refusal());
                fs::permissions(place_, fs::perms(0700));
                fs::remove(place_ + "/journal.db");
                fs::permissions(place_, fs::perms(0500));
                same(
                    "state folder: The state folder FOLDER cannot be written "
                    "(Permission denied). A run writes there: name another, or "
                    "mend it.",
                    refusal());
            }));
        fs::permissions(place_, fs::perms(0700));
        const auto under = tenon::store::openFolder("/proc/nothing/here", std::nullopt);
        same(
            "state folder: The state folder /proc/nothing/here cannot be made (No such file or "
            "directory). Name one that can.",
            text(under));
    }
    void refusesWhatOthersMayChange() {
        fill();
        fs::permissions(place_, fs::perms(0770));
        same("permissions: The state folder FOLDER may be written by others; run: chmod 700 FOLDER",
             refusal());
        fs::permissions(place_, fs::perms(0700));
        fs::permissions(place_ + "/journal.db", fs::perms(0644));
        same(
            "permissions: FOLDER/journal.db may be read by others; run: chmod 600 "
            "FOLDER/journal.db",
            refusal());
    }
    void refusesAnotherKey() {
        fill(key_);
        same(
            "key missing: The runs in the state folder FOLDER are sealed. Name the key file that "
            "it was begun with.",
            refusal());
        const auto other = folder_.write("other", "ff" + kKeyText.substr(2));
        same(
            "wrong key: The key does not open the state folder FOLDER: it was begun with another "
            "one, or put under another one since. Name the right key file.",
            refusal(other));
        fs::remove_all(place_);
        fill();
        same(
            "not sealed: The state folder FOLDER holds runs that are not sealed: it was begun "
            "without a key. Name another folder, or no key file.",
            refusal(key_));
    }
    void noticesThatItsFilesAreGone() {
        for (const char* name : {"/journal.db", "/journal.db-wal", "/state.lock", ""}) {
            const auto state = open(place_);
            const auto journal = get(state->begin(run("r")));
            fs::rename(place_ + name, folder_.path("away"));
            same(
                "gone: call Create at /a was not begun, nothing was sent: The files of the state "
                "folder FOLDER were removed or replaced while a run used them: what is written "
                "now would be lost. Put them back, and resume.",
                left([&] { journal->once(act("/a"), never); }, place_));
            fs::remove_all(place_ + name);
            fs::rename(folder_.path("away"), place_ + name);
            CPPUNIT_ASSERT_EQUAL(std::string("none"), text(state->begin(run("s"))));
            fs::remove_all(place_);
        }
    }
    // By a process that did not see the lock.
    void noticesThatItsRunWasTakenOver() {
        const auto state = open(place_);
        const auto journal = get(state->begin(run("r")));
        sql("UPDATE run SET epoch = epoch + 1");
        const std::string driven =
            "The run r is driven by another process since: its lock was lost here. Let that "
            "process go on.";
        same("driven: call Create at /a was not begun, nothing was sent: " + driven,
             left([&] { journal->once(act("/a"), never); }));
        same("driven: " + driven, left([&] { journal->end(RunState::completed, Value()); }));
        sql("DELETE FROM run");
        same("missing: The run r was removed while it was driven here.",
             left([&] { journal->end(RunState::completed, Value()); }));
    }
    void holdsNoSecretInTheClear() {
        for (const auto& key : {key_, std::string()}) {
            fs::remove_all(place_);
            const auto state = open(place_, key);
            {
                const auto journal = get(state->begin(run("r")));
                journal->once(act("/a", Object{{"p", Secret("asked-secret")}}),
                              gives(Object{{"token", Secret("given-secret")}}));
                journal->once(look("/b"), [] {
                    return Answer{tenon::makeError(tenon::ErrorKind::runtime, "t", "error-secret"),
                                  "raw-secret"};
                });
                journal->end(RunState::completed, Value(Secret("final-secret")));
            }
            bool found = false;
            for (const auto& entry : fs::directory_iterator(place_)) {
                const auto all = bytes(entry.path().filename().string());
                for (const char* secret :
                     {"hush-hush", "asked-secret", "given-secret", "error-secret", "raw-secret",
                      "final-secret", "cloudelements", "flows/create", "document: {}",
                      "call Create", "Create an instance"})
                    found = found || all.find(secret) != all.npos;
            }
            CPPUNIT_ASSERT_EQUAL(key.empty(), found);
        }
    }
    void refusesRecordsThatWereExchanged() {
        const std::string shut =
            "sealed: A sealed record does not open: its bytes were changed or moved, or it was "
            "sealed with another key.";
        fill(key_);
        sql("UPDATE step SET answer = (SELECT answer FROM step WHERE position = '/b') "
            "WHERE position = '/a'");
        {
            const auto state = open(place_, key_);
            const auto journal = get(state->resume("r"));
            same(shut, left([&] { journal->once(act("/a"), never); }));
            CPPUNIT_ASSERT(journal->once(act("/b"), never).result.ok());
        }
        sql("UPDATE step SET position = '/c' WHERE position = '/b'");
        {
            const auto state = open(place_, key_);
            const auto journal = get(state->resume("r"));
            CPPUNIT_ASSERT(left([&] { journal->once(act("/c"), never); }).starts_with("changed: "));
        }
        sql("UPDATE run SET input = pins");
        same(shut, text(open(place_, key_)->resume("r")));
    }
    // An act that became a look would be done twice.
    void refusesKindsThatWereChanged() {
        fill(key_);
        sql("UPDATE step SET kind = 2, state = 1, answer = NULL");
        const auto state = open(place_, key_);
        const auto journal = get(state->resume("r"));
        for (const auto& question : {act("/a"), look("/a")})
            CPPUNIT_ASSERT(left([&] { journal->once(question, never); }).starts_with("changed: "));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FolderTest);
