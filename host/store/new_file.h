// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::store {

// A file that comes into being whole or not at all, readable by its owner only (mode 0600).
class NewFile {
  public:
    // Reserves the place beside the file, so that what could fail fails before the work is done.
    // Throws StepError (configuration) if `path` exists or its folder cannot be written.
    explicit NewFile(std::string path);
    // Leaves nothing behind unless commit() was called.
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    // Throws StepError (configuration); then a file with the text is left at the place named in the
    // error, because the text may be the only record.
    void commit(std::string_view text);

  private:
    [[noreturn]] void fail(const std::string& what) const;

    const std::string path_;
    std::string draft_;
    int file_ = -1;
};

}  // namespace tenon::store
