// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include <string>
#include <vector>

#include "program.h"
#include "support/running.h"

// For tests of runs that are kept: a folder for them, and a key.
class KeptFixture : public CppUnit::TestFixture {
  public:
    void setUp() override {
        key_ = folder_.path("key");
        const auto made = support::program({"key", "new", key_});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(made.err, 0, made.code);
    }

  protected:
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static int times(const std::string& text, const std::string& part) {
        int count = 0;
        for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
        return count;
    }
    [[nodiscard]] std::string state() const { return folder_.path("state"); }
    std::string write(const std::string& file, const std::string& rest,
                      const std::string& name = "m") const {
        return folder_.write(file, "document: {dsl: 1.0.3, namespace: t, name: " + name +
                                       ", version: 1.0.0}\n" + rest);
    }
    [[nodiscard]] std::vector<std::string> words(std::vector<std::string> command) const {
        for (const auto& word : {std::string("--state"), state(), std::string("--key"), key_})
            command.push_back(word);
        return command;
    }
    // For a process that goes on beside the test.
    [[nodiscard]] std::vector<std::string> driving(std::vector<std::string> command) const {
        command = words(std::move(command));
        command.insert(command.begin(), TENON_PROGRAM);
        return command;
    }
    [[nodiscard]] support::Ended kept(std::vector<std::string> command) const {
        return support::program(words(std::move(command)));
    }
    // `tenon runs show`, as data.
    [[nodiscard]] tenon::Value shown(const std::string& run) const {
        const auto ended = kept({"runs", "show", run, "--json"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        return tenon::json::read(ended.out).value();
    }
    // Returns once the run, which another process drives, has kept the first thing that it did.
    void hasBegun(const std::string& run) const {
        for (;;) {
            const auto ended = kept({"runs", "show", run, "--json"});
            if (ended.code != 0) continue;
            const auto told = tenon::json::read(ended.out).value();
            if (!told.find("steps")->array()->empty()) return;
        }
    }

    support::Folder folder_;
    std::string key_;
};
