// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <algorithm>
#include <sstream>

#include "kept_fixture.h"

// For tests of `tenon run --each`: a manifest, and what is told of its runs.
class EachFixture : public KeptFixture {
  protected:
    // Says the name of its input; faults where that is to fail.
    [[nodiscard]] std::string saying() const {
        return write("m.yaml", R"-(
input:
  schema:
    document:
      type: object
      required: [name]
      properties: {name: {type: string}, port: {type: integer}, fail: {type: boolean}}
      additionalProperties: false
do:
  - check:
      if: ${ .fail == true }
      raise: {error: {type: 'https://t/full', status: 400, detail: '${ "no place for \(.name)"
    }'}}
  - say: {set: {said: '${ .name }', port: '${ .port }'}}
)-");
    }
    static std::vector<std::string> joined(std::vector<std::string> words,
                                           const std::vector<std::string>& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    [[nodiscard]] std::vector<std::string> each(const std::string& inputs,
                                                const std::vector<std::string>& more = {}) const {
        return joined({"run", saying(), "--each", inputs}, more);
    }
    [[nodiscard]] support::Ended ran(const std::string& inputs,
                                     const std::vector<std::string>& more = {}) const {
        return support::program(each(inputs, more));
    }
    // Without the folder of the test, and how fast it went.
    [[nodiscard]] std::string told(const std::string& text) const {
        std::string out = text;
        for (auto at = out.find(folder_.path("")); at != out.npos; at = out.find(folder_.path("")))
            out.erase(at, folder_.path("").size() + 1);
        return std::regex_replace(
            out, std::regex("; [0-9]+ a (second|minute)(, [0-9]+ (s|min|h) left)?"), "");
    }
    // As the runs may end in any order.
    [[nodiscard]] std::string lines(const std::string& file) const {
        std::istringstream in(folder_.read(file));
        std::vector<std::string> all;
        for (std::string line; std::getline(in, line);) all.push_back(line + "\n");
        std::sort(all.begin(), all.end());
        std::string out;
        for (const auto& line : all) out += line;
        return out;
    }
    [[nodiscard]] bool isThere(const std::string& file) const {
        return std::filesystem::exists(folder_.path(file));
    }
    [[nodiscard]] unsigned mode(const std::string& file) const {
        struct stat about {};
        ::stat(folder_.path(file).c_str(), &about);
        return about.st_mode & 0777;
    }
    // Of what is refused before anything is run.
    void refuses(int code, const std::string& text, const support::Ended& ended) const {
        same(text, told(ended.err));
        CPPUNIT_ASSERT_EQUAL(code, ended.code);
        same("", ended.out);
    }
    // What a program is told: how many of each.
    static std::string counts(int completed, int failed, int unknown, int all) {
        return "{\n  \"inputs\": " + std::to_string(all) +
               ",\n  \"completed\": " + std::to_string(completed) +
               ",\n  \"failed\": " + std::to_string(failed) +
               ",\n  \"unknown\": " + std::to_string(unknown) + "\n}\n";
    }
};
