// SPDX-License-Identifier: Apache-2.0
#include "cli/each/inputs.h"

#include <Poco/SHA2Engine.h>

#include <algorithm>

#include "cli/failure.h"
#include "cli/input.h"
#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli::each {
namespace {

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

bool mayNameARun(const std::string& text) {
    return !text.empty() && text.size() <= 40 &&
           text.find_first_not_of(
               "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
               "0123456789._-") == text.npos;
}

}  // namespace

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
                fault = where + ": " + e.what();
            }
        }
        if (!fault.empty() && ++faults <= most)
            text += oneLine(fault.substr(0, fault.size() - 1)) + "\n";
    }
    if (faults > most) text += "… and " + std::to_string(faults - most) + " more\n";
    if (count_ == 0) text = path_ + ": wanted at least one input, found none\n";
    if (!text.empty()) throw Failure(kBadInput, text + kNothingWasRun);
}

std::optional<runs::EachLine> Inputs::next() {
    auto record = records_->next();
    if (!record) return std::nullopt;
    runs::EachLine line;
    line.input = valueOf(*record);
    line.key = keyOf(line.input);
    auto name = line.key;
    if (line.key.empty()) {
        const auto digest = hexOf(json::write(canonical(line.input)));
        const auto times = ++seen_[numberOf(digest)];
        name = digest + (times > 1 ? "-" + std::to_string(times) : "");
        line.key = "line " + std::to_string(record->line);
    } else if (!mayNameARun(name)) {
        name = hexOf(name);
    }
    line.id = naming_.base.substr(0, 20) + "." + name;
    open_[line.key] = std::move(record->text);
    return line;
}

}  // namespace tenon::cli::each
