// SPDX-License-Identifier: Apache-2.0
#include "cli/new_plugin/folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "cli/failure.h"

namespace tenon::cli::new_plugin {
namespace {

namespace fs = std::filesystem;

// Beside what is to be made; gone with the object, and all that is still in it.
class Draft {
  public:
    explicit Draft(const std::string& folder) : path_(folder + ".XXXXXX") {
        if (!::mkdtemp(path_.data())) throw std::system_error(errno, std::generic_category());
    }
    ~Draft() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

void write(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw std::system_error(errno, std::generic_category());
}

}  // namespace

void writeFolder(const std::string& parent, const std::string& name,
                 const std::vector<File>& files) {
    const auto folder = (fs::path(parent) / name).string();
    const auto refuse = [&](const std::error_code& why) {
        throw Failure(kNoOutput, "tenon: the folder " + folder +
                                     (why == std::errc::file_exists
                                          ? " is there already; choose another name or --folder\n"
                                          : " cannot be made (" + why.message() + ")\n"));
    };
    try {
        if (fs::exists(fs::symlink_status(folder)))
            refuse(std::make_error_code(std::errc::file_exists));
        const Draft draft(folder);
        // Of a folder inside, since the draft itself is its owner's alone.
        const auto made = draft.path() + "/" + name;
        fs::create_directory(made);
        for (const auto& file : files) write(made + "/" + file.name, file.text);
        if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), RENAME_NOREPLACE) != 0)
            throw std::system_error(errno, std::generic_category());
    } catch (const std::system_error& e) {
        refuse(e.code());
    }
}

}  // namespace tenon::cli::new_plugin
