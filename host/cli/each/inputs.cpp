// SPDX-License-Identifier: Apache-2.0
#include "cli/each/inputs.h"

#include <Poco/SHA2Engine.h>

#include <algorithm>
#include <string_view>

#include "cli/failure.h"
#include "cli/input.h"
#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli::each {
namespace {

// Together with a dot between them no longer than a run's name may be.
constexpr std::size_t kLongestBase = 20, kLongestKey = 40;

// The same however the members are ordered.
Value canonical(const Value& value) {
    if (const auto* items = value.array()) {
        Array out;
        for (const auto& item : *items) out.push_back(canonical(item));
        return out;
    }
    const auto* members = value.object();
    if (!members) return value;
    std::vector<const Member*> sorted;
    for (const auto& member : *members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(),
              [](const Member* a, const Member* b) { return a->name < b->name; });
    Object out;
    for (const auto* member : sorted) out.set(member->name, canonical(member->value));
    return out;
}

std::string hexOf(const std::string& text) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(text);
    return Poco::DigestEngine::digestToHex(engine.digest()).substr(0, 16);
}

std::uint64_t numberOf(const std::string& hex) { return std::stoull(hex, nullptr, 16); }

std::string withoutPrefix(std::string text, std::string_view prefix) {
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

bool isName(const std::string& text, std::size_t longest) {
    return !text.empty() && text.size() <= longest &&
           text.find_first_not_of(
               "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
               "0123456789._-") == text.npos;
}

}  // namespace

bool mayBegin(const std::string& base) { return isName(base, kLongestBase); }

Inputs::Inputs(std::string path, Naming naming, const DeclaredInput& declared)
    : path_(std::move(path)), naming_(std::move(naming)), declared_(declared) {
    check();
    seen_.clear();
    records_ = Records::open(path_);
}

Value Inputs::valueOf(const Record& record) const {
    if (!record.assignments.empty()) return assigned(record.assignments, declared_);
    return record.value;
}

std::string Inputs::keyOf(const Value& input) const {
    if (!naming_.by) return "";
    const auto* named = input.find(*naming_.by);
    if (!named) return "";
    if (named->string()) return *named->string();
    return named->integer() ? std::to_string(*named->integer()) : "";
}

void Inputs::check() {
    constexpr std::size_t most = 20;
    std::string text;
    std::size_t faults = 0;
    records_ = Records::open(path_);
    while (auto record = records_->next()) {
        ++count_;
        const auto where = path_ + ":" + std::to_string(record->line);
        std::string fault = record->fault.empty() ? "" : where + ": " + record->fault + "\n";
        if (fault.empty()) {
            try {
                const auto input = valueOf(*record);
                fault = misfits(input, declared_, where);
                const auto key = keyOf(input);
                if (fault.empty() && naming_.by && key.empty())
                    fault = where + ": wanted a text or an integer under " + *naming_.by +
                            ", for it names the run\n";
                if (fault.empty() && naming_.by && ++seen_[numberOf(hexOf(key))] > 1)
                    fault = where + ": the " + *naming_.by + " " + key + " stands twice\n";
            } catch (const Failure& e) {
                fault = where + ": " + withoutPrefix(e.what(), "tenon: --input ");
            }
        }
        for (std::size_t at = 0, end = 0; at < fault.size(); at = end + 1) {
            end = fault.find('\n', at);
            if (++faults <= most) text += oneLine(fault.substr(at, end - at)) + "\n";
        }
    }
    if (faults > most) text += "… and " + std::to_string(faults - most) + " more\n";
    if (count_ == 0) text = path_ + ": wanted at least one input, found none\n";
    if (!text.empty()) throw Failure(kBadInput, text + kNothingWasRun);
}

std::optional<runs::EachLine> Inputs::next() {
    // What was added since is for the next time.
    if (given_ == count_) return std::nullopt;
    ++given_;
    auto record = records_->next();
    runs::EachLine line;
    if (record && record->fault.empty()) line.input = valueOf(*record);
    line.key = keyOf(line.input);
    if (!record || !record->fault.empty() || !misfits(line.input, declared_, "").empty() ||
        (naming_.by && line.key.empty()))
        throw Failure(kBadInput, "tenon: --each " + oneLine(path_) +
                                     " was changed while its inputs were run; no more of them "
                                     "were begun\n");
    auto name = line.key;
    if (line.key.empty()) {
        const auto digest = hexOf(json::write(canonical(line.input)));
        const auto times = ++seen_[numberOf(digest)];
        name = digest + (times > 1 ? "-" + std::to_string(times) : "");
        line.key = "line " + std::to_string(record->line);
    } else if (!isName(name, kLongestKey)) {
        name = hexOf(name);
    }
    line.id = naming_.base.substr(0, kLongestBase) + "." + name;
    line.text = std::move(record->text);
    return line;
}

}  // namespace tenon::cli::each
