// SPDX-License-Identifier: Apache-2.0
#include "platform/catalogue.h"

#include "tenon/http.h"

namespace cloudelements::sandbox {
namespace {

ElementType sageCrm() {
    return {3641,
            "sagecrm",
            "Sage CRM",
            "crm",
            false,
            {"subdomain", "username", "password"},
            {{"accounts",
              "account",
              "company",
              "key",
              "Comp_CreatedDate",
              "Comp_UpdatedDate",
              {"Comp_Name", "Comp_Type", "Comp_Status", "Comp_WebSite"}},
             {"contacts",
              "contact",
              "person",
              "key",
              "Pers_CreatedDate",
              "Pers_UpdatedDate",
              {"Pers_FirstName", "Pers_LastName", "Pers_CompanyId", "Pers_EmailAddress"}},
             {"leads",
              "lead",
              "lead",
              "key",
              "lead_createddate",  // as the vendor writes it
              "Lead_UpdatedDate",
              {"Lead_Description", "Lead_PersonLastName", "Lead_Status"}},
             {"opportunities",
              "opportunity",
              "opportunity",
              "key",
              "Oppo_CreatedDate",
              "Oppo_UpdatedDate",
              {"Oppo_Description", "Oppo_PrimaryCompanyId", "Oppo_PrimaryPersonId", "Oppo_Stage"}},
             {"users",
              "user",
              "users",
              "key",
              "User_CreatedDate",
              "User_UpdatedDate",
              {"User_FirstName", "User_LastName", "User_Logon"},
              true}}};
}

// The other elements are there so that nothing is taken for Sage CRM's alone.
ElementType plain(std::int64_t id, const std::string& key, const std::string& name, bool oauth,
                  const std::vector<std::string>& required, const std::string& idField,
                  const std::string& created, const std::string& updated) {
    return {id,
            key,
            name,
            "crm",
            oauth,
            required,
            {{"accounts", "account", "Account", idField, created, updated, {"Name", "Phone"}},
             {"contacts",
              "contact",
              "Contact",
              idField,
              created,
              updated,
              {"FirstName", "LastName", "Email"}}}};
}

}  // namespace

const ObjectType* ElementType::object(std::string_view wanted) const {
    for (const auto& type : objects)
        if (type.name == wanted) return &type;
    for (const auto& type : objects)
        if (tenon::sameHeader(type.vendorName, wanted)) return &type;
    return nullptr;
}

const std::vector<ElementType>& catalogue() {
    static const std::vector<ElementType> all{
        sageCrm(),
        plain(23, "sfdc", "Salesforce Sales Cloud", true, {}, "Id", "CreatedDate",
              "LastModifiedDate"),
        plain(49, "hubspot", "HubSpot", true, {}, "id", "createdate", "hs_lastmodifieddate"),
        plain(2756, "closeio", "Close", false, {"username"}, "id", "date_created", "date_updated")};
    return all;
}

const ElementType* elementOf(std::string_view keyOrId) {
    for (const auto& element : catalogue())
        if (element.key == keyOrId || std::to_string(element.id) == keyOrId) return &element;
    return nullptr;
}

}  // namespace cloudelements::sandbox
