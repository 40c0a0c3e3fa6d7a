// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "platform/catalogue.h"
#include "tenon/value.h"

namespace cloudelements::sandbox {

struct Instance;

// Names of fields are found whatever the case of their letters.
const tenon::Value* field(const tenon::Object& record, std::string_view name);
// Sets it under the name that it has already.
void setField(tenon::Object& record, const std::string& name, tenon::Value value);

struct Record {
    tenon::Value fields;                  // an object
    std::uint64_t made = 0, changed = 0;  // numbers of changes
};

// The records of one kind, by number.
class Table {
  public:
    explicit Table(const ObjectType& type) : type_(&type) {}

    const Record& add(const tenon::Object& fields, std::uint64_t change);
    void change(Record& record, const tenon::Object& fields, std::uint64_t change);
    Record* find(const std::string& id);
    bool remove(const std::string& id);
    // A field of its kind, or one that a record was ever given.
    [[nodiscard]] bool hasField(std::string_view name) const;
    // As if a user had entered it in the past.
    void seed(std::int64_t id, const tenon::Object& fields, const std::string& date);

    [[nodiscard]] const ObjectType& type() const { return *type_; }
    [[nodiscard]] const std::map<std::int64_t, Record>& all() const { return all_; }

    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);

  private:
    void learn(const tenon::Object& fields);
    [[nodiscard]] const std::string& vendorsName(const std::string& name) const;

    const ObjectType* type_;
    std::int64_t next_ = 1000;
    std::map<std::int64_t, Record> all_;
    std::set<std::string> names_;  // of fields, in small letters
};

// What a vendor's system holds, whichever instances lead to it.
struct Box {
    std::map<std::string, Table> tables;
    std::uint64_t changes = 0;
};

// One for each element and subdomain.
class Boxes {
  public:
    // `seed`: how many records of a kind there are from the start: {"accounts": 10000}.
    explicit Boxes(tenon::Object seed) : seed_(std::move(seed)) {}

    Box& of(const Instance& instance);
    [[nodiscard]] const std::map<std::string, Box>& all() const { return all_; }

    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);

  private:
    Box& made(const std::string& name, const ElementType& element);

    tenon::Object seed_;
    std::map<std::string, Box> all_;
};

}  // namespace cloudelements::sandbox
