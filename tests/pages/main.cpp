// SPDX-License-Identifier: Apache-2.0
// Says which reference pages are not current; with --write, makes them so.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "catalog/catalog.h"
#include "comments.h"
#include "page.h"

namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

std::map<fs::path, std::string> headers() {
    std::map<fs::path, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(PLUGIN_SOURCES))
        if (entry.path().extension() == ".h") out[entry.path()] = contentOf(entry.path());
    return out;
}

// Empty where no header, or more than one, declares the step.
std::string commentOn(const std::string& step, const std::map<fs::path, std::string>& headers) {
    const std::string* found = nullptr;
    for (const auto& [path, text] : headers) {
        if (!pages::declares(text, step)) continue;
        if (found) return "";
        found = &text;
    }
    return found ? pages::commentOf(*found, step) : "";
}

}  // namespace

int main(int argc, char** argv) {
    const bool write = argc == 2 && std::string_view(argv[1]) == "--write";
    if (argc > 1 && !write) {
        std::cerr << "usage: pages [--write]\n";
        return 2;
    }
    const fs::path folder = fs::path(PLUGIN_SOURCES) / "steps";
    const tenon::catalog::Catalog catalog({PLUGINS});
    const auto known = headers();
    std::string wrong;
    std::set<std::string> current;
    for (const auto& name : catalog.names()) {
        const auto& step = *catalog.find(name);
        const auto comment = commentOn(name, known);
        if (comment.empty())
            wrong += "  " + name + ": no one header has a comment and declares it\n";
        const auto page = pages::pageOf(step, comment);
        const auto file = folder / (name + ".md");
        current.insert(file.filename());
        if (write) {
            fs::create_directories(folder);
            std::ofstream(file, std::ios::binary) << page;
        } else if (contentOf(file) != page) {
            wrong += "  " + name + ": " +
                     (fs::exists(file) ? "its page is not current\n" : "it has no page\n");
        }
    }
    if (fs::exists(folder))
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (current.contains(entry.path().filename())) continue;
            if (write)
                fs::remove(entry.path());
            else
                wrong += "  " + entry.path().filename().string() + ": there is no such step\n";
        }
    if (wrong.empty()) return 0;
    std::cerr << "The reference pages do not fit the steps; write them with ./dev pages:\n"
              << wrong;
    return 1;
}
