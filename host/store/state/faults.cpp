// SPDX-License-Identifier: Apache-2.0
#include "store/state/faults.h"

#include <errno.h>
#include <sqlite3.h>

namespace tenon::store {
namespace {

bool isRoom(int problem) { return problem == ENOSPC || problem == EDQUOT || problem == EFBIG; }

// A write that was refused for want of room, by a quota or a limit; in the file or in its log.
bool wantsRoom(sqlite3* handle, int code) {
    if ((code & 0xff) == SQLITE_FULL) return true;
    if ((code & 0xff) != SQLITE_IOERR) return false;
    int problem = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &problem);
    if (isRoom(problem)) return true;
    sqlite3_file* log = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (!log || !log->pMethods) return false;
    log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &problem);
    return isRoom(problem);
}

}  // namespace

Error diskFull(const std::string& folder) {
    return stateError("disk full",
                      "The state folder " + folder +
                          " has no room left: nothing more can be recorded. Make room on "
                          "its disk, then resume.");
}

Error journalGone(const std::string& folder) {
    return stateError("gone",
                      "The files of the state folder " + folder +
                          " were removed or replaced while a run used them: what is written now "
                          "would be lost. Put them back, and resume.");
}

Error faultOf(sqlite3* handle, const std::string& folder) {
    const int code = sqlite3_extended_errcode(handle);
    const std::string words = sqlite3_errmsg(handle);
    if (wantsRoom(handle, code)) return diskFull(folder);
    switch (code & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return stateError("damaged",
                              "The journal " + folder + "/journal.db is damaged (" + words +
                                  "). Put back a copy of the folder, or move it away and "
                                  "begin anew; .recover of sqlite3 shows what is left in it.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return stateError("read-only", "The journal " + folder +
                                               "/journal.db cannot be written (" + words +
                                               "). A run writes there: mend who may write in " +
                                               folder + ", or name another.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return stateError("busy", "Another program keeps the journal " + folder +
                                          "/journal.db locked. End it, then resume.");
        case SQLITE_IOERR:
            return stateError("disk", "The disk of the state folder " + folder + " has failed (" +
                                          words + "). Look after the disk, then resume.");
        default:
            return stateError(
                "journal", "The journal " + folder + "/journal.db cannot be used (" + words + ").");
    }
}

}  // namespace tenon::store
