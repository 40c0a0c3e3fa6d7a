// SPDX-License-Identifier: Apache-2.0
// The program as its users meet it: words in, texts and exit codes out.
#include <cppunit/extensions/HelperMacros.h>
#include <sys/stat.h>

#include "program.h"

namespace json = tenon::json;
using support::kCreate;
using support::kUse;
using support::Platform;
using support::program;
using support::steady;

class RunTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(RunTest);
    CPPUNIT_TEST(createsAnInstanceAndMasksTheToken);
    CPPUNIT_TEST(usesTheInstance);
    CPPUNIT_TEST(writesTheWholeResultToANewFile);
    CPPUNIT_TEST(refusesAnOutputFileThatExists);
    CPPUNIT_TEST(showsSecretsWhenToldTo);
    CPPUNIT_TEST(takesInputsFromFilesArgumentsAndStandardInput);
    CPPUNIT_TEST(refusesAnArgumentThatIsHalfAValue);
    CPPUNIT_TEST(takesSecretsFromTheEnvironment);
    CPPUNIT_TEST(saysWhichSecretIsMissing);
    CPPUNIT_TEST(refusesASecretsFileThatOthersMayRead);
    CPPUNIT_TEST(saysThatTheOutcomeIsUnknown);
    CPPUNIT_TEST(adoptsWhatWasMadeWithoutAnAnswer);
    CPPUNIT_TEST(keepsWhatWasMadeWhenALaterTaskFaults);
    CPPUNIT_TEST(saysWhichCredentialToLookAt);
    CPPUNIT_TEST(checksInputsBeforeAnythingIsSent);
    CPPUNIT_TEST(showsAnErrorThatTheManifestRaised);
    CPPUNIT_TEST(refusesWrongUse);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    std::string faults(const std::string& text) const { return folder_.write("faults.yaml", text); }

    void createsAnInstanceAndMasksTheToken() {
        const auto ended =
            program({"run", kCreate, "--sandbox-faults", faults("firstId: 9007199254740993")});
        same("{\n  \"id\": 9007199254740993,\n  \"token\": \"********\"\n}\n", ended.out);
        same("create-sagecrm-instance 1.0.0\n  create: call CreateSageCRMInstance, T\n",
             steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }

    void usesTheInstance() {
        const auto ended = program({"run", kUse, "--sandbox-faults", faults("firstId: 427902")});
        same(
            "{\n  \"id\": 427902,\n  \"accounts\": [\n"
            "    {\n      \"key\": \"43\",\n"
            "      \"Comp_Name\": \"Gatecom Inc.\",\n"
            "      \"Comp_Type\": \"Customer\",\n      \"Comp_Status\": \"Active\",\n"
            "      \"Comp_WebSite\": \"www.gatecom.example\",\n"
            "      \"Comp_CreatedDate\": \"2017-06-12T14:09:00Z\",\n"
            "      \"Comp_UpdatedDate\": \"2017-06-12T14:09:00Z\"\n    },\n"
            "    {\n      \"key\": \"50\",\n"
            "      \"Comp_Name\": \"Design Right Inc.\",\n"
            "      \"Comp_Type\": \"Customer\",\n      \"Comp_Status\": \"Active\",\n"
            "      \"Comp_WebSite\": \"www.designright.example\",\n"
            "      \"Comp_CreatedDate\": \"2017-06-12T14:09:00Z\",\n"
            "      \"Comp_UpdatedDate\": \"2017-06-12T14:09:00Z\"\n    }\n  ]\n}\n",
            ended.out);
        same(
            "create-and-use-instance 1.0.0\n  create: call CreateSageCRMInstance, T\n"
            "  ping: call http, T\n  accounts: call http, T\n  show: set, T\n",
            steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }

    void writesTheWholeResultToANewFile() {
        const auto ended =
            program({"run", kCreate, "--sandbox", "--output", folder_.path("result.json")});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        const auto result = json::read(folder_.read("result.json")).value();
        CPPUNIT_ASSERT(result.find("token")->string()->size() > 20);
        CPPUNIT_ASSERT(ended.out.find(*result.find("token")->string()) == std::string::npos);
        struct stat about {};
        ::stat(folder_.path("result.json").c_str(), &about);
        CPPUNIT_ASSERT_EQUAL(0600u, static_cast<unsigned>(about.st_mode & 0777));
    }

    void refusesAnOutputFileThatExists() {
        Platform platform(folder_);
        const auto file = folder_.write("old.json", "kept");
        const auto ended =
            program({"run", kCreate, "--secrets", platform.secrets, "--output", file});
        same("tenon: The output file " + file +
                 " exists already; remove it, or name another. Nothing was run.\n",
             ended.err);
        CPPUNIT_ASSERT_EQUAL(73, ended.code);
        same("kept", folder_.read("old.json"));
        same("", platform.requests());
    }

    void showsSecretsWhenToldTo() {
        const auto ended = program({"run", kCreate, "--sandbox", "--show-secrets"});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        CPPUNIT_ASSERT(ended.out.find("********") == std::string::npos);
        CPPUNIT_ASSERT_EQUAL(std::size_t(44),
                             json::read(ended.out).value().find("token")->string()->size());
    }

    void takesInputsFromFilesArgumentsAndStandardInput() {
        const auto manifest =
            folder_.write("echo.yaml",
                          "document: {dsl: 1.0.3, namespace: t, name: echo, version: 1.0.0}\n"
                          "do:\n  - echo:\n      set: ${ . }\n");
        const auto file = folder_.write("input.yaml", "a: 1\nb: two\n");
        const auto ended = program({"run", manifest, "--input", file, "--input", "b=[3]", "--input",
                                    "c=plain text", "--input", "-"},
                                   "{\"d\": 12345678901234567}");
        same(
            "{\n  \"a\": 1,\n  \"b\": [\n    3\n  ],\n  \"c\": \"plain text\",\n"
            "  \"d\": 12345678901234567\n}\n",
            ended.out);
    }

    // A file with the same value is refused; in an argument none of them may become a text.
    void refusesAnArgumentThatIsHalfAValue() {
        const auto manifest =
            folder_.write("echo.yaml",
                          "document: {dsl: 1.0.3, namespace: a, name: echo, version: 1.0.0}\n"
                          "do:\n  - echo: {set: '${ . }'}\n");
        const auto of = [&](const std::string& input) {
            return program({"run", manifest, "--input", input});
        };
        for (const auto* value :
             {"{\"a\": 1", "[-0", "{a: 1}", "[1", "\"x", " {\"a\": 99999999999999999999"}) {
            const auto ended = of("v=" + std::string(value));
            CPPUNIT_ASSERT_EQUAL_MESSAGE(value, 65, ended.code);
            same("", ended.out);
        }
        for (const auto* wide : {"12345678901234567890", "-12345678901234567890"})
            same("{\n  \"v\": " + std::string(wide) + "\n}\n", of("v=" + std::string(wide)).out);
        const auto file = folder_.path("wide.json");
        program({"run", manifest, "--input", "v=12345678901234567890", "--output", file});
        same("{\n  \"v\": 12345678901234567890\n}\n", folder_.read("wide.json"));
        for (const auto* input : {"v=M\xFCller", "M\xFCller=1"})
            CPPUNIT_ASSERT_EQUAL(65, of(input).code);
        same("tenon: --input v=M… is not UTF-8\n", of("v=M\xFCller").err);
        for (const auto* text : {"0123456789012345678901", "01", "12ab", "-", "+5", "a {b"})
            same("{\n  \"v\": \"" + std::string(text) + "\"\n}\n",
                 of("v=" + std::string(text)).out);
    }

    void takesSecretsFromTheEnvironment() {
        Platform platform(folder_);
        const auto secrets = platform.sandbox.secrets();
        const auto text = [&](const char* name) {
            return json::write(*secrets.find(name), json::Secrets::reveal);
        };
        const auto ended = program({"run", kCreate}, "",
                                   {{"TENON_SECRET_CLOUDELEMENTS", text("cloudElements")},
                                    {"TENON_SECRET_SAGECRM", text("sageCrm")}});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
    }

    void saysWhichSecretIsMissing() {
        const auto ended = program({"run", kCreate});
        same(
            "create-sagecrm-instance 1.0.0\n"
            "error: The secret \"cloudElements\" was not given. Put it into a file and add "
            "--secrets FILE, or set TENON_SECRET_CLOUDELEMENTS.\n"
            "  kind: authorization, status 403, secret missing\n",
            ended.err);
        same("", ended.out);
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
    }

    void refusesASecretsFileThatOthersMayRead() {
        const auto file = folder_.write("open.yaml", "cloudElements: {}\n");
        ::chmod(file.c_str(), 0640);
        const auto ended = program({"run", kCreate, "--secrets", file});
        same("tenon: The secrets file " + file + " may be read by others; run: chmod 600 " + file +
                 "\n",
             ended.err);
        CPPUNIT_ASSERT_EQUAL(77, ended.code);
    }

    void saysThatTheOutcomeIsUnknown() {
        Platform platform(folder_, R"({"rules":[{"on":"POST /instances","drop":"after"},)"
                                   R"({"on":"GET /instances","answer":{"status":403}}]})");
        const auto ended = program({"run", kCreate, "--secrets", platform.secrets});
        CPPUNIT_ASSERT(ended.err.find("outcome: unknown") != std::string::npos);
        CPPUNIT_ASSERT_EQUAL(3, ended.code);
        // Sent once, whatever came back.
        platform.waitFor("dropped after acting");
        CPPUNIT_ASSERT_EQUAL(platform.requests().find("POST"), platform.requests().rfind("POST"));
    }
    void adoptsWhatWasMadeWithoutAnAnswer() {
        Platform platform(
            folder_,
            R"({"firstId":427902,"rules":[{"on":"POST /instances","times":1,"drop":"after"}]})");
        const auto ended = program({"run", kCreate, "--secrets", platform.secrets});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("{\n  \"id\": 427902,\n  \"token\": \"********\"\n}\n", ended.out);
        CPPUNIT_ASSERT_EQUAL(platform.requests().find("POST"), platform.requests().rfind("POST"));
    }

    void keepsWhatWasMadeWhenALaterTaskFaults() {
        Platform platform(
            folder_,
            R"({"firstId":427902,"rules":[{"on":"GET /hubs/crm/accounts","answer":{"status":502,"body":"no"}}]})");
        const auto ended = program(
            {"run", kUse, "--secrets", platform.secrets, "--output", folder_.path("result.json")});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        CPPUNIT_ASSERT(ended.err.find("\"id\": 427902") != std::string::npos);
        const auto kept = json::read(folder_.read("result.json")).value();
        // And the ping, which only read, is not among it.
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), kept.find("completed")->object()->size());
        const auto* token = kept.find("completed")->find("/do/0/create")->find("token")->string();
        CPPUNIT_ASSERT_EQUAL(std::size_t(44), token->size());
        CPPUNIT_ASSERT(ended.err.find(*token) == std::string::npos);
        same("", ended.out);
    }

    void saysWhichCredentialToLookAt() {
        Platform platform(folder_);
        const auto secrets = *platform.sandbox.secrets().object();
        tenon::Object wrong = secrets;
        tenon::Object connection = *secrets.find("cloudElements")->object();
        connection.set("organization", "not-the-organization");
        wrong.set("cloudElements", connection);
        const auto file = folder_.write("wrong.json", json::write(wrong, json::Secrets::reveal));
        const auto ended = program({"run", kCreate, "--secrets", file});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        CPPUNIT_ASSERT(ended.err.find("kind: authentication, status 401") != std::string::npos);
        CPPUNIT_ASSERT(ended.err.find("organization") != std::string::npos);
        CPPUNIT_ASSERT(ended.err.find("not-the-organization") == std::string::npos);
    }

    void checksInputsBeforeAnythingIsSent() {
        Platform platform(folder_);
        const auto ended = program({"run", kCreate, "--secrets", platform.secrets, "--input",
                                    "subdomain=https://crm.example.com/x"});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        CPPUNIT_ASSERT(ended.err.find("/subdomain") != std::string::npos);
        same("", platform.requests());
    }

    void showsAnErrorThatTheManifestRaised() {
        const auto manifest = folder_.write(
            "raise.yaml",
            "document: {dsl: 1.0.3, namespace: t, name: raise, version: 1.0.0}\n"
            "do:\n  - no: {raise: {error: {type: https://example.com/no, status: 409}}}\n");
        const auto ended = program({"run", manifest});
        same(
            "raise 1.0.0\n  no: raise FAULTED, T\nerror: https://example.com/no\n"
            "  kind: runtime, status 409\n  type: https://example.com/no\n  task: /do/0/no\n"
            "  place: raise.yaml:3:5\n",
            steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
    }

    void refusesWrongUse() {
        const auto code = [](std::vector<std::string> words, const std::string& text) {
            const auto ended = program(std::move(words));
            same(text, ended.err);
            return ended.code;
        };
        CPPUNIT_ASSERT_EQUAL(
            64, code({"run", kCreate, "--sanbox"},
                     "tenon run: there is no option --sanbox; did you mean \"--sandbox\"?\n"
                     "Usage: tenon run MANIFEST [OPTIONS]; tenon run --help lists them\n"));
        CPPUNIT_ASSERT_EQUAL(
            64, code({"rnu"}, "tenon: there is no command rnu; did you mean \"run\"?\n"));
        CPPUNIT_ASSERT_EQUAL(
            66, code({"run", "/nowhere.yaml"},
                     "tenon: /nowhere.yaml cannot be read (No such file or directory)\n"));
        CPPUNIT_ASSERT_EQUAL(
            66, code({"run", kCreate, "--sandbox", "--ca-file", "/nowhere.pem"},
                     "tenon: /nowhere.pem cannot be read (No such file or directory)\n"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(RunTest);
