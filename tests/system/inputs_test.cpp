// SPDX-License-Identifier: Apache-2.0
// What a manifest takes is said, and nothing else is taken: what is given wrong runs nothing.
#include <Poco/Net/ServerSocket.h>

#include <filesystem>
#include <thread>

#include "manifest_fixture.h"

using support::kCreate;
using support::kUse;
using support::Platform;

class InputsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(InputsTest);
    CPPUNIT_TEST(runsNothingForAMisspeltName);
    CPPUNIT_TEST(hintsAtTheNamesOfThePlace);
    CPPUNIT_TEST(readsASchemaThatIsAFile);
    CPPUNIT_TEST(aSchemaThatIsFetchedRefusesToo);
    CPPUNIT_TEST(saysWhatAManifestTakes);
    CPPUNIT_TEST(listsWhateverFormTheSchemaHas);
    CPPUNIT_TEST(everyManifestThatIsShippedSaysWhatItTakes);
    CPPUNIT_TEST(warnsOfAManifestThatTakesAnything);
    CPPUNIT_TEST(aWorkflowInsideFaults);
    CPPUNIT_TEST_SUITE_END();

    static inline const std::string kHint =
        "Nothing was run. tenon run MANIFEST --help lists what the manifest takes.\n";

    void runsNothingForAMisspeltName() {
        Platform platform(folder_);
        for (const auto& [given, said] :
             {std::pair<std::string, std::string>{
                  "nmae=Sales", "--input: /nmae is not known here; did you mean \"name\"?\n"},
              {"colour=red",
               "--input: /colour is not known here; it takes name, subdomain, tags\n"},
              {"tags=sales", "--input: /tags is a string; wanted an array\n"},
              {"tags=[5]", "--input: /tags/0 is an integer; wanted a string\n"}}) {
            const auto ended =
                support::program({"run", kCreate, "--input", given, "--secrets", platform.secrets,
                                  "--output", folder_.path("result.json")});
            CPPUNIT_ASSERT_EQUAL(65, ended.code);
            same(said + kHint, ended.err);
            same("", ended.out);
            CPPUNIT_ASSERT(!std::filesystem::exists(folder_.path("result.json")));
            CPPUNIT_ASSERT(!std::filesystem::exists(folder_.path("result.json.partial")));
        }
        same("", platform.requests());
    }
    [[nodiscard]] std::string taking(const std::string& schema) const {
        return manifest("input: {schema: {document: " + schema +
                        "}}\ndo: [{give: {set: '${ . }'}}]\n");
    }
    void hintsAtTheNamesOfThePlace() {
        const auto path = taking(
            "{properties: {c: {$ref: '#/definitions/c'}, 'a/b': {type: integer}}, definitions: "
            "{c: {additionalProperties: false, properties: {baseUrl: {type: string}, user: {}}}}, "
            "patternProperties: {'^x': {type: integer}}, required: [z]}");
        const auto ended = support::program({"run", path, "--input", "c={\"basUrl\": 1, \"q\": 2}",
                                             "--input", "a/b=x", "--input", "xx=y"});
        same(
            "--input: /z is missing\n"
            "--input: /c/basUrl is not known here; did you mean \"baseUrl\"?\n"
            "--input: /c/q is not known here; it takes baseUrl, user\n"
            "--input: /a~1b is a string; wanted an integer\n"
            "--input: /xx is a string; wanted an integer\n" +
                kHint,
            ended.err);
        same("--input: /x error: no is not known here; it takes name\n" + kHint,
             support::program({"run",
                               taking("{additionalProperties: false, properties: {name: {}}}"),
                               "--input", "x\nerror: no=1"})
                 .err);
    }
    void readsASchemaThatIsAFile() {
        const auto path = manifest(
            "input: {schema: {resource: {endpoint: taken.yaml}}}\n"
            "do: [{give: {set: '${ . }'}}]\n");
        folder_.write("taken.yaml",
                      "type: object\nadditionalProperties: false\n"
                      "properties: {name: {type: string, description: Who}}\n");
        const auto out = folder_.path("result.json");
        const auto typo = support::program({"run", path, "--input", "nmae=5", "--output", out});
        same("--input: /nmae is not known here; did you mean \"name\"?\n" + kHint, typo.err);
        CPPUNIT_ASSERT_EQUAL(65, typo.code);
        same("{\n  \"name\": \"5\"\n}\n", support::program({"run", path, "--input", "name=5"}).out);
        const auto help = support::program({"run", path, "--help"}).out;
        same("\nInputs of m 1.0.0:\n  name  string  optional  Who\n\nSecrets:\n  none\n",
             help.substr(help.find("\nInputs of ")));

        folder_.write("taken.yaml", "type: strin\n");
        const auto wrong = support::program({"run", path});
        same(
            "taken.yaml:1:7: /type: wanted one of array, boolean, integer, null, number, object, "
            "string, found \"strin\"\n",
            wrong.err);
        CPPUNIT_ASSERT_EQUAL(65, wrong.code);
        std::filesystem::remove(folder_.path("taken.yaml"));
        const auto none = support::program({"run", path});
        same("tenon: " + folder_.path("taken.yaml") +
                 " cannot be read (No such file or directory).\n",
             none.err);
        CPPUNIT_ASSERT_EQUAL(66, none.code);
    }
    void aSchemaThatIsFetchedRefusesToo() {
        Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
        const std::string address =
            "http://127.0.0.1:" + std::to_string(socket.address().port()) + "/taken.json";
        const std::jthread server([&] {
            auto peer = socket.acceptConnection();
            char request[4096];
            peer.receiveBytes(request, sizeof request);
            const std::string body = R"({"additionalProperties": false, "properties": {"x": {}}})";
            const std::string answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
                                       std::to_string(body.size()) + "\r\n\r\n" + body;
            peer.sendBytes(answer.data(), static_cast<int>(answer.size()));
        });
        const auto path = manifest("input: {schema: {resource: {endpoint: '" + address +
                                   "'}}}\ndo: [{give: {set: {}}}]\n");
        const auto help = support::program({"run", path, "--help"}).out;
        same("\nInputs of m 1.0.0:\n  as " + address + " has them\n\nSecrets:\n  none\n",
             help.substr(help.find("\nInputs of ")));
        const auto ended = support::program(
            {"run", path, "--input", "y=1", "--output", folder_.path("result.json")});
        same(
            "m 1.0.0\nerror: In input/schema: The value does not fit the schema.\n"
            "  /y is not known here\n  kind: validation, status 400, schema\n"
            "  place: m.yaml:2:9\n",
            support::steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(65, ended.code);
        CPPUNIT_ASSERT(!std::filesystem::exists(folder_.path("result.json")));
        CPPUNIT_ASSERT(!std::filesystem::exists(folder_.path("result.json.partial")));
    }
    void saysWhatAManifestTakes() {
        const auto ended = support::program({"run", kCreate, "--help"});
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        const auto at = ended.out.find("\nInputs of ");
        CPPUNIT_ASSERT_MESSAGE(ended.out, at != std::string::npos);
        same(
            "\nInputs of create-sagecrm-instance 1.0.0:\n"
            "  name       string           default \"SageCRM\"  Name of the new instance\n"
            "  subdomain  string           optional           Host of the Sage CRM server; that "
            "of the secret sageCrm if it is not given\n"
            "  tags       array of string  optional           Tags of the new instance\n"
            "\nSecrets:\n  cloudElements\n  sageCrm\n",
            ended.out.substr(at));
        const auto none = support::program({"run", manifest("do: [{a: {set: {}}}]\n"), "--help"});
        same(
            "\nInputs of m 1.0.0:\n  no input.schema: whatever is given is taken\n\nSecrets:\n"
            "  none\n",
            none.out.substr(none.out.find("\nInputs of ")));
    }
    void listsWhateverFormTheSchemaHas() {
        for (const auto& [schema, lines] : {
                 std::pair<std::string, std::string>{"true", "  input.schema names none\n"},
                 {"{type: object}", "  input.schema names none\n"},
                 {"{type: string, description: A name}",
                  "  (the whole)  string  required  A name\n"},
                 {"{required: [v]}", "  v  any  required\n"},
                 {"{properties: {v: {type: [string, 'null']}}}", "  v  string or null  optional\n"},
                 {"{properties: {v: {enum: [a, 5], description: Which}}}",
                  "  v  any  optional  Which; one of \"a\", 5\n"},
                 {"{allOf: [{properties: {v: {$ref: '#/definitions/n'}}, required: [v]}], "
                  "definitions: {n: {type: integer, description: How many}}}",
                  "  v  integer  required  How many\n"},
                 {"{properties: {c: {properties: {u: {type: string}}, required: [u]}}}",
                  "  c    any     optional\n  c.u  string  required\n"},
                 // One that is part of itself.
                 {"{properties: {n: {$ref: '#'}, v: {type: boolean}}}",
                  "  n  any      optional\n  v  boolean  optional\n"},
             }) {
            const auto help = support::program({"run", taking(schema), "--help"}).out;
            CPPUNIT_ASSERT_EQUAL_MESSAGE(schema,
                                         "\nInputs of m 1.0.0:\n" + lines + "\nSecrets:\n  none\n",
                                         help.substr(help.find("\nInputs of ")));
        }
    }
    void everyManifestThatIsShippedSaysWhatItTakes() {
        int manifests = 0;
        for (const auto& entry : std::filesystem::directory_iterator(TENON_SOURCE "/manifests")) {
            if (entry.path().extension() != ".yaml") continue;
            ++manifests;
            const auto ended = support::program({"validate", entry.path().string()});
            CPPUNIT_ASSERT_EQUAL(0, ended.code);
            same("", ended.err);
            const auto refused = support::program(
                {"run", entry.path().string(), "--input", "no_such_input=1", "--sandbox"});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(entry.path().string(), 65, refused.code);
        }
        CPPUNIT_ASSERT(manifests >= 2);
    }
    void warnsOfAManifestThatTakesAnything() {
        const auto warned = [&](const std::string& rest) {
            const auto path = manifest(rest);
            const auto ended = support::program({"validate", path});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
            const std::string wanted = "warning: " + path +
                                       ": it seems to read its input, and has no input.schema: "
                                       "whatever is given is taken, misspelt names too\n";
            CPPUNIT_ASSERT_MESSAGE(ended.err, ended.err.empty() || ended.err == wanted);
            return !ended.err.empty();
        };
        for (const std::string reads :
             {"do: [{a: {set: {x: '${ .name }'}}}]\n", "do: [{a: {if: .go, set: {}}}]\n",
              "do: [{a: {for: {in: .list}, do: [{b: {set: {}}}]}}]\n",
              "do: [{a: {set: '${ $input.name }'}}]\n",
              "do: [{a: {set: {}}}, {b: {set: '${ $workflow.input.x }'}}]\n",
              "input: {from: .x}\ndo: [{a: {set: {}}}]\n",
              "do: [{a: {for: {in: '${ .[\"list\"] }'}, do: [{b: {set: {}}}]}}]\n"})
            CPPUNIT_ASSERT_MESSAGE(reads, warned(reads));
        for (const std::string none :
             {"do: [{a: {set: {x: 1.5}}}]\n",
              "do: [{a: {set: '${ \"https://h/.well-known/x\" }'}}]\n",
              "do: [{a: {set: {x: .name}}}]\n", "do: [{a: {set: {}, output: {as: .x}}}]\n",
              "do: [{a: {set: {}}}, {b: {set: '${ .x }'}}]\n",
              "do: [{a: {set: '${ [{a: 1}] | .[0].a }'}}]\n",
              "do: [{a: {set: '${ $workflow.id }'}}]\n",
              "input: {schema: {document: {type: object}}}\ndo: [{a: {set: '${ .x }'}}]\n"})
            CPPUNIT_ASSERT_MESSAGE(none, !warned(none));
    }
    void aWorkflowInsideFaults() {
        folder_.write("in.yaml",
                      "document: {dsl: 1.0.3, namespace: t, name: in, version: 1.0.0}\n"
                      "input: {schema: {document: {type: object, required: [x]}}}\n"
                      "do: [{a: {set: {}}}]\n");
        const auto ended = support::program(
            {"run", manifest("do: [{r: {run: {workflow: {namespace: t, name: in, version: 1.0.0, "
                             "input: {}}}}}]\n")});
        CPPUNIT_ASSERT_EQUAL(1, ended.code);
        CPPUNIT_ASSERT_MESSAGE(ended.err,
                               ended.err.find("kind: validation, status 400") != std::string::npos);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(InputsTest);
