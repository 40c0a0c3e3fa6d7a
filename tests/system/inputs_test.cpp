// SPDX-License-Identifier: Apache-2.0
// What a manifest takes is said, and nothing else is taken: what is given wrong runs nothing.
#include <filesystem>

#include "manifest_fixture.h"

using support::kCreate;
using support::kUse;
using support::Platform;

class InputsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(InputsTest);
    CPPUNIT_TEST(runsNothingForAMisspeltName);
    CPPUNIT_TEST(readsAValueAsTheSchemaWantsIt);
    CPPUNIT_TEST(saysWhatAManifestTakes);
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
    void readsAValueAsTheSchemaWantsIt() {
        const auto path = manifest(
            "input: {schema: {document: {type: object, additionalProperties: false, properties: "
            "{text: {type: string}, count: {type: integer}, yes: {type: boolean}, any: {}}}}}\n"
            "do: [{give: {set: '${ . }'}}]\n");
        const auto given = [&](const std::string& text) {
            const auto ended = support::program({"run", path, "--input", text});
            return ended.code == 0 ? ended.out : ended.err;
        };
        for (const auto& [text, value] :
             {std::pair<std::string, std::string>{"text=5", "\"text\": \"5\""},
              {"text=true", "\"text\": \"true\""},
              {"text={\"a\":1}", "\"text\": \"{\\\"a\\\":1}\""},
              {"text=\"5\"", "\"text\": \"5\""},
              {"text=007", "\"text\": \"007\""},
              {"text=12345678901234567890", "\"text\": \"12345678901234567890\""},
              {"count=5", "\"count\": 5"},
              {"yes=true", "\"yes\": true"},
              {"any=5", "\"any\": 5"},
              {"any=x", "\"any\": \"x\""}})
            same("{\n  " + value + "\n}\n", given(text));
        same("--input: /count is a string; wanted an integer\n" + kHint, given("count=five"));
        same("--input: /yes is an integer; wanted true or false\n" + kHint, given("yes=1"));
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
             {"do: [{a: {set: {x: '${ .name }'}}}]\n", "do: [{a: {set: '${ $input.name }'}}]\n",
              "do: [{a: {set: {}}}, {b: {set: '${ $workflow.input.x }'}}]\n",
              "input: {from: .x}\ndo: [{a: {set: {}}}]\n",
              "do: [{a: {for: {in: '${ .[\"list\"] }'}, do: [{b: {set: {}}}]}}]\n"})
            CPPUNIT_ASSERT_MESSAGE(reads, warned(reads));
        for (const std::string none :
             {"do: [{a: {set: {x: 1.5}}}]\n", "do: [{a: {set: {x: .name}}}]\n",
              "do: [{a: {set: {}, output: {as: .x}}}]\n",
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
