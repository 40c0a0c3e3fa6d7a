// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/sagecrm_records.h"

#include <algorithm>

#include "cloudelements/requests/answer.h"
#include "tenon/keep.h"

namespace cloudelements {
namespace {

using tenon::Value;

const Value* member(const Value& record, std::string_view name) {
    const auto* object = record.object();
    if (!object) return nullptr;
    for (const auto& one : *object)
        if (tenon::sameHeader(one.name, name)) return &one.value;
    return nullptr;
}

// The field `key`; empty where there is none.
std::string idOf(const Value& record) {
    const auto* key = member(record, "key");
    if (!key) return "";
    if (const auto* text = key->string()) return *text;
    return key->integer() ? std::to_string(*key->integer()) : "";
}

// The record with the names of the fields as they were asked for.
Value named(const Value& record, const std::vector<std::string>& names) {
    const auto* object = record.object();
    if (!object) return record;
    tenon::Object out;
    for (const auto& one : *object) {
        const auto asked = std::find_if(names.begin(), names.end(), [&](const auto& name) {
            return tenon::sameHeader(name, one.name);
        });
        out.set(asked == names.end() ? one.name : *asked, one.value);
    }
    return out;
}

template <class Inputs>
void checkAll(Checks& checks, const Inputs& in, const tenon::Context& context) {
    checks.connection(in.connection, context);
    checks.secret("/token", in.token, "Element");
    if constexpr (requires { in.id; }) {
        if (checks.text("/id", in.id) && (in.id == "." || in.id == ".."))
            checks.no("/id", "leads to another address; write the record's field key");
    }
    if constexpr (requires { in.record; }) {
        if (in.record.empty()) checks.no("/record", "is empty; give at least one field");
        for (auto one = in.record.begin(); one != in.record.end(); ++one) {
            const std::string at = "/record" + keyPart(one->first);
            if (!checks.text(at, one->first)) continue;
            if (tenon::sameHeader(one->first, "key"))
                checks.no(at, "is the record's id, which the platform gives; leave it out");
            for (auto other = std::next(one); other != in.record.end(); ++other)
                if (tenon::sameHeader(one->first, other->first))
                    checks.no("/record" + keyPart(other->first),
                              "is the same field as " + one->first + "; leave one of them out");
        }
    }
}

template <class Inputs>
void check(const Inputs& in, const tenon::Context& context) {
    Checks checks;
    checkAll(checks, in, context);
    checks.finish();
}

template <class Inputs>
Call callOf(const Inputs& in, const char* method, const char* about) {
    Call call{.method = method, .path = "/hubs/crm/" + segment(in.object)};
    call.about = std::string(about) + " of " + in.object;
    call.advice.provider = "Sage CRM";
    call.advice.unreachable = "The platform could not reach the Sage CRM server.";
    if constexpr (requires { in.id; }) {
        call.path += "/" + segment(in.id);
        call.about = std::string(about) + " of " + in.object + "/" + in.id;
        call.advice.notFound = "Check id, and whether the record is still there.";
    }
    if constexpr (requires { in.record; }) {
        tenon::Object body;
        for (const auto& [name, value] : in.record) body.set(name, value);
        call.body = std::move(body);
    }
    return call;
}

// `id`: what it is where the answer does not say.
SageCRMRecord recordOf(Client& client, const Call& call, tenon::Context& context,
                       const std::string& id) {
    const auto answer = client.send(call);
    try {
        SageCRMRecord out{id, client.json(answer, call)};
        const auto said = idOf(out.record);
        if (!said.empty()) out.id = said;
        if (out.id.empty()) throw client.unusable(answer, call, "has no key, the record's id");
        return out;
    } catch (const tenon::StepError&) {
        if (call.acts() && !answer.body.empty()) tenon::keep(context, tenon::Secret(answer.body));
        throw;
    }
}

}  // namespace

ListSageCRMRecordsOutputs ListSageCRMRecords::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checkAll(checks, in, context);
    checks.plain("/where", in.where);
    checks.plain("/orderBy", in.orderBy);
    for (std::size_t i = 0; i < in.fieldNames.size(); ++i) {
        const std::string at = "/fields/" + std::to_string(i);
        if (checks.text(at, in.fieldNames[i]) && in.fieldNames[i].find(',') != std::string::npos)
            checks.no(at, "holds a comma; write each field as an item of its own");
    }
    checkPaging(checks, pagingOf(in));
    checks.finish();
    Call call = callOf(in, "GET", "the list");
    if (!in.where.empty()) call.query.emplace_back("where", in.where);
    if (!in.orderBy.empty()) call.query.emplace_back("orderBy", in.orderBy);
    std::string names;
    for (const auto& name : in.fieldNames) names += (names.empty() ? "" : ",") + name;
    if (!names.empty()) call.query.emplace_back("fields", names);
    Client client(in.connection, in.token, context);
    auto gathered = gather(client, call, pagingOf(in), true);
    ListSageCRMRecordsOutputs out;
    out.nextPage = std::move(gathered.nextPage);
    if (!gathered.first) return out;
    const auto* records = gathered.body.array();
    if (!records && !gathered.body.isNull())
        throw client.unusable(*gathered.first, call, "is no list of records");
    if (records)
        for (const auto& record : *records) out.records.push_back(named(record, in.fieldNames));
    return out;
}

SageCRMRecord GetSageCRMRecord::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, in.token, context);
    return recordOf(client, callOf(in, "GET", "the question"), context, in.id);
}

SageCRMRecord CreateSageCRMRecord::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, in.token, context);
    auto call = callOf(in, "POST", "the creation");
    call.lookFirst =
        "The record may exist all the same: before you run this again, look for it among the " +
        in.object + " with ListSageCRMRecords.";
    return recordOf(client, call, context, "");
}

SageCRMRecord UpdateSageCRMRecord::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, in.token, context);
    auto call = callOf(in, "PATCH", "the change");
    call.lookFirst =
        "The record may be changed all the same: before you run this again, look at it with "
        "GetSageCRMRecord.";
    return recordOf(client, call, context, in.id);
}

DeleteSageCRMRecordOutputs DeleteSageCRMRecord::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    Client client(in.connection, in.token, context);
    return {in.id, client.find(callOf(in, "DELETE", "the deletion")).has_value()};
}

}  // namespace cloudelements
