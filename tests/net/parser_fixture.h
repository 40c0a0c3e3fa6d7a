// SPDX-License-Identifier: Apache-2.0
// What the response parser makes of bytes, as one text. However they come in pieces, it is the
// same.
#pragma once

#include <cppunit/extensions/HelperMacros.h>

#include "net/fault.h"
#include "net/response_parser.h"

class ParserFixture : public CppUnit::TestFixture {
  protected:
    static const char* name(tenon::net::FaultKind kind) {
        switch (kind) {
            case tenon::net::FaultKind::closed:
                return "closed: ";
            case tenon::net::FaultKind::truncated:
                return "truncated: ";
            case tenon::net::FaultKind::malformed:
                return "malformed: ";
            case tenon::net::FaultKind::tooLarge:
                return "too large: ";
            default:
                return "another: ";
        }
    }

    // "STATUS REASON|NAME=VALUE|BODY", then what is to be said of the connection.
    static std::string read(std::string_view bytes, std::size_t piece, bool head,
                            std::size_t maxBody) {
        tenon::net::ResponseParser parser(head, maxBody);
        try {
            while (!bytes.empty() && !parser.done()) {
                const auto part = bytes.substr(0, piece);
                const auto taken = parser.feed(part);
                bytes.remove_prefix(taken);
                CPPUNIT_ASSERT(taken == part.size() || parser.done());
            }
            if (!parser.done()) parser.end();
        } catch (const tenon::net::Fault& fault) {
            return name(fault.kind()) + std::string(fault.what());
        }
        const auto& response = parser.response();
        std::string out = std::to_string(response.status) + " " + response.reason;
        for (const auto& header : response.headers) out += "|" + header.name + "=" + header.value;
        out += "|" + response.body;
        if (response.endedByClose) out += ", ended by close";
        if (parser.reusable()) out += ", reusable";
        if (!bytes.empty()) out += ", left: " + std::string(bytes);
        return out;
    }

    static void reads(const std::string& expected, std::string_view bytes, bool head = false,
                      std::size_t maxBody = 1000) {
        for (const auto piece :
             {bytes.size() + 1, std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(7)})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(std::string(bytes), expected,
                                         read(bytes, piece, head, maxBody));
    }
};
