// SPDX-License-Identifier: Apache-2.0
// `fuzz_pairs SECONDS [SEED]`: generated expressions, asked of the jq program and of Tenon until
// the time is over. Prints what differs and says 1 if anything does.
#include <chrono>
#include <iostream>
#include <map>
#include <random>
#include <stdexcept>

#include "expr/oracle.h"
#include "tenon/json.h"

namespace {

using support::Answers;
using support::Pair;

constexpr std::size_t kBatch = 200;

std::string text(const Answers& answers) {
    std::string out;
    for (const auto& one : answers) out += (out.empty() ? "" : ", ") + tenon::json::write(one);
    return out.empty() ? "nothing" : out;
}

bool beyondDoubles(const tenon::Value& value) {
    constexpr double limit = 9007199254740992.0;
    if (value.wide()) return true;
    if (const auto* n = value.integer()) return *n > limit || *n < -limit;
    if (const auto* n = value.real()) return *n > limit || *n < -limit;
    if (const auto* array = value.array())
        for (const auto& item : *array)
            if (beyondDoubles(item)) return true;
    if (const auto* object = value.object())
        for (const auto& member : *object)
            if (beyondDoubles(member.value)) return true;
    return false;
}

bool fails(const Answers& answers) {
    return !answers.empty() && answers.back() == tenon::Value("error");
}

// Where jq 1.6 and jq 1.8 differ, and Tenon is with 1.8: which of the two fails is part of it.
struct Newer {
    std::string_view part, why;
    bool jqFails, tenonFails;
};
constexpr Newer kNewer[] = {
    {"bsearch", "among equal items jq 1.6 finds another one", false, false},
    {"trimstr", "ltrimstr and rtrimstr want texts since 1.8", false, true},
    {"*= 0", "a text 0 times is null in jq 1.6", false, false},
    {"fromdate", "jq 1.6 reads no times before 1970", true, false},
};

// Why they may differ; empty if they may not.
std::string reason(const std::string& expression, const Answers& jq, const Answers& tenon) {
    for (const auto& [part, why, jqFails, tenonFails] : kNewer)
        if (expression.find(part) != expression.npos && fails(jq) == jqFails &&
            fails(tenon) == tenonFails)
            return std::string(why);
    for (const auto* all : {&jq, &tenon})
        for (const auto& one : *all)
            if (beyondDoubles(one)) return "jq computes integers of more than 53 bits as doubles";
    const auto negativeZero = [](const std::string& said) { return said.find("-0") != said.npos; };
    if (negativeZero(text(jq)) != negativeZero(text(tenon))) return "jq writes -0 for integers too";
    return {};
}

class Tally {
  public:
    void compare(const std::vector<Pair>& pairs) {
        std::vector<Answers> jq;
        try {
            jq = jqSays(pairs);
        } catch (const std::runtime_error& e) {
            return split(pairs, e.what());
        }
        for (std::size_t i = 0; i < pairs.size(); ++i) judge(pairs[i], jq[i]);
    }
    bool print() const {
        std::cout << asked_ << " asked, " << failed_ << " of them errors, " << differ_
                  << " differ\n";
        for (const auto& [why, count] : known_) std::cout << "  " << count << ": " << why << "\n";
        return differ_ == 0;
    }

  private:
    // One of them is too much for jq.
    void split(const std::vector<Pair>& pairs, const std::string& why) {
        if (pairs.size() == 1) {
            ++known_["jq fails"];
            std::cout << pairs[0].expression << "\n    of " << pairs[0].data << "\n    " << why
                      << "\n";
            return;
        }
        const auto middle = pairs.begin() + static_cast<std::ptrdiff_t>(pairs.size() / 2);
        compare({pairs.begin(), middle});
        compare({middle, pairs.end()});
    }
    void judge(const Pair& pair, const Answers& jq) {
        const auto tenon = tenonSays(pair);
        ++asked_;
        failed_ += fails(tenon);
        if (jq == tenon) return;
        if (const auto why = reason(pair.expression, jq, tenon); !why.empty()) {
            ++known_[why];
            return;
        }
        ++differ_;
        std::cout << pair.expression << "\n    of " << pair.data << "\n    jq says " << text(jq)
                  << "\n    Tenon   " << text(tenon) << std::endl;
    }

    std::size_t asked_ = 0, failed_ = 0, differ_ = 0;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

int main(int argc, char** argv) try {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::seconds(argc > 1 ? std::stoi(argv[1]) : 600);
    unsigned seed = argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : std::random_device()();
    std::cout << "the first seed is " << seed << std::endl;
    Tally tally;
    do {
        tally.compare(support::makePairs(seed++, kBatch));
    } while (Clock::now() < end);
    return tally.print() ? 0 : 1;
} catch (const std::exception& e) {
    std::cerr << "fuzz_pairs: " << e.what() << "\n";
    return 2;
}
