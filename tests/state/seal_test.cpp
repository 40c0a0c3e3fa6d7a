// SPDX-License-Identifier: Apache-2.0
// Sealed records open with their key, in their place, unchanged; and nowhere else.
#include <sys/stat.h>

#include <new>
#include <set>

#include "state/given.h"
#include "store/state/run_seal.h"
#include "store/state/seal.h"

using given::text;
using tenon::store::Key;
using tenon::store::RunSeal;
namespace store = tenon::store;

class SealTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SealTest);
    CPPUNIT_TEST(givesBackWhatWasSealed);
    CPPUNIT_TEST(saysWhetherItIsSealed);
    CPPUNIT_TEST(opensWithItsKeyOnly);
    CPPUNIT_TEST(opensUnchangedOnly);
    CPPUNIT_TEST(opensInItsRunColumnAndPositionOnly);
    CPPUNIT_TEST(neverUsesANonceTwice);
    CPPUNIT_TEST(findsDamageWithoutAKey);
    CPPUNIT_TEST(digestsWhatWhereAndOfWhichKind);
    CPPUNIT_TEST(digestsAsTheStandardSays);
    CPPUNIT_TEST(readsKeys);
    CPPUNIT_TEST(refusesWhatIsNoKey);
    CPPUNIT_TEST(wipesKeys);
    CPPUNIT_TEST_SUITE_END();

    static inline const std::string kShut =
        "sealed: A sealed record does not open: its bytes were changed or moved, or it was sealed "
        "with another key.";
    static inline const std::string kDamaged =
        "damaged: A record of a run cannot be read: its bytes are damaged, or a newer Tenon wrote "
        "them.";
    const Key key_{std::string(32, 'k')};

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

  public:
    void givesBackWhatWasSealed() {
        for (const std::size_t size : {0, 1, 15, 16, 17, 100'000}) {
            const std::string plain(size, 'p');
            const auto record = store::seal(key_, "place", plain);
            CPPUNIT_ASSERT_EQUAL(size + 29, record.size());
            CPPUNIT_ASSERT(size < 15 || record.find("pppp") == record.npos);
            same(plain, given::get(store::unseal(key_, "place", record)));
        }
    }
    void saysWhetherItIsSealed() {
        const auto record = store::seal(key_, "p", "x");
        CPPUNIT_ASSERT_EQUAL('\1', record[0]);
        CPPUNIT_ASSERT(store::isSealed(record));
        CPPUNIT_ASSERT(!store::isSealed(store::wrap("p", "x")));
        CPPUNIT_ASSERT(!store::isSealed(""));
    }
    void opensWithItsKeyOnly() {
        const auto record = store::seal(key_, "place", "plain");
        const Key other(std::string(31, 'k') + "l");
        same(kShut, text(store::unseal(other, "place", record)));
    }
    void opensUnchangedOnly() {
        const auto record = store::seal(key_, "place", "plain");
        for (std::size_t i = 0; i < record.size(); ++i) {
            auto changed = record;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            same(kShut, text(store::unseal(key_, "place", changed)));
            same(kShut, text(store::unseal(key_, "place", record.substr(0, i))));
        }
        same(kShut, text(store::unseal(key_, "place", record + "x")));
    }
    void opensInItsRunColumnAndPositionOnly() {
        const Key master(std::string(32, 'm'));
        for (const auto* m : {&master, static_cast<const Key*>(nullptr)}) {
            const auto one = RunSeal::fresh(m), other = RunSeal::fresh(m);
            const auto record = one.close("step.answer", "/do/0/a", "plain");
            const auto& shut = m ? kShut : kDamaged;
            same("plain", given::get(one.open("step.answer", "/do/0/a", record)));
            same(shut, text(one.open("step.answer", "/do/0/b", record)));
            same(shut, text(one.open("step.action", "/do/0/a", record)));
            same(shut, text(other.open("step.answer", "/do/0/a", record)));
            const auto again = RunSeal::kept(m, one.uuid(), one.wrappedKey(m));
            same("plain", given::get(again.value().open("step.answer", "/do/0/a", record)));
            CPPUNIT_ASSERT_EQUAL(m == nullptr,
                                 RunSeal::kept(m, other.uuid(), one.wrappedKey(m)).ok());
        }
    }
    void neverUsesANonceTwice() {
        std::set<std::string> nonces;
        for (int i = 0; i < 1000; ++i) nonces.insert(store::seal(key_, "", "").substr(1, 12));
        CPPUNIT_ASSERT_EQUAL(std::size_t{1000}, nonces.size());
    }
    void findsDamageWithoutAKey() {
        const auto record = store::wrap("place", "plain");
        same("plain", given::get(store::unwrap("place", record)));
        for (std::size_t i = 0; i < record.size(); ++i) {
            auto changed = record;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            same(kDamaged, text(store::unwrap("place", changed)));
            same(kDamaged, text(store::unwrap("place", record.substr(0, i))));
        }
        same(kDamaged, text(store::unwrap("elsewhere", record)));
    }
    void digestsWhatWhereAndOfWhichKind() {
        const auto seal = RunSeal::fresh(&key_), other = RunSeal::fresh(&key_);
        const auto digest = seal.digest(given::act("/do/0/a", 1));
        CPPUNIT_ASSERT_EQUAL(std::size_t{32}, digest.size());
        CPPUNIT_ASSERT(digest == seal.digest(given::act("/do/0/a", 1)));
        CPPUNIT_ASSERT(digest != seal.digest(given::act("/do/0/a", 1.0)));
        CPPUNIT_ASSERT(digest != seal.digest(given::act("/do/0/b", 1)));
        CPPUNIT_ASSERT(digest != seal.digest(given::look("/do/0/a", 1)));
        CPPUNIT_ASSERT(digest != other.digest(given::act("/do/0/a", 1)));
    }
    // RFC 4231, test case 2.
    void digestsAsTheStandardSays() {
        const auto digest = store::keyedDigest("Jefe", "what do ya want for nothing?");
        std::string hex;
        for (const unsigned char c : digest) {
            hex += "0123456789abcdef"[c >> 4];
            hex += "0123456789abcdef"[c & 15];
        }
        same("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", hex);
    }
    void readsKeys() {
        const support::Folder folder;
        std::string bytes(32, '\0');
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
        for (const std::string& written :
             {given::kKeyText, std::string("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
              std::string(" 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F\r\n")})
            CPPUNIT_ASSERT(given::get(Key::read(folder.write("key", written))).bytes() == bytes);
    }
    void refusesWhatIsNoKey() {
        const support::Folder folder;
        const auto refusal = [&](const std::string& written) {
            return text(Key::read(folder.write("key", written)), folder.path());
        };
        const std::string wanted =
            "key file: The key file FOLDER/key holds no key: wanted 32 bytes as 64 hexadecimal "
            "digits or as base64, found ";
        const std::string make = ". Make one with: tenon key new FILE";
        same(wanted + "0 other characters" + make, refusal(" \n"));
        same(wanted + "63 other characters" + make, refusal(given::kKeyText.substr(1)));
        same(wanted + "64 other characters" + make, refusal(std::string(64, 'g')));
        same(wanted + "44 other characters" + make, refusal(std::string(43, '*') + "="));
        same(wanted + "more than that" + make, refusal(std::string(300, 'a')));
        same("key file: The key file FOLDER/none cannot be read (No such file or directory).",
             text(Key::read(folder.path("none")), folder.path()));
        ::chmod(folder.path("key").c_str(), 0640);
        same(
            "permissions: The key file FOLDER/key may be read by others; run: chmod 600 FOLDER/key",
            text(Key::read(folder.path("key")), folder.path()));
    }
    void wipesKeys() {
        alignas(Key) unsigned char room[sizeof(Key)];
        auto* const key = new (room) Key(std::string(32, 'w'));
        const Key moved(std::move(*key));
        CPPUNIT_ASSERT(std::string(32, '\0') == key->bytes());
        CPPUNIT_ASSERT(std::string(32, 'w') == moved.bytes());
        key->~Key();
        auto* const another = new (room) Key(std::string(32, 'w'));
        another->~Key();
        for (const volatile unsigned char& byte : room) CPPUNIT_ASSERT_EQUAL(0, int{byte});
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SealTest);
