// SPDX-License-Identifier: Apache-2.0
// Runs the tests of the jq program through our evaluator: `jq_tests FOLDER`. Fails where a case
// differs without a reason in differences.txt, or has one and does not differ.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <set>

#include "jq/differences.h"
#include "jq/verdict.h"
#include "support/skip.h"
#include "support/stack.h"

namespace {

std::vector<std::string> filesIn(const std::string& folder) {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".test") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::string shown(const std::string& program) {
    constexpr std::size_t longest = 100;
    return program.size() > longest ? program.substr(0, longest) + "…" : program;
}

// One folder's cases beside the list.
class Tally {
  public:
    explicit Tally(jq_tests::Differences differences) : differences_(std::move(differences)) {}

    void add(const jq_tests::Case& one) {
        using Kind = jq_tests::Verdict::Kind;
        const auto verdict = jq_tests::tried(one);
        const auto name = one.name();
        const auto listed = differences_.find(name);
        seen_.insert(name);
        files_.insert(one.file);
        ++(verdict.kind == Kind::passed    ? passed_
           : verdict.kind == Kind::refused ? refused_
                                           : differing_);
        const bool differs = verdict.kind == Kind::differs, known = listed != differences_.end();
        if (!differs && !known) return;
        wrong_ += differs != known;
        std::cout << name << " (line " << one.line << ") " << shown(one.program) << "\n    "
                  << (differs ? verdict.why : "does not differ any more, and is listed") << "\n"
                  << (known     ? "    " + listed->second + "\n"
                      : differs ? "    not listed\n"
                                : "");
    }
    // Is all as it is listed?
    bool closed() {
        for (const auto& [name, reason] : differences_) {
            if (seen_.contains(name) || !files_.contains(name.substr(0, name.find(':')))) continue;
            std::cout << name << " is listed, and there is no such case\n";
            ++wrong_;
        }
        std::cout << passed_ << " passed, " << refused_ << " refused by name, " << differing_
                  << " differing\n";
        if (wrong_ > 0) std::cout << wrong_ << " are not as " DIFFERENCES " has them\n";
        return wrong_ == 0;
    }

  private:
    const jq_tests::Differences differences_;
    std::set<std::string> seen_, files_;
    int passed_ = 0, refused_ = 0, differing_ = 0, wrong_ = 0;
};

}  // namespace

int main(int count, char** words) {
    support::makeRoomForSanitizers();
    const char* set = std::getenv("TENON_JQ_TESTS");
    const std::string folder = count > 1 ? words[1] : set && *set ? set : "../shared/jq";
    try {
        if (!std::filesystem::is_directory(folder)) {
            std::cout << "skipped: there is no " << folder << "\n";
            return support::kSkipped;
        }
        Tally tally(jq_tests::readDifferences(DIFFERENCES));
        for (const auto& file : filesIn(folder))
            for (const auto& one : jq_tests::casesIn(file)) tally.add(one);
        return tally.closed() ? 0 : 1;
    } catch (const std::exception& e) {
        std::cerr << e.what() << "\n";
        return 1;
    }
}
