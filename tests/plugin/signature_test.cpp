// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/events/signature.h"

#include <cppunit/extensions/HelperMacros.h>

namespace {

using cloudelements::signatureFits;
using cloudelements::signatureOf;
using tenon::Secret;

class SignatureTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SignatureTest);
    CPPUNIT_TEST(isTheStandardsOwn);
    CPPUNIT_TEST(fitsItsBodyAlone);
    CPPUNIT_TEST_SUITE_END();

    // RFC 4231, cases 1, 2, 3 and 6 (a key longer than a block), and bytes that are no text.
    void isTheStandardsOwn() {
        struct Row {
            std::string key, body, wanted;
        };
        const Row rows[] = {
            {std::string(20, '\x0b'), "Hi There", "sDRMYdjbOFNcqK/OrwvxK4gdwgDJgz2nJuk3bC4yz/c="},
            {"Jefe", "what do ya want for nothing?",
             "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="},
            {std::string(20, '\xaa'), std::string(50, '\xdd'),
             "dz6pHjaADkaFTbjr0JGBpylZCYs++MEi2WNVFM7VZf4="},
            {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
             "YOQxWR7gtn8Niiaqy/W3f44LxiE3KMUUBUYEDw7jf1Q="},
        };
        for (const auto& row : rows)
            CPPUNIT_ASSERT_EQUAL("sha256=" + row.wanted, signatureOf(row.body, Secret(row.key)));
    }

    void fitsItsBodyAlone() {
        const Secret key("k3y");
        const std::string body("{\"a\": \"\xff\"}\r\n\0x", 15);
        const std::string good = signatureOf(body, key);
        CPPUNIT_ASSERT(signatureFits(good, body, key));
        CPPUNIT_ASSERT(signatureFits(" " + good + "\t", body, key));
        for (std::size_t i = 0; i < good.size(); ++i) {
            auto other = good;
            other[i] = other[i] == 'A' ? 'B' : 'A';
            CPPUNIT_ASSERT_MESSAGE(other, !signatureFits(other, body, key));
            CPPUNIT_ASSERT(!signatureFits(good.substr(0, i), body, key));
        }
        for (std::size_t i = 0; i < body.size(); ++i) {
            auto other = body;
            other[i] = static_cast<char>(other[i] + 1);
            CPPUNIT_ASSERT(!signatureFits(good, other, key));
            CPPUNIT_ASSERT(!signatureFits(good, body.substr(0, i), key));
        }
        CPPUNIT_ASSERT(!signatureFits(good + "=", body, key));
        CPPUNIT_ASSERT(!signatureFits(good, body, Secret("k3z")));
        CPPUNIT_ASSERT(!signatureFits(good.substr(7), body, key));
        CPPUNIT_ASSERT(!signatureFits(signatureOf(body, Secret("")), body, Secret("")));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(SignatureTest);

}  // namespace
