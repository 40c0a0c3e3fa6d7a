// SPDX-License-Identifier: Apache-2.0
// Step ElementRequest: sends one request through a connector instance, to any resource of its
// element, as the user and with the instance's token. The path is below the platform's base, with
// or without a hub: `/accounts` and `/hubs/crm/accounts` are the same.
//
// A list comes page by page. With `pages: one` the output names the page after it in `nextPage`; a
// manifest that hands it back and jumps (`then:`) reads a list of any length in the memory of one
// page. `pages: all` gathers the pages into one body, up to `limit` records; where there are more,
// `nextPage` is where to go on, and if the limit cut a page in two, that page comes again.
//
// Nothing but 2xx is an answer; every other status is an error with the platform's own words. The
// body is sent as JSON. POST and PATCH are never sent twice; where it is unknown whether one was
// done, the error says so. GET, PUT and DELETE come to the same if they are done again.
//
// Source: the vendor's pages on requests and paging (Elements-Next-Page-Token, nextPage, pageSize),
// and its client SDK.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cloudelements/requests/answer.h"
#include "cloudelements/requests/pages.h"
#include "tenon/idempotent.h"
#include "tenon/step.h"

namespace cloudelements {

struct ElementRequestInputs {
    Connection connection;
    tenon::Secret token;
    std::string method;
    std::string path;
    std::map<std::string, tenon::Value> query;
    std::map<std::string, std::string> headers;
    std::optional<tenon::Value> body;
    std::string nextPage;
    std::optional<std::int64_t> pageSize;
    std::string pages;
    std::int64_t limit{};

    static constexpr auto fields() {
        using I = ElementRequestInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple_cat(
            std::tuple{
                connectionField(&I::connection),
                tokenField(&I::token),
                optional("method", &I::method, "What to do", "GET")
                    .oneOf({"GET", "POST", "PUT", "PATCH", "DELETE"}),
                required("path", &I::path, "The resource, such as /hubs/crm/accounts/43"),
                optional("query", &I::query,
                         "Query parameters: texts, numbers, booleans, or arrays of them"),
                optional("headers", &I::headers, "Further headers, such as Elements-Version"),
                optional("body", &I::body, "Sent as JSON; not with GET"),
            },
            pagingFields<I>());
    }
};

class ElementRequest final : public tenon::TypedStep<ElementRequestInputs, RequestAnswer> {
  public:
    static constexpr tenon::StepInfo info{"ElementRequest", "1.0.0",
                                          "Sends a request through a connector instance."};
    static constexpr tenon::IdempotentWhen idempotentWhen{"method", {{"GET", "PUT", "DELETE"}, 3}};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

// What the checks before sending find wrong with a path, or empty; "holds a blank; write …".
std::string pathProblem(std::string_view path);

}  // namespace cloudelements
