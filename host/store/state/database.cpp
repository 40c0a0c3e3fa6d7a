// SPDX-License-Identifier: Apache-2.0
#include "store/state/database.h"

#include <sqlite3.h>

#include "store/state/faults.h"

namespace tenon::store {

Database::Database(const StateFiles& files, Access access) : folder_(files.folder()) {
    const int how = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(
        files.database().c_str(), &handle_,
        how | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nullptr);
    try {
        check(code);
        configure(access);
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

Database::~Database() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
}

// Checkpoints are the writer's, under its lock: one that overlaps a commit may lose it.
void Database::configure(Access access) {
    check(sqlite3_busy_timeout(handle_, 5000));
    check(sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr));
    check(sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr));
    check(sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
    run("PRAGMA temp_store = MEMORY");
    run("PRAGMA cell_size_check = ON");
    if (access == Access::read) return;
    run("PRAGMA synchronous = FULL");
    // Takes the place of the automatic checkpoints.
    sqlite3_wal_hook(
        handle_,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Database*>(self)->logPages_ = pages;
            return SQLITE_OK;
        },
        this);
}

void Database::fail() { throw DatabaseFault(faultOf(handle_, folder_)); }

void Database::check(int code) {
    if (code != SQLITE_OK) fail();
}

void Database::run(const char* sql) {
    check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::number(const char* sql) {
    Query query(*this, sql);
    return query.next() ? query.numberAt(0) : 0;
}

std::int64_t Database::lastRow() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

void Database::rollBack() noexcept {
    if (!sqlite3_get_autocommit(handle_))
        sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

// A reader is not waited for: the log is then begun anew another time.
bool Database::checkpoint() {
    sqlite3_busy_timeout(handle_, 0);
    const int code =
        sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
    sqlite3_busy_timeout(handle_, 5000);
    if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) return false;
    check(code);
    return true;
}

bool Database::moved() {
    int moved = 0;
    return sqlite3_file_control(handle_, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
           moved != 0;
}

sqlite3_stmt* Database::prepared(std::string_view sql) {
    auto& statement = statements_[sql];
    if (!statement)
        check(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

Query::Query(Database& database, std::string_view sql)
    : database_(database), statement_(database.prepared(sql)) {}

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::number(std::int64_t value) {
    database_.check(sqlite3_bind_int64(statement_, ++bound_, value));
    return *this;
}

Query& Query::text(std::string_view value) {
    database_.check(sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(),
                                        SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Query& Query::blob(std::string_view value) {
    database_.check(
        sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT));
    return *this;
}

Query& Query::null() {
    database_.check(sqlite3_bind_null(statement_, ++bound_));
    return *this;
}

bool Query::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_.fail();
    return false;
}

bool Query::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Query::numberAt(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Query::bytesAt(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = sqlite3_column_bytes(statement_, column);
    return data ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

}  // namespace tenon::store
