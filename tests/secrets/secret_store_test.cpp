// SPDX-License-Identifier: Apache-2.0
// Where secrets come from: a sandbox, a file of one's own, the environment.
#include <cppunit/extensions/HelperMacros.h>
#include <sys/stat.h>
#include <unistd.h>

#include "manifest/texts.h"
#include "secrets/secret_store.h"
#include "support/folder.h"
#include "tenon/json.h"

using tenon::manifest::readTexts;
using tenon::secrets::SecretStore;

class SecretStoreTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SecretStoreTest);
    CPPUNIT_TEST(readsYamlAndJsonFiles);
    CPPUNIT_TEST(readsTheEnvironment);
    CPPUNIT_TEST(foldsNamesAsAShellWritesThem);
    CPPUNIT_TEST(takesTheFirstThatIsGiven);
    CPPUNIT_TEST(saysHowToGiveAMissingOne);
    CPPUNIT_TEST(refusesABrokenObjectOfTheEnvironment);
    CPPUNIT_TEST(refusesBytesOfTheEnvironmentThatAreNotUtf8);
    CPPUNIT_TEST(refusesAFileThatOthersMayRead);
    CPPUNIT_TEST(takesAFileOfItsOwnerOnly);
    CPPUNIT_TEST(saysWhyAFileCannotBeRead);
    CPPUNIT_TEST(refusesAFileThatIsNoObject);
    CPPUNIT_TEST(refusesWhatYamlWouldChange);
    CPPUNIT_TEST(quotesNoSecretInAFault);
    CPPUNIT_TEST(readsAPipe);
    CPPUNIT_TEST(givesSecretsAndNothingElse);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string found(SecretStore& store, const std::string& name) {
        const auto value = store.find(name);
        return value ? tenon::json::write(value.value(), tenon::json::Secrets::reveal)
                     : value.error().detail;
    }
    static SecretStore store(std::vector<const char*> environment = {}) {
        environment.push_back(nullptr);
        return SecretStore(environment.data());
    }
    std::string fault(const std::string& text) const {
        auto reader = store();
        const auto problem = reader.readFile(folder_.write("secrets", text), readTexts);
        CPPUNIT_ASSERT(problem);
        CPPUNIT_ASSERT(problem->kind == tenon::ErrorKind::validation);
        std::string out = problem->detail;
        for (auto at = out.find(folder_.path()); at != out.npos; at = out.find(folder_.path()))
            out.erase(at, folder_.path().size() + 1);
        return out;
    }

    void readsYamlAndJsonFiles() {
        auto yaml = store();
        CPPUNIT_ASSERT(!yaml.readFile(
            folder_.write("s.yaml", "platform: {user: u, list: [a, null]}\nmail: p\n"), readTexts));
        same(R"({"user":"u","list":["a",null]})", found(yaml, "platform"));
        same("\"p\"", found(yaml, "mail"));
        auto json = store();
        CPPUNIT_ASSERT(!json.readFile(folder_.write("s.json", R"({"key": "k\u00fc\ud83d\ude00"})"),
                                      readTexts));
        same("\"kü😀\"", found(json, "key"));
    }
    void readsTheEnvironment() {
        auto some = store({"TENON_SECRET_KEY=s3cret=1", "TENON_SECRET_EMPTY=",
                           "TENON_SECRET_MAP= \n{\"user\": \"u\", \"id\": 9007199254740993}",
                           "TENON_SECRET_LIST=[\"a\"]", "OTHER=x", "TENON_SECRET_BARE"});
        same("\"s3cret=1\"", found(some, "key"));
        same("\"\"", found(some, "empty"));
        same(R"({"user":"u","id":"9007199254740993"})", found(some, "map"));
        same("\"[\\\"a\\\"]\"", found(some, "list"));  // only an object is taken apart
        CPPUNIT_ASSERT(!some.find("bare"));
        CPPUNIT_ASSERT(!some.find("OTHER"));
        CPPUNIT_ASSERT(!SecretStore(nullptr).find("key"));
    }
    void foldsNamesAsAShellWritesThem() {
        auto some = store(
            {"TENON_SECRET_CLOUDELEMENTS=c", "TENON_SECRET_SAGE_CRM=s", "TENON_SECRET_lower=l"});
        same("\"c\"", found(some, "cloudElements"));
        same("\"s\"", found(some, "sage-crm"));
        same("\"s\"", found(some, "sage.CRM"));
        same("\"l\"", found(some, "Lower"));
        CPPUNIT_ASSERT(!some.find("sageCrm"));
    }
    void takesTheFirstThatIsGiven() {
        auto some = store({"TENON_SECRET_A=environment", "TENON_SECRET_B=environment",
                           "TENON_SECRET_C=environment"});
        CPPUNIT_ASSERT(!some.readFile(folder_.write("s", "a: file\nb: file\n"), readTexts));
        some.give(tenon::Object{{"a", "given"}});
        same("\"given\"", found(some, "a"));
        same("\"file\"", found(some, "b"));
        same("\"environment\"", found(some, "c"));
    }
    void saysHowToGiveAMissingOne() {
        auto none = store();
        const auto missing = none.find("sage-Crm");
        same(
            "The secret \"sage-Crm\" was not given. Put it into a file and add --secrets FILE, or "
            "set TENON_SECRET_SAGE_CRM.",
            missing.error().detail);
        CPPUNIT_ASSERT(missing.error().kind == tenon::ErrorKind::authorization);
    }
    void refusesABrokenObjectOfTheEnvironment() {
        auto some = store({"TENON_SECRET_KEY={s3cret}"});
        same(
            "The environment variable TENON_SECRET_KEY begins like a JSON object, but is none. "
            "Mend it, or put the secret into a file and add --secrets FILE.",
            found(some, "key"));
    }
    void refusesBytesOfTheEnvironmentThatAreNotUtf8() {
        for (const auto* value : {"s3cr\xfct", "\xff", "s3cret\xe2\x82", "\xed\xa0\x80", "\xc0\xaf",
                                  "{\"a\": \"s3cr\xfct\"}", "{\"\xfc\": 1}"}) {
            const auto entry = "TENON_SECRET_KEY=" + std::string(value);
            auto some = store({entry.c_str(), "TENON_SECRET_OTHER=\xc3\xbc"});
            same(
                "The environment variable TENON_SECRET_KEY is not UTF-8. Set it anew as UTF-8, or "
                "put its bytes into base64.",
                found(some, "key"));
            same("\"\xc3\xbc\"", found(some, "other"));
        }
    }
    void refusesAFileThatOthersMayRead() {
        const auto file = folder_.write("s.yaml", "key: k\n");
        for (const mode_t mode : {0640, 0604, 0620, 0602, 0610, 0601, 0777}) {
            ::chmod(file.c_str(), mode);
            auto reader = store();
            const auto problem = reader.readFile(file, readTexts);
            CPPUNIT_ASSERT(problem);
            same("permissions", problem->title);
            same("The secrets file " + file + " may be read by others; run: chmod 600 " + file,
                 problem->detail);
            CPPUNIT_ASSERT(!reader.find("key"));
        }
        const auto link = folder_.path("link");
        CPPUNIT_ASSERT_EQUAL(0, ::symlink(file.c_str(), link.c_str()));
        CPPUNIT_ASSERT(store().readFile(link, readTexts));
    }
    void takesAFileOfItsOwnerOnly() {
        const auto file = folder_.write("s.yaml", "key: k\n");
        for (const mode_t mode : {0400, 0600, 0700}) {
            ::chmod(file.c_str(), mode);
            CPPUNIT_ASSERT(!store().readFile(file, readTexts));
        }
    }
    void saysWhyAFileCannotBeRead() {
        auto reader = store();
        const auto missing = reader.readFile(folder_.path("none"), readTexts);
        same("The secrets file " + folder_.path("none") +
                 " cannot be read (No such file or directory).",
             missing->detail);
        same("unreadable", missing->title);
        same("The secrets file " + folder_.path() + " cannot be read (Is a directory).",
             reader.readFile(folder_.path(), readTexts)->detail);
    }
    void refusesAFileThatIsNoObject() {
        same(
            "The secrets file secrets must hold an object, each secret by its name, found an "
            "array.",
            fault("- a\n"));
        same(
            "The secrets file secrets must hold an object, each secret by its name, found a "
            "string.",
            fault("key=s3cret\n"));
        same("secrets:1:1: the file is empty\n", fault(""));
    }
    void refusesWhatYamlWouldChange() {
        same(
            "secrets:1:4: /a: wanted a string, found an integer; put it in quotes\n"
            "secrets:2:8: /b/c: wanted a string, found a number; put it in quotes\n"
            "secrets:3:5: /d/0: wanted a string, found a boolean; put it in quotes\n",
            fault("a: 0123\nb: {c: 1e5}\nd: [true, 'x', null]\n"));
    }
    void quotesNoSecretInAFault() {
        same("secrets:1:6: this number does not fit 64 bits; quote it to make it a string\n",
             fault("key: 0x12345678901234567890123\n"));
        same(
            "secrets:1:6: /key: wanted a string, found an integer of more than 64 bits; put it in "
            "quotes\n",
            fault("key: 12345678901234567890123\n"));
        same("secrets:1:12: \": \" is not expected here; put a text that holds it in quotes\n",
             fault("key: s3cret: 1\n"));
        same("secrets:1:6: the quote that begins here is not closed\n", fault("key: \"s3cret\n"));
        same("secrets:1:6: a tag is not taken here; put a text that begins with ! in quotes\n",
             fault("key: !s3cret\n"));
        same(
            "secrets:1:6: there is no anchor of this name before it; put a text that begins with "
            "* in quotes\n",
            fault("key: *s3cret\n"));
        same(
            "secrets:1:6: nothing stands behind this anchor; put a text that begins with & in "
            "quotes\n",
            fault("key: &s3cret\n"));
        same("secrets:1:6: a text that begins with this character must stand in quotes\n",
             fault("key: @s3cret\n"));
    }
    // As a shell hands it over: --secrets <(command).
    // Wherever it comes from, and whatever it looks like there.
    void givesSecretsAndNothingElse() {
        auto store =
            SecretStoreTest::store({"TENON_SECRET_A=plain", R"(TENON_SECRET_B={"x":[1,true]})"});
        CPPUNIT_ASSERT(
            !store.readFile(folder_.write("secrets", "c: {pin: \"1234\", list: [a]}"), readTexts));
        store.give(tenon::Object{{"d", tenon::Object{{"text", "t"}}}});
        const auto masked = [&](const std::string& name) {
            return tenon::json::write(store.find(name).value());
        };
        same(R"("********")", masked("a"));
        same(R"({"x":["********","********"]})", masked("b"));
        same(R"({"pin":"********","list":["********"]})", masked("c"));
        same(R"({"text":"********"})", masked("d"));
    }
    void readsAPipe() {
        int ends[2];
        CPPUNIT_ASSERT_EQUAL(0, ::pipe(ends));
        const std::string text = "key: k\n";
        CPPUNIT_ASSERT(::write(ends[1], text.data(), text.size()) > 0);
        ::close(ends[1]);
        auto reader = store();
        CPPUNIT_ASSERT(!reader.readFile("/dev/fd/" + std::to_string(ends[0]), readTexts));
        ::close(ends[0]);
        same("\"k\"", found(reader, "key"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SecretStoreTest);
