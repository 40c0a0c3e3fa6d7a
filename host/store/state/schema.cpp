// SPDX-License-Identifier: Apache-2.0
#include "store/state/schema.h"
#include "store/state/faults.h"

namespace tenon::store {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  key BLOB
) STRICT;
CREATE TABLE text (
  digest BLOB PRIMARY KEY,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE run (
  run INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  uuid BLOB NOT NULL,
  state INTEGER NOT NULL,
  begun INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  driver INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  key BLOB,
  manifest BLOB NOT NULL,
  head BLOB NOT NULL,
  pins BLOB NOT NULL,
  input BLOB NOT NULL,
  outcome BLOB
) STRICT;
CREATE INDEX run_changed ON run (state, changed);
CREATE INDEX run_manifest ON run (manifest);
CREATE TABLE step (
  step INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  position TEXT NOT NULL,
  kind INTEGER NOT NULL,
  state INTEGER NOT NULL,
  what BLOB NOT NULL,
  action BLOB NOT NULL,
  asked INTEGER NOT NULL,
  answered INTEGER,
  done INTEGER,
  answer BLOB,
  UNIQUE (run, position)
) STRICT;
)";

void make(Database& database) {
    database.run("PRAGMA journal_mode = WAL");
    database.run("BEGIN IMMEDIATE");
    database.run(kTables);
    database.run("PRAGMA application_id = 1415933551");
    database.run("PRAGMA user_version = 1");
    database.run("COMMIT");
    static_assert(kApplication == 1415933551 && kFormat == 1);
}

}  // namespace

void prepareSchema(Database& database) {
    const auto application = database.number("PRAGMA application_id");
    const auto format = database.number("PRAGMA user_version");
    if (application == 0 && format == 0 &&
        database.number("SELECT count(*) FROM sqlite_schema") == 0)
        return make(database);
    const auto& folder = database.folder();
    if (application != kApplication)
        throw StepError(stateError("foreign", folder +
                                                  "/journal.db is no journal of Tenon's: another "
                                                  "program made it. Name another state folder."));
    if (format > kFormat)
        throw StepError(stateError(
            "newer", "The journal " + folder + "/journal.db has format " + std::to_string(format) +
                         ", this Tenon writes format " + std::to_string(kFormat) +
                         ". Use the Tenon that made it, or a newer one; nothing was changed."));
    database.run("PRAGMA journal_mode = WAL");  // another program may have changed it
}

}  // namespace tenon::store
