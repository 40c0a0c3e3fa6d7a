// SPDX-License-Identifier: Apache-2.0
// The commands beside `run`: what they print, and what they say when they are used wrongly.
#include <cppunit/extensions/HelperMacros.h>

#include <signal.h>

#include "program.h"
#include "support/running.h"

namespace json = tenon::json;
using support::kCreate;
using support::program;
using support::steady;

class CommandsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(CommandsTest);
    CPPUNIT_TEST(saysWhatThereIs);
    CPPUNIT_TEST(explainsACommand);
    CPPUNIT_TEST(listsTheSteps);
    CPPUNIT_TEST(givesAStepsSchemas);
    CPPUNIT_TEST(knowsNoOtherStep);
    CPPUNIT_TEST(validatesManyManifestsAndGoesOnAfterABadOne);
    CPPUNIT_TEST(validatesWithoutSecretsOrNetwork);
    CPPUNIT_TEST(runsTheSandboxAlone);
    CPPUNIT_TEST(refusesAPortInUse);
    CPPUNIT_TEST(refusesWrongUse);
    CPPUNIT_TEST(refusesABadPlugin);
    CPPUNIT_TEST_SUITE_END();

    support::Folder folder_;

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static void gives(int code, const std::string& out, const std::string& err,
                      const support::Ended& ended) {
        same(out, ended.out);
        same(err, ended.err);
        CPPUNIT_ASSERT_EQUAL(code, ended.code);
    }

    void saysWhatThereIs() {
        const std::string overview =
            "tenon 0.1.0: runs workflow manifests with steps from plugins\n\n"
            "  tenon run MANIFEST            Runs a manifest and prints its output as JSON\n"
            "  tenon resume RUN              Goes on with a run that was interrupted or left\n"
            "  tenon runs [WHAT] [RUN]       The runs that are kept: list, show RUN, cancel RUN, "
            "prune, check\n"
            "  tenon key new|change FILE     Makes a key for what runs record, or changes it\n"
            "  tenon validate FILE...        Checks manifests without running them\n"
            "  tenon graph FILE              Draws a manifest as a Mermaid flowchart\n"
            "  tenon eval EXPRESSION         Tries an expression and prints its results as JSON\n"
            "  tenon steps [NAME...]         Lists the steps, or says what one takes and gives\n"
            "  tenon schema                  Prints the JSON Schema of manifests, steps included, "
            "for "
            "editors\n"
            "  tenon sandbox                 Runs the local double of the platform for other "
            "clients\n"
            "  tenon plugin new NAME         Writes a plugin that builds, with a test\n\ntenon "
            "COMMAND --help says more.\n";
        gives(0, overview, "", program({"--help"}));
        gives(64, overview, "", program({}));
        gives(0, "tenon 0.1.0\n", "", program({"--version"}));
    }

    void explainsACommand() {
        gives(0,
              "usage: tenon validate FILE... [OPTIONS]\nChecks manifests without running them.\n\n"
              "--allow-shell     Let the manifest run commands on this machine (run: shell)\n"
              "--plugins=FOLDER  Look for plugins here, too\n"
              "--help            Show this\n",
              "", program({"validate", "--help"}));
    }

    void listsTheSteps() {
        const auto ended = program({"steps"});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        const std::string line =
            "\nCreateSageCRMInstance       1.0.0    cloudelements   Creates a Sage CRM connector "
            "instance and gives its id and token.\n";
        CPPUNIT_ASSERT_MESSAGE(ended.out, ended.out.find(line) != std::string::npos);
    }

    void givesAStepsSchemas() {
        same(
            "Greet 1.0.0 (plugin greetings), idempotent\nGreets somebody by name.\n\n"
            "Inputs:\n"
            "  name      string  required         Who is greeted\n"
            "  greeting  string  default \"Hello\"  First word\n\n"
            "Outputs:\n"
            "  text  string  always  The greeting\n",
            program({"steps", "Greet", "--plugins", GREET_FOLDER}).out);
        const auto ended = program({"steps", "CreateSageCRMInstance", "--json"});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        const auto step = json::read(ended.out).value();
        const auto text = [&](const char* list, const char* field) {
            return json::write(*step.find(list)->find("properties")->find(field));
        };
        same(R"({"type":"string","writeOnly":true,"description":"Password of that user"})",
             text("inputs", "password"));
        same(R"({"type":"integer","description":"Number of the instance: binds it in formulas and )"
             R"(further calls"})",
             text("outputs", "id"));
        same(R"(["id","token","name","origin","verified"])",
             json::write(*step.find("outputs")->find("required")));
    }

    void knowsNoOtherStep() {
        gives(65, "",
              "tenon: there is no step CreateSageInstance; did you mean "
              "\"CreateSageCRMInstance\"?\n",
              program({"steps", "CreateSageInstance"}));
    }

    void validatesManyManifestsAndGoesOnAfterABadOne() {
        const auto bad = folder_.write(
            "bad.yaml",
            "document: {dsl: 1.0.3, namespace: t, name: bad, version: 1.0.0}\n"
            "use: {secrets: [p]}\n"
            "do:\n  - create:\n      call: CreateSageCRMInstance\n      with:\n"
            "        connection: ${ $secrets.p }\n        name: 7\n        subdomian: x\n"
            "        username: u\n        password: p\n");
        gives(65, kCreate + ": valid (create-sagecrm-instance 1.0.0)\n",
              bad +
                  ":7:9: /do/0/create/with: CreateSageCRMInstance needs the input \"subdomain\"\n" +
                  bad +
                  ":8:15: /do/0/create/with/name: wanted a string, found an integer; put it in "
                  "quotes\n" +
                  bad +
                  ":9:9: /do/0/create/with/subdomian: \"subdomian\" is no input of "
                  "CreateSageCRMInstance; did you mean \"subdomain\"?\n",
              program({"validate", bad, kCreate}));
    }

    void validatesWithoutSecretsOrNetwork() {
        gives(0, kCreate + ": valid (create-sagecrm-instance 1.0.0)\n", "",
              program({"validate", kCreate}, "", {{"https_proxy", "http://127.0.0.1:1"}}));
    }

    void runsTheSandboxAlone() {
        support::Running sandbox({TENON_PROGRAM, "sandbox"});
        const auto head = sandbox.readUntil("Requests (Ctrl-C ends it):");
        const auto command =
            head.substr(head.find("curl "), head.find("\n\nReq") - head.find("curl "));
        const auto made = support::run({"/bin/sh", "-c", command});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(made.err, 0, made.code);
        const auto instance = json::read(made.out).value();
        CPPUNIT_ASSERT(*instance.find("id")->integer() > 427900);
        same("********", *instance.find("configuration")->find("password")->string());
        same("POST /elements/api-v2/instances 200 T\n", steady(sandbox.readUntil("POST")));

        const auto secrets = head.substr(head.find("{"), head.find("\n}\n") + 2 - head.find("{"));
        const auto file = folder_.write("secrets.json", secrets);
        CPPUNIT_ASSERT_EQUAL(0, program({"run", kCreate, "--secrets", file}).code);
        sandbox.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(0, sandbox.wait());
    }

    void refusesAPortInUse() {
        support::Running first({TENON_PROGRAM, "sandbox"});
        const auto line = first.readUntil("Listening on ");
        const auto port = line.substr(line.rfind(':') + 1, line.size() - line.rfind(':') - 2);
        gives(78, "",
              "tenon: The sandbox cannot listen on 127.0.0.1:" + port +
                  " (Net Exception: Address already in use: 127.0.0.1:" + port +
                  "). Choose another port, or 0 for any free one.\n",
              program({"sandbox", "--port", port}));
    }

    void refusesWrongUse() {
        const auto refused = [](const std::string& command, const std::string& operands,
                                const std::string& text, std::vector<std::string> words) {
            words.insert(words.begin(), command);
            gives(64, "",
                  "tenon " + command + ": " + text + "\nUsage: tenon " + command + operands +
                      " [OPTIONS]; tenon " + command + " --help lists them\n",
                  program(words));
        };
        refused("run", " MANIFEST", "name one manifest", {});
        refused("run", " MANIFEST", "name one manifest", {"a", "b"});
        refused("run", " MANIFEST", "--output needs a value", {"a", "--output"});
        refused("run", " MANIFEST", "--output stands twice", {"--output=a", "--output=b"});
        refused("run", " MANIFEST", "--sandbox takes no value", {"--sandbox=1"});
        refused("run", " MANIFEST", "--s is short for more than one option", {"--s"});
        refused("run", " MANIFEST", "there is no option -x", {"-x"});
        refused("run", " MANIFEST", "--request-timeout wants whole seconds from 1, found 0",
                {kCreate, "--request-timeout", "0"});
        refused("run", " MANIFEST",
                "--resolve: Wanted HOST:PORT:ADDRESS such as api.example.com:443:127.0.0.1, found "
                "\"a:b\".",
                {kCreate, "--resolve", "a:b"});
        refused("validate", " FILE...", "name at least one manifest", {});
        refused("sandbox", "", "takes no names or files", {"manifest.yaml"});
        refused("schema", "", "takes no names or files", {"manifest.yaml"});
        refused("sandbox", "", "--port wants a number from 0 to 65535, found 70000",
                {"--port", "70000"});
    }

    void refusesABadPlugin() {
        const auto file = folder_.write("x.so", "no library");
        gives(78, "", "tenon: The plugin " + file + " is not a shared library, or a damaged one.\n",
              program({"steps", "--plugins", folder_.path()}));
        gives(78, "", "tenon: --plugins /nowhere is no folder\n",
              program({"steps", "--plugins", "/nowhere"}));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(CommandsTest);
