// SPDX-License-Identifier: Apache-2.0
// A connector instance, as the platform describes it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/fields.h"
#include "tenon/http.h"

namespace cloudelements {

class Client;
struct Call;

// `Token`: a Secret where there must be one, an optional where there may be.
template <class Token>
struct InstanceWith {
    std::int64_t id{};
    Token token{};
    std::string name;
    std::optional<std::string> elementKey;
    std::optional<std::int64_t> elementId;
    std::optional<std::string> createdDate;
    std::optional<bool> valid;
    std::optional<bool> disabled;
    std::vector<std::string> tags;
    std::map<std::string, tenon::Value> configuration;

    static constexpr auto fields() {
        using O = InstanceWith;
        using tenon::optional;
        using tenon::required;
        constexpr auto tokenOf = [] {
            return tenon::Field<O, Token>{"token", &O::token,
                                          "Element token: authorizes requests through the instance",
                                          std::is_same_v<Token, tenon::Secret>};
        };
        return std::tuple{
            required("id", &O::id,
                     "Number of the instance: binds it in formulas and further calls"),
            tokenOf(),
            required("name", &O::name, "Name as the platform keeps it"),
            optional("elementKey", &O::elementKey, "Key of the element"),
            optional("elementId", &O::elementId, "Number of the element on the platform"),
            optional("createdDate", &O::createdDate, "Creation time, ISO 8601 in UTC"),
            optional("valid", &O::valid, "Whether the platform calls the instance valid"),
            optional("disabled", &O::disabled, "Whether the instance is switched off"),
            optional("tags", &O::tags, "Tags as the platform keeps them"),
            optional("configuration", &O::configuration,
                     "Configuration as the platform returned it, passwords masked by it"),
        };
    }
};

using Instance = InstanceWith<tenon::Secret>;
using KnownInstance = InstanceWith<std::optional<tenon::Secret>>;

// From an answer of 2xx to the call that makes it. Missing or odd members are forgiven, except `id`
// (an integer) and `token` (a text that is not empty): StepError. `name` where it has none.
Instance readInstance(const tenon::HttpResponse& answer, const Call& call, const Client& client,
                      const std::string& name);

// One that the platform knows, from its description: nothing where that has no id.
std::optional<KnownInstance> readKnown(const tenon::Value& description);

// What had come of an instance in an answer that broke off: its id, and whether its token was
// there. Call::came.
std::string instanceThatCame(const tenon::HttpResponse& part);

}  // namespace cloudelements
