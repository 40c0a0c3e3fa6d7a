// SPDX-License-Identifier: Apache-2.0
#include "cli/new_plugin/names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tenon::cli::new_plugin {
namespace {

constexpr std::size_t kLongest = 40;
// Targets of CMake, the file beside the step's own, words of the class itself, and the namespace
// that Poco's manifest speaks of.
constexpr std::array<std::string_view, 10> kTaken{"all",  "clean",  "help",   "install", "package",
                                                  "test", "plugin", "inputs", "outputs", "poco"};

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string nameProblem(const std::string& name) {
    bool fits = name.size() <= kLongest && !name.empty() && isLower(name.front());
    for (std::size_t i = 1; fits && i < name.size(); ++i)
        fits = isLower(name[i]) || isDigit(name[i]) ||
               (name[i] == '-' && name[i - 1] != '-' && i + 1 < name.size());
    if (!fits)
        return "a plugin's name is made of small letters, digits and single hyphens, begins with a "
               "letter and has 40 characters at most, such as order-lines; found \"" +
               name + "\"";
    if (name == "typed-step" || std::count(kTaken.begin(), kTaken.end(), name) != 0)
        return "a plugin cannot be called " + name + ": its files and classes need that word";
    return "";
}

std::string className(const std::string& name) {
    std::string out;
    bool begins = true;
    for (const char c : name) {
        if (c != '-') out += begins && isLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '-';
    }
    return out;
}

}  // namespace tenon::cli::new_plugin
