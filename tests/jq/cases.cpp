// SPDX-License-Identifier: Apache-2.0
#include "jq/cases.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace jq_tests {
namespace {

bool isSkipped(const std::string& line) {
    const auto first = line.find_first_not_of(" \t");
    return first == line.npos || line[first] == '#';
}

std::string withoutMark(std::string line) {
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (line.starts_with(byteOrderMark)) line.erase(0, byteOrderMark.size());
    return line;
}

}  // namespace

std::string Case::name() const {
    std::uint32_t hash = 2166136261;  // FNV-1a
    for (const char c : program + "\n" + input)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    char hex[9];
    std::snprintf(hex, sizeof hex, "%08x", hash);
    return file + ":" + hex;
}

std::vector<Case> casesIn(const std::string& path) {
    std::vector<Case> out;
    std::ifstream in(path, std::ios::binary);
    std::string line;
    std::size_t count = 0;
    const auto next = [&] { return std::getline(in, line) && ++count; };
    bool fails = false;
    while (next()) {
        if (isSkipped(line)) continue;
        if (line.starts_with("%%FAIL")) {
            fails = true;
            continue;
        }
        Case one{std::filesystem::path(path).filename(), count, line, "", {}, fails};
        if (!fails && next()) one.input = withoutMark(line);
        while (next() && !isSkipped(line))
            if (!fails) one.outputs.push_back(line);
        out.push_back(std::move(one));
        fails = false;
    }
    return out;
}

}  // namespace jq_tests
