// SPDX-License-Identifier: Apache-2.0
// What is encoded comes back as it was, and other bytes are refused.
#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "store/codec.h"
#include "tenon/json.h"

using tenon::Array;
using tenon::Done;
using tenon::Error;
using tenon::ErrorKind;
using tenon::Object;
using tenon::Result;
using tenon::Secret;
using tenon::Value;
using tenon::Wide;
using tenon::world::Answer;
namespace store = tenon::store;

class CodecTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CodecTest);
    CPPUNIT_TEST(keepsEveryKind);
    CPPUNIT_TEST(keepsGeneratedValues);
    CPPUNIT_TEST(keepsTheDeepest);
    CPPUNIT_TEST(keepsErrorsWhole);
    CPPUNIT_TEST(keepsAnswers);
    CPPUNIT_TEST(hasTheBytesOfThePage);
    CPPUNIT_TEST(hasFrozenNumbers);
    CPPUNIT_TEST(refusesEveryTruncation);
    CPPUNIT_TEST(survivesMutations);
    CPPUNIT_TEST(refusesCountsThatCannotBe);
    CPPUNIT_TEST_SUITE_END();

    std::mt19937 chance_{20261128};

    std::size_t below(std::size_t n) { return chance_() % n; }
    std::string bytes() {
        std::string out(below(40), '\0');
        for (auto& c : out) c = static_cast<char>(below(256));
        return out;
    }
    double real() {
        const double some[] = {0.0,
                               -0.0,
                               1.0,
                               0.1,
                               -1e308,
                               std::numeric_limits<double>::denorm_min(),
                               std::numeric_limits<double>::infinity(),
                               -std::numeric_limits<double>::infinity(),
                               std::nan("7")};
        return some[below(std::size(some))];
    }
    Value generated(std::size_t depth) {
        switch (below(depth > 0 ? 9 : 7)) {
            case 0:
                return nullptr;
            case 1:
                return below(2) == 1;
            case 2:
                return static_cast<std::int64_t>(((std::uint64_t{chance_()} << 32) | chance_()) >>
                                                 below(64));
            case 3:
                return real();
            case 4:
                return bytes();
            case 5:
                return Secret(bytes());
            case 6:
                return Wide{"-123456789012345678901234567890"};
            case 7: {
                Array items;
                for (auto n = below(6); n > 0; --n) items.push_back(generated(depth - 1));
                return items;
            }
            default: {
                Object members;
                for (auto n = below(40); n > 0; --n) members.set(bytes(), generated(depth - 1));
                return members;
            }
        }
    }

    // Two values, to the last bit of a number and the order of members.
    static bool same(const Value& a, const Value& b) {
        if (a.kind() != b.kind() || a.depth() != b.depth()) return false;
        if (a.real()) return std::memcmp(a.real(), b.real(), sizeof(double)) == 0;
        if (a.array()) {
            const auto &x = *a.array(), &y = *b.array();
            return std::equal(x.begin(), x.end(), y.begin(), y.end(), same);
        }
        if (a.object()) {
            const auto &x = *a.object(), &y = *b.object();
            return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                              [](const auto& m, const auto& n) {
                                  return m.name == n.name && same(m.value, n.value);
                              });
        }
        return a == b;
    }
    static void sameAfter(const Value& value) {
        const auto back = store::decodeValue(store::encode(value));
        CPPUNIT_ASSERT_MESSAGE(back ? "" : back.error().detail, back.ok());
        CPPUNIT_ASSERT_MESSAGE(tenon::json::write(value), same(value, back.value()));
    }
    static bool sameError(const Error& a, const Error& b) {
        return a.kind == b.kind && a.status == b.status && a.title == b.title &&
               a.detail == b.detail && a.retryable == b.retryable && a.done == b.done &&
               a.retryAfter == b.retryAfter && a.requestId == b.requestId &&
               a.instance == b.instance && a.place == b.place && a.type == b.type;
    }
    static Error full() {
        return {ErrorKind::cancelled,
                -7,
                "title",
                std::string("de\0\xfftail", 8),
                true,
                Done::maybe,
                std::chrono::seconds(90),
                "r-1",
                "/do/0/create",
                "flow.yaml:12:7",
                "https://x/y"};
    }
    static std::string hex(const std::string& bytes) {
        std::string out;
        for (const unsigned char c : bytes) {
            out += "0123456789abcdef"[c >> 4];
            out += "0123456789abcdef"[c & 15];
        }
        return out;
    }
    static void refused(const std::string& bytes) {
        const auto value = store::decodeValue(bytes);
        CPPUNIT_ASSERT_MESSAGE(hex(bytes), !value);
        CPPUNIT_ASSERT_EQUAL(std::string("A record of a run cannot be read: its bytes are damaged, "
                                         "or a newer Tenon wrote them."),
                             value.error().detail);
        CPPUNIT_ASSERT(value.error().kind == ErrorKind::runtime);
        CPPUNIT_ASSERT_EQUAL(std::string("damaged"), value.error().title);
    }

  public:
    void keepsEveryKind() {
        for (const std::int64_t i :
             {std::int64_t{0}, std::int64_t{-1}, std::int64_t{63}, std::int64_t{64},
              std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
            sameAfter(i);
        for (const Value& value :
             {Value(), Value(true), Value(false), Value(1.0), Value(-0.0), Value(std::nan("3")),
              Value(std::numeric_limits<double>::infinity()), Value(""),
              Value("\xff\xfe not UTF-8"), Value(std::string("a\0b", 3)), Value(Secret("hush")),
              Value(Secret("")), Value(Wide{"18446744073709551616"}), Value(Array{}),
              Value(Object{}),
              Value(Object{{"z", 1}, {"a", Array{1.0, Secret("s")}}, {"", nullptr}})})
            sameAfter(value);
    }
    void keepsGeneratedValues() {
        for (int i = 0; i < 300; ++i) sameAfter(generated(3));
    }
    void keepsTheDeepest() {
        Value arrays, objects;
        for (std::uint32_t i = 0; i < Value::kDeepest; ++i) {
            arrays = Array{std::move(arrays)};
            objects = Object{{"", std::move(objects)}};
        }
        for (const auto* deep : {&arrays, &objects}) {
            const auto bytes = store::encode(*deep);
            const auto back = store::decodeValue(bytes);
            CPPUNIT_ASSERT(back.ok());
            CPPUNIT_ASSERT_EQUAL(Value::kDeepest, back.value().depth());
            CPPUNIT_ASSERT(bytes == store::encode(back.value()));
        }
        auto deeper = store::encode(arrays);
        refused(deeper.insert(1, "\x07\x01"));
    }
    void keepsErrorsWhole() {
        auto plain = tenon::makeError(ErrorKind::configuration, "t", "d");
        for (const Error& error : {full(), plain, Error()}) {
            Error back = tenon::makeError(ErrorKind::timeout, "other", "other");
            const auto problem = store::decodeError(store::encode(error), back);
            CPPUNIT_ASSERT(!problem);
            CPPUNIT_ASSERT(sameError(error, back));
        }
        Error left = plain;
        CPPUNIT_ASSERT(store::decodeError("nonsense", left));
        CPPUNIT_ASSERT(sameError(plain, left));
    }
    void keepsAnswers() {
        const auto good = store::decodeAnswer(store::encode(Answer{Value(Secret("token"))}));
        CPPUNIT_ASSERT(same(Secret("token"), good.value().result.value()));
        CPPUNIT_ASSERT(good.value().raw.isNull());
        const auto bad = store::decodeAnswer(store::encode(Answer{full(), Array{1.0, "raw"}}));
        CPPUNIT_ASSERT(sameError(full(), bad.value().result.error()));
        CPPUNIT_ASSERT(same(Array{1.0, "raw"}, bad.value().raw));
    }
    // As in JOURNAL.md; a change here is a new version of the format.
    void hasTheBytesOfThePage() {
        const auto is = [](const std::string& expected, const std::string& bytes) {
            CPPUNIT_ASSERT_EQUAL(expected, hex(bytes));
        };
        is("0100", store::encode(Value()));
        is("0102", store::encode(Value(true)));
        is("0103d704", store::encode(Value(-300)));
        is("0104000000000000f03f", store::encode(Value(1.0)));
        is("0108020161070203010302"
           "016206026869",
           store::encode(Object{{"a", Array{-1, 1}}, {"b", Secret("hi")}}));
        is("010908"
           "3132333435363738",
           store::encode(Wide{"12345678"}));
        is("0100"
           "07e807"
           "0174"
           "0164"
           "00"
           "00"
           "00"
           "00"
           "00"
           "00"
           "00"
           "00",
           store::encode(Answer{tenon::makeError(ErrorKind::runtime, "t", "d")}));
    }
    void hasFrozenNumbers() {
        CPPUNIT_ASSERT_EQUAL(8, static_cast<int>(ErrorKind::cancelled));
        CPPUNIT_ASSERT_EQUAL(2, static_cast<int>(Done::yes));
    }
    void refusesEveryTruncation() {
        for (int i = 0; i < 60; ++i) {
            const auto bytes = store::encode(generated(3));
            if (bytes.size() > 1000) continue;  // there are as many cuts as bytes
            for (std::size_t size = 0; size < bytes.size(); ++size) refused(bytes.substr(0, size));
            refused(bytes + '\0');
        }
        const auto answer = store::encode(Answer{full(), "raw"});
        for (std::size_t size = 0; size < answer.size(); ++size)
            CPPUNIT_ASSERT(!store::decodeAnswer(answer.substr(0, size)));
    }
    // What is read of them all the same is written as the same bytes: there is one way to write.
    void survivesMutations() {
        std::size_t read = 0;
        for (int i = 0; i < 5'000; ++i) {
            const bool isValue = i % 2 == 0;
            auto bytes = isValue ? store::encode(generated(2)) : store::encode(Answer{full(), 1});
            for (auto n = 1 + below(3); n > 0; --n)
                bytes[below(bytes.size())] = static_cast<char>(below(256));
            if (isValue) {
                const auto value = store::decodeValue(bytes);
                if (!value) continue;
                CPPUNIT_ASSERT(bytes == store::encode(value.value()));
            } else {
                const auto answer = store::decodeAnswer(bytes);
                if (!answer) continue;
                CPPUNIT_ASSERT(bytes == store::encode(answer.value()));
            }
            ++read;
        }
        CPPUNIT_ASSERT(read > 300);
    }
    void refusesCountsThatCannotBe() {
        const std::string most = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01";
        for (const char tag : {'\5', '\6', '\7', '\10', '\11'})
            refused(std::string("\1") + tag + most);
        refused(std::string("\1\7") + most + "\1");    // a number of eleven bytes
        refused(std::string("\1\7\x80\0", 4));         // one byte too many
        refused("\1\11\1-");                           // no digits
        refused(std::string("\1\10\2\1a\0\1a\0", 9));  // a name twice
        refused("\2\1");                               // another version
        refused("\1\12");                              // no such kind
        refused("");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(CodecTest);
