// SPDX-License-Identifier: Apache-2.0
// The records of Sage CRM through its connector instance: accounts, contacts, leads, opportunities
// and users. A record's id is its field `key`; names of fields are the same whatever the case of
// their letters (Comp_Name and comp_name). Users can only be read.
//
// Quirks: Sage CRM itself checks the references between records (Pers_CompanyId, …), and answers
// can take 30 seconds. Dates are compared in the time zone of the Sage CRM server.
//
// Source: the vendor's page on Sage CRM, its page on CEQL, and its integration tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cloudelements/requests/pages.h"
#include "tenon/step.h"

namespace cloudelements {

struct ListSageCRMRecordsInputs {
    Connection connection;
    tenon::Secret token;
    std::string object;
    std::string where;
    std::string orderBy;
    std::vector<std::string> fieldNames;
    std::string nextPage;
    std::optional<std::int64_t> pageSize;
    std::string pages;
    std::int64_t limit{};

    static constexpr auto fields() {
        using I = ListSageCRMRecordsInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple_cat(
            std::tuple{
                connectionField(&I::connection),
                tokenField(&I::token),
                required("object", &I::object, "What to list")
                    .oneOf({"accounts", "contacts", "leads", "opportunities", "users"}),
                optional("where", &I::where,
                         "Which, in CEQL: Comp_Name LIKE 'A%' AND Comp_UpdatedDate > "
                         "'2024-01-31T00:00:00Z'; it knows = != < > <= >= LIKE IN AND OR IS NULL"),
                optional("orderBy", &I::orderBy, "Field to sort by, such as Comp_Name desc"),
                optional("fields", &I::fieldNames,
                         "Fields to give, named in the output as they are here; all if unset"),
            },
            pagingFields<I>());
    }
};

struct ListSageCRMRecordsOutputs {
    std::vector<tenon::Value> records;
    std::string nextPage;

    static constexpr auto fields() {
        using O = ListSageCRMRecordsOutputs;
        using tenon::required;
        return std::tuple{
            required("records", &O::records, "The records; each has its id in key"),
            required("nextPage", &O::nextPage,
                     "The page after these, for the input of that name; empty on the last"),
        };
    }
};

// Lists them page by page, or up to a limit. Where there is none, the list is empty: the platform
// says 404 and "No … found" then; any other 404 is an error.
class ListSageCRMRecords final
    : public tenon::TypedStep<ListSageCRMRecordsInputs, ListSageCRMRecordsOutputs> {
  public:
    static constexpr tenon::StepInfo info{"ListSageCRMRecords", "1.0.0",
                                          "Lists records of Sage CRM.", true};
    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

struct GetSageCRMRecordInputs {
    Connection connection;
    tenon::Secret token;
    std::string object;
    std::string id;

    static constexpr auto fields() {
        using I = GetSageCRMRecordInputs;
        using tenon::required;
        return std::tuple{connectionField(&I::connection), tokenField(&I::token),
                          required("object", &I::object, "What to read")
                              .oneOf({"accounts", "contacts", "leads", "opportunities", "users"}),
                          required("id", &I::id, "Id of the record, its field key")};
    }
};

struct SageCRMRecord {
    std::string id;
    tenon::Value record;

    static constexpr auto fields() {
        using O = SageCRMRecord;
        using tenon::required;
        return std::tuple{required("id", &O::id, "Id of the record, its field key"),
                          required("record", &O::record, "The record as the platform gave it")};
    }
};

class GetSageCRMRecord final : public tenon::TypedStep<GetSageCRMRecordInputs, SageCRMRecord> {
  public:
    static constexpr tenon::StepInfo info{"GetSageCRMRecord", "1.0.0",
                                          "Reads a record of Sage CRM.", true};
    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

struct CreateSageCRMRecordInputs {
    Connection connection;
    tenon::Secret token;
    std::string object;
    std::map<std::string, tenon::Value> record;

    static constexpr auto fields() {
        using I = CreateSageCRMRecordInputs;
        using tenon::required;
        return std::tuple{connectionField(&I::connection), tokenField(&I::token),
                          required("object", &I::object, "What to create; users can only be read")
                              .oneOf({"accounts", "contacts", "leads", "opportunities"}),
                          required("record", &I::record, "Its fields, such as Comp_Name")};
    }
};

// Sends one POST, never two: where it is unknown whether the record was made, the error says so.
class CreateSageCRMRecord final
    : public tenon::TypedStep<CreateSageCRMRecordInputs, SageCRMRecord> {
  public:
    static constexpr tenon::StepInfo info{"CreateSageCRMRecord", "1.0.0",
                                          "Creates a record in Sage CRM."};
    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

struct UpdateSageCRMRecordInputs {
    Connection connection;
    tenon::Secret token;
    std::string object;
    std::string id;
    std::map<std::string, tenon::Value> record;

    static constexpr auto fields() {
        using I = UpdateSageCRMRecordInputs;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection), tokenField(&I::token),
            required("object", &I::object, "What to change; users can only be read")
                .oneOf({"accounts", "contacts", "leads", "opportunities"}),
            required("id", &I::id, "Id of the record, its field key"),
            required("record", &I::record, "The fields to change; the others stay as they are")};
    }
};

// Sends one PATCH, never two.
class UpdateSageCRMRecord final
    : public tenon::TypedStep<UpdateSageCRMRecordInputs, SageCRMRecord> {
  public:
    static constexpr tenon::StepInfo info{"UpdateSageCRMRecord", "1.0.0",
                                          "Changes fields of a record in Sage CRM."};
    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

struct DeleteSageCRMRecordInputs {
    Connection connection;
    tenon::Secret token;
    std::string object;
    std::string id;

    static constexpr auto fields() {
        using I = DeleteSageCRMRecordInputs;
        using tenon::required;
        return std::tuple{connectionField(&I::connection), tokenField(&I::token),
                          required("object", &I::object, "What to delete; users can only be read")
                              .oneOf({"accounts", "contacts", "leads", "opportunities"}),
                          required("id", &I::id, "Id of the record, its field key")};
    }
};

struct DeleteSageCRMRecordOutputs {
    std::string id;
    bool found{};

    static constexpr auto fields() {
        using O = DeleteSageCRMRecordOutputs;
        using tenon::required;
        return std::tuple{required("id", &O::id, "Id of the record"),
                          required("found", &O::found, "Whether it was there")};
    }
};

// One that is not there is no error.
class DeleteSageCRMRecord final
    : public tenon::TypedStep<DeleteSageCRMRecordInputs, DeleteSageCRMRecordOutputs> {
  public:
    static constexpr tenon::StepInfo info{"DeleteSageCRMRecord", "1.0.0",
                                          "Deletes a record of Sage CRM.", true};
    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
