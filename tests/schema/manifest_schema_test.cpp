// SPDX-License-Identifier: Apache-2.0
// What `tenon schema` prints: a schema that every manifest fits which `tenon validate` accepts, and
// broken ones do not.
#include <cppunit/extensions/HelperMacros.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "manifest/yaml.h"
#include "schema/schema.h"
#include "support/folder.h"
#include "support/process.h"
#include "support/skip.h"
#include "tenon/json.h"

namespace fs = std::filesystem;

namespace {

const std::string& printed() {
    static const std::string text = [] {
        const auto ended = support::run({TENON_PROGRAM, "schema"});
        CPPUNIT_ASSERT_EQUAL(std::string(), ended.err);
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        return ended.out;
    }();
    return text;
}

const tenon::schema::Schema& schema() {
    static const tenon::schema::Schema read = [] {
        tenon::manifest::Faults faults;
        const auto root = tenon::manifest::readYaml(printed(), faults);
        auto out = root ? tenon::schema::Schema::read(*root, faults) : std::nullopt;
        CPPUNIT_ASSERT_EQUAL(std::string(), faults.text("tenon.schema.json"));
        return *std::move(out);
    }();
    return read;
}

std::string mismatches(const std::string& manifest) {
    tenon::manifest::Faults faults;
    const auto root = tenon::manifest::readYaml(manifest, faults);
    CPPUNIT_ASSERT_EQUAL(std::string(), faults.text("manifest"));
    std::string out;
    const auto found = schema().mismatches(root->value()).value();
    for (const auto& problem : found) out += problem.pointer + " " + problem.text + "\n";
    return out;
}

std::string read(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

std::vector<std::string> manifestsIn(const fs::path& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".yaml") out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

// Does the program take the file?
bool isValid(const std::string& file) {
    return support::run({TENON_PROGRAM, "validate", file}).code == 0;
}

void fits(const std::string& manifest) {
    CPPUNIT_ASSERT_EQUAL_MESSAGE(manifest, std::string(), mismatches(manifest));
}

std::string withTask(const std::string& task) {
    return "document: {dsl: 1.0.3, namespace: t, name: w, version: 1.0.0}\ndo:\n  - a: " + task +
           "\n";
}

}  // namespace

class ManifestSchemaTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ManifestSchemaTest);
    CPPUNIT_TEST(fitsOurManifests);
    CPPUNIT_TEST(fitsEveryKindOfTask);
    CPPUNIT_TEST(fitsWhatStandsUnderUse);
    CPPUNIT_TEST(typesTheInputsOfSteps);
    CPPUNIT_TEST(refusesWhatTheLoaderRefuses);
    CPPUNIT_TEST(describesTheSteps);
    CPPUNIT_TEST(takesNoOperands);
    CPPUNIT_TEST_SUITE_END();

    void fitsOurManifests() {
        for (const auto& file : manifestsIn(TENON_SOURCE "/manifests")) {
            CPPUNIT_ASSERT_MESSAGE(file, isValid(file));
            fits(read(file));
        }
    }
    void fitsEveryKindOfTask() {
        for (const char* task : {
                 "{do: [{b: {set: {}}}], if: .x, then: end, metadata: {m: 1}, timeout: soon}",
                 "{set: '${ . }', input: {from: .a, schema: {document: {}}}, export: {as: .}}",
                 "{switch: [{one: {when: .a, then: exit}}, {rest: {then: end}}]}",
                 "{raise: {error: {type: 'https://e.x/e', status: 400, title: '${ .t }'}}}",
                 "{wait: {seconds: 1}, timeout: {after: PT1M30S}}",
                 "{wait: '${ .time }'}",
                 "{for: {each: x, in: .list, at: i}, while: .a, do: [{b: {wait: PT1S}}]}",
                 "{fork: {compete: true, branches: [{b: {set: {}}}]}}",
                 "{try: [{b: {set: {}}}], catch: {errors: {with: {status: 503}}, as: e, retry: "
                 "{delay: {seconds: 3}, backoff: {exponential: {}}, limit: {attempt: {count: 5}}, "
                 "jitter: {from: PT0S, to: PT1S}}, do: [{c: {set: {}}}]}}",
                 "{emit: {event: {with: {type: a.b, source: 'https://x', data: {a: 1}, own: 1}}}}",
                 "{run: {workflow: {namespace: n, name: m, version: 1.0.0, input: {a: 1}}}}",
                 "{run: {shell: {command: ls, arguments: [-l], environment: {A: b}}, return: all}}",
                 "{call: http, with: {method: get, endpoint: 'https://example.com/{id}'}}",
                 "{call: http, with: {method: get, output: response, redirect: true, query: "
                 "'${ .q }', endpoint: {uri: 'https://e.x', authentication: {use: me}}}}",
                 "{call: openapi, with: {document: {endpoint: 'https://e.x/api.json'}, "
                 "operationId: get, parameters: {id: 1}}}",
                 "{call: myFunction, with: {a: 1}}",
                 "{call: CreateSageCRMInstance, with: '${ .inputs }'}",
             })
            fits(withTask(task));
    }
    void fitsWhatStandsUnderUse() {
        fits(withTask("{set: {}}") + R"(
timeout: {after: {minutes: 5}}
evaluate: {language: jq, mode: strict}
use:
  secrets: [a, b]
  authentications:
    one: {basic: {username: u, password: "${ $secrets.a }"}}
    two: {bearer: {use: a}}
    three: {digest: {username: u, password: p}}
    four: {oauth2: {authority: https://e.x, grant: client_credentials, client: {id: i, secret: s}}}
  errors: {bad: {type: https://e.x/bad, status: 400}}
  functions: {twice: {set: "${ . * 2 }"}}
  retries: {soon: {delay: {seconds: 1}}}
  timeouts: {soon: {after: PT5S}}
  extensions: [{log: {extend: call, when: .a, before: [{b: {set: {}}}]}}]
)");
    }
    void typesTheInputsOfSteps() {
        const auto call = [](const std::string& with) {
            return withTask(
                "{call: create-sagecrm-instance, with: {connection: '${ .c }', "
                "subdomain: s, username: u, password: p" +
                with + "}}");
        };
        fits(call(", name: n"));
        fits(call(", name: n, tags: [a, '${ .b }']"));
        for (const char* with :
             {"", ", name: n, tags: a", ", name: n, tags: [1]", ", nmae: n", ", name: 1"})
            CPPUNIT_ASSERT_MESSAGE(with, !mismatches(call(with)).empty());
        CPPUNIT_ASSERT(!mismatches(withTask("{call: CreateSageCRMInstance, with: {}}")).empty());
        CPPUNIT_ASSERT(!mismatches(withTask("{call: CreateSageCRMInstance}")).empty());
        CPPUNIT_ASSERT(!mismatches(withTask("{call: CreateSageCRMInstance:9.9.9}")).empty());
    }
    void refusesWhatTheLoaderRefuses() {
        for (const char* task : {"{}",
                                 "{set: {}, wait: PT1S}",
                                 "{st: {}}",
                                 "{set: {}, iff: .a}",
                                 "{do: []}",
                                 "{do: {b: {set: {}}}}",
                                 "{listen: {to: {one: {with: {type: a}}}}}",
                                 "{call: grpc, with: {}}",
                                 "{call: asyncapi}",
                                 "{call: Thing:1.0.0@elsewhere}",
                                 "{run: {container: {image: a}}}",
                                 "{run: {script: {language: js, code: a}}}",
                                 "{switch: []}",
                                 "{switch: [{a: {when: .a}}]}",
                                 "{raise: {error: {status: 400}}}",
                                 "{wait: {second: 1}}",
                                 "{wait: 1s}",
                                 "{for: {each: x}, do: [{b: {set: {}}}]}",
                                 "{for: {in: .a}}",
                                 "{fork: {}}",
                                 "{try: [{b: {set: {}}}]}",
                                 "{try: [{b: {set: {}}}], catch: {errors: {status: 1}}}",
                                 "{call: http, with: {method: get}}",
                                 "{call: http}",
                                 "{call: http, with: {method: get, endpoint: e, output: all}}",
                                 "{set: {}, input: {schema: {format: avro, document: {}}}}",
                                 "{set: {}, output: {schema: {}}}",
                                 "{set: {}, timeout: {before: PT1S}}"}) {
            CPPUNIT_ASSERT_MESSAGE(task, !mismatches(withTask(task)).empty());
            const support::Folder folder;
            CPPUNIT_ASSERT_MESSAGE(task, !isValid(folder.write("m.yaml", withTask(task))));
        }
        for (const char* more :
             {"schedule: {cron: '* * * * *'}", "use: {catalogs: {}}", "use: {secret: [a]}",
              "evaluate: {language: js}", "own: 1", "output: {from: .a}",
              "use: {extensions: [{a: {extend: nothing}}]}"})
            CPPUNIT_ASSERT_MESSAGE(more, !mismatches(withTask("{set: {}}") + more).empty());
        for (const char* document : {"{dsl: 2.0.0, namespace: t, name: w, version: 1.0.0}",
                                     "{dsl: 1.0.3, namespace: T, name: w, version: 1.0.0}",
                                     "{dsl: 1.0.3, namespace: t, name: w-, version: 1.0.0}",
                                     "{dsl: 1.0.3, namespace: t, name: w, version: '1.0'}",
                                     "{dsl: 1.0.3, namespace: t, name: w}"})
            CPPUNIT_ASSERT_MESSAGE(document, !mismatches("document: " + std::string(document) +
                                                         "\ndo: [{a: {set: {}}}]\n")
                                                  .empty());
    }
    void describesTheSteps() {
        const auto read = tenon::json::read(printed()).value();
        std::string found;
        for (const auto& kind : *read.find("definitions")->find("task")->find("anyOf")->array()) {
            const auto* call = kind.find("properties")->find("call");
            if (!call || !call->find("anyOf")) continue;
            found += *kind.find("description")->string() + "\n" +
                     tenon::json::write(*call->find("anyOf")) + "\n" +
                     tenon::json::write(*kind.find("required")) + "\n";
        }
        const std::string wanted =
            "Creates a Sage CRM connector instance and gives its id and token.\n"
            "[{\"const\":\"CreateSageCRMInstance\"},{\"pattern\":\"^("
            "CreateSageCRMInstance|c-*r-*e-*a-*t-*e-*s-*a-*g-*e-*c-*r-*m-*i-*n-*s-*t-*"
            "a-*n-*c-*e)(:1\\\\.0\\\\.0)?(@default)?$\"}]\n"
            "[\"call\",\"with\"]\n";
        CPPUNIT_ASSERT_MESSAGE(found, found.find(wanted) != found.npos);
        // All of its inputs may be left out: the connection is a secret's.
        const std::string free =
            "Lists connector instances by tags and text.\n"
            "[{\"const\":\"FindElementInstances\"},";
        const auto at = found.find(free);
        CPPUNIT_ASSERT_MESSAGE(found, at != found.npos);
        CPPUNIT_ASSERT_MESSAGE(
            found, found.compare(found.find("\n[\"call\"", at), 10, "\n[\"call\"]\n") == 0);
    }
    void takesNoOperands() {
        const auto ended = support::run({TENON_PROGRAM, "schema", "a.yaml"});
        CPPUNIT_ASSERT_EQUAL(
            std::string("tenon schema: takes no names or files\nUsage: tenon schema [OPTIONS]; "
                        "tenon schema --help lists them\n"),
            ended.err);
        CPPUNIT_ASSERT_EQUAL(64, ended.code);
    }
};
// Against the text of the language, which is no part of this repository.
class SpecificationSchemaTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SpecificationSchemaTest);
    CPPUNIT_TEST(fitsTheExamplesThatRun);
    CPPUNIT_TEST_SUITE_END();

    void fitsTheExamplesThatRun() {
        const char* named = std::getenv("TENON_OWS");
        const fs::path ows = named ? named : TENON_SOURCE "/../shared/ows";
        if (!fs::is_directory(ows / "examples"))
            return support::skip("there are no examples of the specification in " + ows.string() +
                                 " (TENON_OWS names its folder)");
        int count = 0;
        for (const auto& file : manifestsIn(ows / "examples")) {
            if (!isValid(file)) continue;
            fits(read(file));
            ++count;
        }
        CPPUNIT_ASSERT(count > 10);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ManifestSchemaTest);
CPPUNIT_TEST_SUITE_REGISTRATION(SpecificationSchemaTest);
