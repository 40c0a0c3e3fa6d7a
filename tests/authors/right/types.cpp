// SPDX-License-Identifier: Apache-2.0
// Types beside std::string, bool and std::int64_t: each is read, written and described.
#include <cppunit/extensions/HelperMacros.h>

#include "../schema_of.h"
#include "tenon/json.h"

using tenon::optional;

namespace {

struct Numbers {
    int plain{};
    std::int8_t small{};
    std::uint16_t port{};
    std::uint64_t large{};
    long long longest{};
    std::vector<std::optional<unsigned>> many;
    double rate{};

    static constexpr auto fields() {
        return std::tuple{optional("plain", &Numbers::plain, "An int", -1),
                          optional("small", &Numbers::small, "Eight bits"),
                          optional("port", &Numbers::port, "A port", 65535),
                          optional("large", &Numbers::large, "All 64"),
                          optional("longest", &Numbers::longest, "Another 64"),
                          optional("many", &Numbers::many, "Many"),
                          optional("rate", &Numbers::rate, "A real", 1.5)};
    }
};

struct Flags {
    std::vector<bool> all;
    std::map<std::string, bool> named;
    std::vector<std::map<std::string, bool>> listed;

    static constexpr auto fields() {
        return std::tuple{optional("all", &Flags::all, "Which hold"),
                          optional("named", &Flags::named, "Which hold, by name"),
                          optional("listed", &Flags::listed, "Again and again")};
    }
};

template <class S>
std::string readAndWritten(const std::string& text) {
    std::vector<tenon::Problem> problems;
    const auto read = tenon::readFields<S>(tenon::json::read(text).value(), problems);
    std::string out;
    for (const auto& p : problems) out += p.pointer + " " + p.text + "\n";
    return out.empty() ? tenon::json::write(tenon::writeFields(read)) : out;
}

std::string real(double n) {
    tenon::schema::Out measured;
    measured.real(n);
    std::string text(measured.size, ' ');
    tenon::schema::Out{text.data()}.real(n);
    return text;
}

}  // namespace

class TypesTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TypesTest);
    CPPUNIT_TEST(readsIntegersOfAnyWidth);
    CPPUNIT_TEST(namesTheRangeThatAnIntegerIsNotIn);
    CPPUNIT_TEST(describesIntegersWithTheirRange);
    CPPUNIT_TEST(readsListsOfBooleans);
    CPPUNIT_TEST(writesRealsWithAllTheirDigits);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void readsIntegersOfAnyWidth() {
        same(R"({"plain":-1,"small":0,"port":65535,"large":0,"longest":0,"many":[],"rate":1.5})",
             readAndWritten<Numbers>("{}"));
        const std::string ends =
            R"({"plain":-2147483648,"small":-128,"port":0,"large":18446744073709551615,)"
            R"("longest":9223372036854775807,"many":[4294967295,0],"rate":2.0})";
        same(std::string(ends).replace(ends.find("2.0"), 3, "2"), readAndWritten<Numbers>(ends));
    }
    void namesTheRangeThatAnIntegerIsNotIn() {
        same(
            "/plain is 2147483648; wanted an integer from -2147483648 to 2147483647\n"
            "/small is -129; wanted an integer from -128 to 127\n"
            "/port is an integer of more than 64 bits, 10000000000000000000; wanted an integer "
            "from 0 to 65535\n"
            "/large is -1; wanted an integer from 0 to 18446744073709551615\n"
            "/longest is an integer of more than 64 bits, 9223372036854775808; wanted an integer "
            "of 64 bits\n"
            "/many/0 is 4294967296; wanted an integer from 0 to 4294967295\n"
            "/many/1 is a number; wanted an integer\n",
            readAndWritten<Numbers>(
                R"({"plain":2147483648,"small":-129,"port":10000000000000000000,"large":-1,)"
                R"("longest":9223372036854775808,"many":[4294967296,1.5]})"));
    }
    void describesIntegersWithTheirRange() {
        same(
            R"({"type":"object","properties":{)"
            R"("plain":{"type":"integer","minimum":-2147483648,"maximum":2147483647,"description":"An int","default":-1},)"
            R"("small":{"type":"integer","minimum":-128,"maximum":127,"description":"Eight bits"},)"
            R"("port":{"type":"integer","minimum":0,"maximum":65535,"description":"A port","default":65535},)"
            R"("large":{"type":"integer","minimum":0,"description":"All 64"},)"
            R"("longest":{"type":"integer","description":"Another 64"},)"
            R"("many":{"type":"array","items":{"type":"integer","minimum":0,"maximum":4294967295},"description":"Many"},)"
            R"("rate":{"type":"number","description":"A real","default":1.5}},)"
            R"("required":[],"additionalProperties":false})",
            schemaOf<Numbers>());
    }
    void readsListsOfBooleans() {
        const std::string flags = R"({"all":[true,false,true],"named":{"a":true},"listed":[{}]})";
        same(flags, readAndWritten<Flags>(flags));
        same("/all/1 is an integer; wanted true or false\n",
             readAndWritten<Flags>(R"({"all":[true,1]})"));
    }
    void writesRealsWithAllTheirDigits() {
        same("1.5", real(1.5));
        same("0.0", real(0));
        same("-2.0", real(-2));
        same("0.1000000000000000055511151231257827021181583404541015625", real(0.1));
        same("18446744073709551616.0", real(0x1p64));
        for (const double n : {5e-324, 1e-300, 0.1 + 0.2, 1 / 3.0, 1e22, 1.7976931348623157e308})
            CPPUNIT_ASSERT_EQUAL(n, *tenon::json::read(real(n)).value().real());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(TypesTest);
