// SPDX-License-Identifier: Apache-2.0
#include "cli/each/report.h"

#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli::each {
namespace {

constexpr std::size_t kMostTold = 20;

std::string secondsText(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 120) return std::to_string(whole) + " s";
    if (whole < 7200) return std::to_string(whole / 60) + " min";
    return std::to_string(whole / 3600) + " h";
}

std::string rateText(double perSecond) {
    if (perSecond >= 1) return std::to_string(static_cast<long>(perSecond)) + " a second";
    return std::to_string(static_cast<long>(perSecond * 60)) + " a minute";
}

std::string lineOf(const Outcome& outcome) {
    return oneLine("  " + outcome.key + ": " +
                   (outcome.code == kOutcomeUnknown ? "outcome unknown"
                    : outcome.code == kCancelled    ? "cancelled"
                                                    : "failed") +
                   " (exit code " + std::to_string(outcome.code) + "): " + outcome.detail) +
           "\n";
}

}  // namespace

Report::Report(std::ostream& out, std::size_t all) : out_(out), live_(out), all_(all) {}

std::string Report::standing() const {
    const auto ended = completed_ + failed_ + unknown_;
    std::string text = "  " + std::to_string(ended) + " of " + std::to_string(all_) + " done, " +
                       std::to_string(running_) + " running, " +
                       std::to_string(failed_ + unknown_) + " failed";
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun_;
    const auto here = ended - before_;  // those of before took no time
    if (here == 0 || took.count() <= 0) return text;
    const double rate = static_cast<double>(here) / took.count();
    text += "; " + rateText(rate);
    if (ended < all_)
        text += ", " + secondsText(static_cast<double>(all_ - ended) / rate) + " left";
    return text;
}

// Ten times a second at most: a terminal is slower than the runs may be.
void Report::show() {
    const auto now = std::chrono::steady_clock::now();
    if (!live_.isThere() || now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    live_.clear();
    live_.show(standing());
}

void Report::began() {
    ++running_;
    show();
}

void Report::ended(const Outcome& outcome) {
    --running_;
    if (outcome.open) return show();
    if (outcome.before) ++before_;
    cut_ = cut_ || (outcome.code == kCancelled && !outcome.before);
    ++(outcome.code == kOk ? completed_ : outcome.code == kOutcomeUnknown ? unknown_ : failed_);
    if (outcome.code != kOk) {
        if (first_.size() < kMostTold) first_.push_back(outcome);
        if (!live_.isThere()) out_ << lineOf(outcome) << std::flush;
    }
    const auto ended = completed_ + failed_ + unknown_;
    const auto tenth = [&](std::size_t count) { return count * 10 / all_; };
    if (!live_.isThere() && tenth(ended) != tenth(ended - 1))
        out_ << standing() << "\n" << std::flush;
    show();
}

void Report::finish(const std::string& failedFile, bool kept) {
    live_.clear();
    if (live_.isThere())
        for (const auto& outcome : first_) out_ << lineOf(outcome);
    const auto more = failed_ + unknown_ - first_.size();
    if (live_.isThere() && more > 0) out_ << "  … and " << more << " more\n";
    out_ << all_ << (all_ == 1 ? " input: " : " inputs: ") << completed_ << " completed";
    if (failed_ > 0) out_ << ", " << failed_ << " failed";
    if (unknown_ > 0) out_ << ", " << unknown_ << " with an unknown outcome";
    const auto open = all_ - completed_ - failed_ - unknown_;
    if (open > 0) out_ << ", " << open << " not done yet";
    if (before_ > 0) out_ << "; " << before_ << " of them ended before";
    out_ << "\n";
    if (open > 0 && kept) out_ << "The same command goes on with them\n";
    if (!failedFile.empty()) out_ << "Those that failed are in " << oneLine(failedFile) << "\n";
    out_ << std::flush;
}

ExitCode Report::code() const {
    if (unknown_ > 0) return kOutcomeUnknown;
    if (cut_ || completed_ + failed_ + unknown_ < all_) return kCancelled;
    return failed_ > 0 ? kFaulted : kOk;
}

std::string Report::json() const {
    const auto number = [](std::size_t count) { return Value(static_cast<std::int64_t>(count)); };
    return json::pretty(Object{{"inputs", number(all_)},
                               {"completed", number(completed_)},
                               {"failed", number(failed_)},
                               {"unknown", number(unknown_)}}) +
           "\n";
}

}  // namespace tenon::cli::each
