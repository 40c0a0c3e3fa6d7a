// SPDX-License-Identifier: Apache-2.0
#include "gherkin.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace scenarios {
namespace {

std::string trimmed(const std::string& line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) return "";
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

// The rest of the line behind one of the words, if it begins with one.
std::optional<std::string> behind(const std::string& line, const std::string& word) {
    if (line.rfind(word, 0) != 0) return std::nullopt;
    return trimmed(line.substr(word.size()));
}

std::optional<std::string> stepText(const std::string& line) {
    for (const auto* word : {"Given ", "When ", "Then ", "And ", "But "}) {
        auto text = behind(line, word);
        if (!text) continue;
        if (auto given = behind(*text, "given ")) return given;  // the kit says "And given the …"
        return text;
    }
    return std::nullopt;
}

class Reader {
  public:
    explicit Reader(const std::string& file)
        : feature_(std::filesystem::path(file).filename().string()), in_(file) {
        if (!in_) throw Failed(file + " cannot be read");
    }

    std::vector<Scenario> read() {
        std::string line;
        while (next(line)) {
            const std::string text = trimmed(line);
            if (text.rfind("\"\"\"", 0) == 0) {
                doc(line.find('"'));
            } else if (auto name = behind(text, "Scenario:")) {
                scenarios_.push_back({feature_, *name, {}});
            } else if (auto step = stepText(text); step && !scenarios_.empty()) {
                scenarios_.back().steps.push_back({line_, *step, std::nullopt});
            } else if (!text.empty() && text[0] != '#' && !scenarios_.empty()) {
                fail("wanted a step, found \"" + text + "\"");
            }
        }
        return std::move(scenarios_);
    }

  private:
    bool next(std::string& line) {
        ++line_;
        return static_cast<bool>(std::getline(in_, line));
    }

    // Lines lose as much indentation as the opening quotes have.
    void doc(std::size_t indentation) {
        if (scenarios_.empty() || scenarios_.back().steps.empty() ||
            scenarios_.back().steps.back().doc)
            fail("a text in \"\"\" belongs to a step");
        auto& doc = scenarios_.back().steps.back().doc.emplace();
        std::string line;
        while (next(line)) {
            if (trimmed(line) == "\"\"\"") return;
            const auto blank = std::min(line.find_first_not_of(' '), line.size());
            doc += line.substr(std::min(blank, indentation)) + "\n";
        }
        fail("a text in \"\"\" does not end");
    }

    [[noreturn]] void fail(const std::string& text) const {
        throw Failed(feature_ + ":" + std::to_string(line_) + ": " + text);
    }

    const std::string feature_;
    std::ifstream in_;
    int line_ = 0;
    std::vector<Scenario> scenarios_;
};

}  // namespace

std::vector<Scenario> readFeature(const std::string& file) { return Reader(file).read(); }

std::vector<Scenario> readFolder(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".feature") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    std::vector<Scenario> all;
    for (const auto& file : files)
        for (auto& scenario : readFeature(file)) all.push_back(std::move(scenario));
    return all;
}

}  // namespace scenarios
