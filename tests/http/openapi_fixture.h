// SPDX-License-Identifier: Apache-2.0
// A document, an operation and its parameters in; the request, or the refusal, as one text out.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "http/openapi/request.h"
#include "support/whole.h"
#include "tenon/json.h"

class OpenApiFixture : public CppUnit::TestFixture {
  protected:
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    // "GET https://h/a?b=c", a line each header, and the body after an empty line.
    static std::string request(const std::string& document, const std::string& operation,
                               const std::string& parameters,
                               const std::string& url = "https://docs.example/v1/api.json") {
        try {
            const auto ask =
                tenon::http::openapi::requestOf({tenon::http::openapi::parse(document), url},
                                                operation, tenon::json::read(parameters).value());
            if (!ask) return support::whole(ask.error());
            const auto& sent = ask.value().request;
            std::string out = sent.method + " " + sent.url;
            for (const auto& header : sent.headers) out += "\n" + header.name + ": " + header.value;
            return out + (sent.body.empty() ? "" : "\n\n" + sent.body);
        } catch (const tenon::StepError& e) {
            return support::whole(e.error());
        }
    }
};
