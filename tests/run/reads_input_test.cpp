// SPDX-License-Identifier: Apache-2.0
// Which manifests read members of their input: those that are warned of if they declare none.
#include "run/workflow/reads_input.h"

#include <cppunit/extensions/HelperMacros.h>

#include "manifest/yaml.h"

using namespace tenon;

class ReadsInputTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ReadsInputTest);
    CPPUNIT_TEST(expressions);
    CPPUNIT_TEST(places);
    CPPUNIT_TEST_SUITE_END();

    static bool reads(const std::string& manifest) {
        manifest::Faults faults;
        const auto root = manifest::readYaml(manifest, faults);
        CPPUNIT_ASSERT_MESSAGE(manifest + "\n" + faults.text("m"), root);
        return run::readsInput(root->value());
    }
    static void all(bool wanted, const std::vector<std::string>& manifests) {
        for (const auto& one : manifests) CPPUNIT_ASSERT_EQUAL_MESSAGE(one, wanted, reads(one));
    }
    static void each(bool wanted, const std::vector<std::string>& expressions) {
        for (const auto& one : expressions) {
            const Value manifest = Object{
                {"do", Array{Object{{"a", Object{{"set", Object{{"x", "${ " + one + " }"}}}}}}}}};
            CPPUNIT_ASSERT_EQUAL_MESSAGE(one, wanted, run::readsInput(manifest));
        }
    }

    void expressions() {
        each(true, {".name",
                    ".name // \"x\"",
                    ".\"name\"",
                    ".[\"name\"]",
                    ".name?",
                    "(.name)",
                    "-.n",
                    "[.a, .b]",
                    "{a: .b}",
                    "{name}",
                    "{$task, name}",
                    "{a: 1, name}",
                    "{a: (1 | tostring), b: .x}",
                    "\"Hello \\(.name)\"",
                    "\"a | b \\(.name)\"",
                    "\"a\" + (\"b\" | ascii_upcase) + .name",
                    "if true then .a else 1 end",
                    ". | .name",
                    "1 as $x | .name",
                    "[1] as [$x] | .name",
                    "$input.name",
                    "$input[\"name\"]",
                    "$input | .name",
                    "[1] | map($input.name)",
                    "has(\"name\")",
                    "getpath([\"a\"])",
                    "$workflow.input.x",
                    "$workflow.input",
                    "$workflow[\"input\"]",
                    "$workflow.\"input\"",
                    "$workflow | .input.x",
                    "[range(3)] | length | tostring + $workflow.input.x",
                    "try .a catch 1",
                    "reduce .list[] as $i (0; . + $i)"});
        each(false, {".",
                     "..",
                     "1.5",
                     ".5",
                     "$input",
                     "\"https://h/.well-known/x\"",
                     "\"see .env\"",
                     "\"a\\\" .b\"",
                     "\"$workflow.input\"",
                     "\"$input.x\"",
                     "{a: 1} | .a",
                     "{a: {b: 1}} | (.a.b)",
                     "{a: 1}.a",
                     "[1, 2][0]",
                     "[{a: 1}] | map(.a)",
                     "[{a: 1}] | .[0] | {a}",
                     "\"x\" | test(\"a\"; .b)",
                     "now | strftime(\"%Y .a\")",
                     "$runtime.name",
                     "$workflow.id",
                     "$workflow.inputs",
                     "$context.x",
                     "$context | .x",
                     "($secrets | keys)",
                     "$secrets.a.b",
                     "1 # .name",
                     "{\"a\": 1, \"b\": \"c\"}",
                     "def f: .a; 1",
                     "try error({x: 1}) catch .x",
                     "reduce [1][] as $i ({a: 0}; .a += 1)",
                     "foreach [1][] as [$i] ({a: 0}; .a)"});
    }
    void places() {
        all(true, {"do: [{a: {set: .name}}]",
                   "do: [{a: {if: .go, set: {}}}]",
                   "do: [{a: {if: '${ .go }', set: {}}}]",
                   "do: [{a: {input: {from: .name}, set: {}}}]",
                   "do: [{a: {input: {from: {x: '${ .name }'}}, set: {}}}]",
                   "do: [{a: {for: {in: .list}, do: [{b: {set: {}}}]}}]",
                   "do: [{a: {for: {in: '${ [1] }'}, while: .go, do: [{b: {set: {}}}]}}]",
                   "do: [{a: {for: {in: '${ [1] }'}, do: [{b: {set: '${ .x }'}}]}}]",
                   "do: [{a: {switch: [{b: {when: .name == \"x\", then: end}}]}}]",
                   "do: [{a: {do: [{b: {set: '${ .x }'}}]}}]",
                   "do: [{a: {try: [{b: {set: '${ .x }'}}], catch: {}}}]",
                   "do: [{a: {try: [{b: {set: {}}}], catch: {do: [{c: {set: '${ .x }'}}]}}}]",
                   "do: [{a: {fork: {branches: [{b: {set: {}}}, {c: {set: '${ .x }'}}]}}}]",
                   "do: [{a: {wait: PT1S}}, {b: {set: '${ .x }'}}]",
                   "do: [{a: {wait: {seconds: '${ .s }'}}}]",
                   "do: [{a: {switch: [{b: {then: continue}}]}}, {b: {set: '${ .x }'}}]",
                   "do: [{a: {set: {}, output: {as: $input.x}}}]",
                   "do: [{a: {set: {}, export: {as: {x: '${ $input.x }'}}}}]",
                   "do: [{a: {set: {}, timeout: {after: '${ .t }'}}}]",
                   "do: [{a: {call: http, with: {method: get, endpoint: 'http://h/{id}'}}}]",
                   "do: [{a: {call: http, with: {method: get, endpoint: {uri: 'http://h/{id}'}}}}]",
                   "do: [{a: {call: openapi, with: {document: {endpoint: 'http://h/{id}'}}}}]",
                   "do: [{a: {call: openapi, metadata: {baseUrl: '${ .x }'}}}]",
                   "do: [{a: {call: openapi, metadata: {documentHeaders: {A: '${ .x }'}}}}]",
                   "do: [{b: {set: {}}}, {a: {call: openapi, metadata: "
                   "{baseUrl: '${ $workflow.input.x }'}}}]",
                   "do: [{a: {call: F, with: {x: {y: ['${ .z }']}}}}]",
                   "do: [{a: {raise: {error: {type: t, status: 400, detail: '${ .why }'}}}}]",
                   "do: [{a: {emit: {event: {with: {data: '${ .x }'}}}}}]",
                   "do: [{a: {run: {workflow: {namespace: n, name: m, version: v, "
                   "input: {x: '${ .x }'}}}}}]",
                   "do: [{a: {set: {}}}, {b: {set: $workflow.input.x}}]",
                   "do: [{a: {set: {}}}, {b: {do: [{c: {if: $workflow.input.x, set: {}}}]}}]",
                   "input: {from: .x}\ndo: [{a: {set: {}}}]",
                   "input: {from: {a: '${ .x }'}}\ndo: [{a: {set: {}}}]",
                   "output: {as: $workflow.input.x}\ndo: [{a: {set: {}}}]",
                   "output: {as: {x: '${ $input.x }'}}\ndo: [{a: {set: {}}}]",
                   "timeout: {after: '${ .t }'}\ndo: [{a: {set: {}}}]"});
        all(false,
            {"do: []",
             "do: [{a: {set: {x: .name}}}]",
             "do: [{a: {set: {if: .name, in: $workflow.input}}}]",
             "do: [{a: {set: '${ . }'}}]",
             "do: [{a: {set: {}, output: {as: .x}}}]",
             "do: [{a: {set: {}, export: {as: .x}}}]",
             "do: [{a: {set: {}}}, {b: {set: '${ .x }'}}]",
             "do: [{a: {set: {}}}, {b: {set: '${ $input.x }'}}]",
             "do: [{a: {set: {}}}, {b: {do: [{c: {set: '${ .x }'}}]}}]",
             "do: [{a: {do: [{b: {set: {}}}, {c: {set: '${ .x }'}}]}}]",
             "do: [{a: {wait: PT1S}}, {b: {set: {}}}, {c: {set: '${ .x }'}}]",
             "do: [{a: {wait: PT1S, output: {as: '${ {x: 1} }'}}}, {b: {set: '${ .x }'}}]",
             "do: [{a: {input: {from: '${ {x: 1} }'}, set: '${ .x }'}}]",
             "do: [{a: {call: http, with: {method: get, endpoint: 'http://h/x.y'}}}]",
             "do: [{a: {call: http, with: {method: get, endpoint: '${ \"http://h/.x\" }'}}}]",
             "do: [{a: {try: [{b: {set: {}}}], catch: {as: e, do: [{c: {set: '${ $e.x }'}}]}}}]",
             "do: [{a: {for: {in: '${ [1] }', each: i}, do: [{b: {set: '${ $i.x }'}}]}}]",
             "input: {from: {a: 1}}\ndo: [{a: {set: '${ .a }'}}]",
             "output: {as: .x}\ndo: [{a: {set: {}}}]",
             "do: [{a: {set: {}, metadata: {note: 'as $workflow.input'}}}]",
             "do: [{a: {call: openapi, metadata: {note: '${ .x }'}}}]"});
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(ReadsInputTest);
