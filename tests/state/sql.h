// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cppunit/extensions/HelperMacros.h>
#include <sqlite3.h>

#include <string>

namespace given {

// What another program would do to a journal, while nobody has it open.
inline void sql(const std::string& folder, const std::string& text) {
    sqlite3* handle = nullptr;
    CPPUNIT_ASSERT_EQUAL(SQLITE_OK, sqlite3_open((folder + "/journal.db").c_str(), &handle));
    char* words = nullptr;
    const int code = sqlite3_exec(handle, text.c_str(), nullptr, nullptr, &words);
    CPPUNIT_ASSERT_EQUAL_MESSAGE(words ? words : "", SQLITE_OK, code);
    sqlite3_close(handle);
}

}  // namespace given
