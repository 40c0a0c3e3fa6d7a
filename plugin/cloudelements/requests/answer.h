// SPDX-License-Identifier: Apache-2.0
// What a request through an instance gives.
#pragma once

#include <map>
#include <string>

#include "cloudelements/platform/client.h"

namespace cloudelements {

struct RequestAnswer {
    std::int64_t status{};
    tenon::Value body;
    std::map<std::string, std::string> headers;
    std::string nextPage;

    static constexpr auto fields() {
        using O = RequestAnswer;
        using tenon::required;
        return std::tuple{
            required("status", &O::status, "Status of the answer, 200 to 299"),
            required("body", &O::body,
                     "Its body: data where it is JSON, else a text; null if empty"),
            required("headers", &O::headers, "Its headers, their names in lower case"),
            required("nextPage", &O::nextPage,
                     "The page after this one, for the input of that name; empty on the last"),
        };
    }
};

// The answer's body, as its Content-Type has it. Throws StepError.
tenon::Value bodyOf(const Client& client, const tenon::HttpResponse& answer, const Call& call);

std::map<std::string, std::string> headersOf(const tenon::HttpResponse& answer);

// Sends what may act, once; keeps the answer for the user where it cannot be read.
RequestAnswer exchanged(Client& client, const Call& call, tenon::Context& context);

}  // namespace cloudelements
