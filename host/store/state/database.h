// SPDX-License-Identifier: Apache-2.0
// SQLite, with its errors as ours.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "store/state/files.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tenon::store {

// What SQLite says went wrong: unlike any other StepError, it concerns the whole transaction.
class DatabaseFault : public StepError {
  public:
    using StepError::StepError;
};

// One connection. Throws DatabaseFault (configuration), titles "disk full", "damaged", "read-only",
// "gone", "busy", "disk"; after "damaged" and "disk" nothing that is written is to be trusted.
// One thread at a time.
class Database {
  public:
    enum class Access { read, write };

    Database(const StateFiles& files, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Statements without an answer. `sql` is a literal.
    void run(const char* sql);
    // The first number that a query gives.
    std::int64_t number(const char* sql);
    [[nodiscard]] std::int64_t lastRow() const;
    // How many rows did the last statement change?
    [[nodiscard]] std::int64_t changes() const;
    // Gives up the transaction, if there is one. Never throws.
    void rollBack() noexcept;
    // Moves the log into the file and begins it anew. False: somebody reads it.
    bool checkpoint();
    // Pages in the log after the last commit of this connection.
    [[nodiscard]] int logPages() const { return logPages_; }
    // Was the file renamed or removed?
    [[nodiscard]] bool moved();
    [[nodiscard]] const std::string& folder() const { return folder_; }

  private:
    friend class Query;
    sqlite3_stmt* prepared(std::string_view sql);
    [[noreturn]] void fail();
    void check(int code);
    void configure(Access access);

    const std::string folder_;
    sqlite3* handle_ = nullptr;
    std::map<std::string_view, sqlite3_stmt*> statements_;
    int logPages_ = 0;
};

// While it lives, what a connection reads is of one moment: the first reading's.
class Moment {
  public:
    explicit Moment(Database& database) : database_(database) { database_.run("BEGIN"); }
    ~Moment() { database_.rollBack(); }
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

  private:
    Database& database_;
};

// One use of a statement, which the connection keeps. `sql` is a literal; values are bound from the
// left. Throws as Database.
class Query {
  public:
    Query(Database& database, std::string_view sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& number(std::int64_t value);
    Query& text(std::string_view value);
    Query& blob(std::string_view value);
    Query& null();

    // Is there another row?
    bool next();
    // For those that give no rows.
    void run() { next(); }

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t numberAt(int column) const;
    // Text or blob.
    [[nodiscard]] std::string bytesAt(int column) const;

  private:
    Database& database_;
    sqlite3_stmt* const statement_;
    int bound_ = 0;
};

}  // namespace tenon::store
