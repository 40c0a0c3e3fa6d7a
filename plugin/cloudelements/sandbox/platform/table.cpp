// SPDX-License-Identifier: Apache-2.0
#include <Poco/NumberParser.h>
#include <Poco/String.h>

#include "platform/box.h"
#include "platform/clock.h"
#include "platform/kept.h"
#include "tenon/http.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

const Value* field(const Object& record, std::string_view name) {
    for (const auto& member : record)
        if (tenon::sameHeader(member.name, name)) return &member.value;
    return nullptr;
}

void setField(Object& record, const std::string& name, Value value) {
    for (const auto& member : record)
        if (tenon::sameHeader(member.name, name))
            return record.set(std::string(member.name), std::move(value));
    record.set(name, std::move(value));
}

void Table::learn(const Object& fields) {
    for (const auto& member : fields) names_.insert(Poco::toLower(member.name));
}

bool Table::hasField(std::string_view name) const {
    if (tenon::sameHeader(name, type_->idField) || tenon::sameHeader(name, type_->createdField) ||
        tenon::sameHeader(name, type_->updatedField))
        return true;
    for (const auto& known : type_->fields)
        if (tenon::sameHeader(name, known)) return true;
    return names_.count(Poco::toLower(std::string(name))) > 0;
}

// A field that the vendor has is written as the vendor writes it.
const std::string& Table::vendorsName(const std::string& name) const {
    for (const auto& known : type_->fields)
        if (tenon::sameHeader(name, known)) return known;
    return name;
}

const Record& Table::add(const Object& fields, std::uint64_t change) {
    const auto id = next_++;
    Object made{{type_->idField, nullptr}};
    for (const auto& [name, value] : fields) setField(made, vendorsName(name), value);
    // An id and dates that are given are the vendor's to set.
    const std::string now = isoTime();
    setField(made, type_->idField, std::to_string(id));
    setField(made, type_->createdField, now);
    setField(made, type_->updatedField, now);
    learn(fields);
    return all_[id] = {std::move(made), change, change};
}

void Table::change(Record& record, const Object& fields, std::uint64_t change) {
    Object next = *record.fields.object();
    for (const auto& [name, value] : fields)
        if (!tenon::sameHeader(name, type_->idField) &&
            !tenon::sameHeader(name, type_->createdField))
            setField(next, vendorsName(name), value);
    setField(next, type_->updatedField, isoTime());
    record.fields = std::move(next);
    record.changed = change;
    learn(fields);
}

Record* Table::find(const std::string& id) {
    Poco::Int64 number = 0;
    if (!Poco::NumberParser::tryParse64(id, number)) return nullptr;
    const auto found = all_.find(number);
    return found == all_.end() ? nullptr : &found->second;
}

bool Table::remove(const std::string& id) {
    Poco::Int64 number = 0;
    return Poco::NumberParser::tryParse64(id, number) && all_.erase(number) > 0;
}

void Table::seed(std::int64_t id, const Object& fields, const std::string& date) {
    Object made{{type_->idField, std::to_string(id)}};
    for (const auto& [name, value] : fields) made.set(name, value);
    made.set(type_->createdField, date);
    made.set(type_->updatedField, date);
    all_[id] = {std::move(made)};
    next_ = std::max(next_, id + 1);
}

Value Table::kept() const {
    tenon::Array all, names;
    for (const auto& [id, record] : all_)
        all.push_back(Object{{"id", id},
                             {"made", static_cast<std::int64_t>(record.made)},
                             {"changed", static_cast<std::int64_t>(record.changed)},
                             {"fields", record.fields}});
    for (const auto& name : names_) names.push_back(name);
    return Object{{"next", next_}, {"all", std::move(all)}, {"names", std::move(names)}};
}

void Table::restore(const Value& kept) {
    const Kept from(kept, "records of " + type_->name);
    next_ = from.number("next");
    all_.clear();
    for (const auto& one : from.array("all")) {
        const Kept record(one, "a record of " + type_->name);
        all_[record.number("id")] = {record.object("fields"),
                                     static_cast<std::uint64_t>(record.number("made")),
                                     static_cast<std::uint64_t>(record.number("changed"))};
    }
    for (const auto& name : from.array("names"))
        if (name.string()) names_.insert(*name.string());
}

}  // namespace cloudelements::sandbox
