// SPDX-License-Identifier: Apache-2.0
#include "platform/box.h"

#include "platform/clock.h"
#include "platform/instances.h"
#include "platform/kept.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

constexpr const char* kLongAgo = "2017-06-12T14:09:00Z";

// What a new system of Sage CRM holds.
void seedSageCrm(std::map<std::string, Table>& tables) {
    const auto account = [&](std::int64_t id, const char* name, const char* site) {
        tables.at("accounts")
            .seed(id,
                  Object{{"Comp_Name", name},
                         {"Comp_Type", "Customer"},
                         {"Comp_Status", "Active"},
                         {"Comp_WebSite", site}},
                  kLongAgo);
    };
    account(43, "Gatecom Inc.", "www.gatecom.example");
    account(50, "Design Right Inc.", "www.designright.example");
    const auto person = [&](std::int64_t id, const char* first, const char* last) {
        tables.at("contacts")
            .seed(id,
                  Object{{"Pers_FirstName", first},
                         {"Pers_LastName", last},
                         {"Pers_CompanyId", 43},
                         {"Pers_EmailAddress", std::string(last) + "@gatecom.example"}},
                  kLongAgo);
    };
    person(61, "Simon", "Yaltoy");
    person(62, "Kieran", "O'Toole");
    tables.at("leads").seed(71,
                            Object{{"Lead_Description", "Asked for a price list"},
                                   {"Lead_PersonLastName", "Brown"},
                                   {"Lead_Status", "In Progress"}},
                            kLongAgo);
    tables.at("opportunities")
        .seed(81,
              Object{{"Oppo_Description", "200 user system"},
                     {"Oppo_PrimaryCompanyId", 43},
                     {"Oppo_PrimaryPersonId", 61},
                     {"Oppo_Stage", "Quoted"}},
              kLongAgo);
    const auto user = [&](std::int64_t id, const char* first, const char* last, const char* logon) {
        tables.at("users").seed(
            id, Object{{"User_FirstName", first}, {"User_LastName", last}, {"User_Logon", logon}},
            kLongAgo);
    };
    user(1, "System", "Administrator", "Admin");
    user(4, "Susan", "Maye", "MayeS");
}

// As many as a user asked for, a second apart, so that they can be told apart by their dates.
void seedMany(Table& table, std::int64_t count) {
    Poco::Timestamp at = Poco::DateTime(2020, 1, 1).timestamp();
    const std::string& name = table.type().fields.front();
    for (std::int64_t i = 1; i <= count; ++i, at += Poco::Timestamp::resolution())
        table.seed(10000 + i, Object{{name, table.type().one + " " + std::to_string(i)}},
                   isoTime(at));
}

}  // namespace

Box& Boxes::made(const std::string& name, const ElementType& element) {
    Box& box = all_[name];
    for (const auto& type : element.objects) box.tables.emplace(type.name, Table(type));
    return box;
}

Box& Boxes::of(const Instance& instance) {
    const std::string name = instance.element->key + " " + instance.configured("subdomain");
    const auto found = all_.find(name);
    if (found != all_.end()) return found->second;
    Box& box = made(name, *instance.element);
    if (instance.element->key == "sagecrm") seedSageCrm(box.tables);
    for (const auto& [kind, count] : seed_) {
        const auto table = box.tables.find(kind);
        if (table != box.tables.end()) seedMany(table->second, *count.integer());
    }
    return box;
}

Value Boxes::kept() const {
    Object out;
    for (const auto& [name, box] : all_) {
        Object tables;
        for (const auto& [kind, table] : box.tables) tables.set(kind, table.kept());
        out.set(name, Object{{"changes", static_cast<std::int64_t>(box.changes)},
                             {"tables", std::move(tables)}});
    }
    return out;
}

void Boxes::restore(const Value& kept) {
    const Kept all(kept, "records");
    if (!kept.object()) all.wrong("records");
    for (const auto& [name, one] : *kept.object()) {
        const Kept from(one, "the records of " + name);
        const auto* element = elementOf(name.substr(0, name.find(' ')));
        if (!element) from.wrong("element");
        Box& box = made(name, *element);
        box.changes = static_cast<std::uint64_t>(from.number("changes"));
        for (const auto& [kind, table] : from.object("tables")) {
            const auto found = box.tables.find(kind);
            if (found == box.tables.end()) from.wrong(kind);
            found->second.restore(table);
        }
    }
}

}  // namespace cloudelements::sandbox
