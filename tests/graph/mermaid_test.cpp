// SPDX-License-Identifier: Apache-2.0
// Manifests and the whole text that draws them.
#include <cppunit/extensions/HelperMacros.h>

#include "graph/mermaid.h"
#include "manifest/yaml.h"

class MermaidTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(MermaidTest);
    CPPUNIT_TEST(drawsFlowsCasesAndConditions);
    CPPUNIT_TEST(drawsALoop);
    CPPUNIT_TEST(drawsBranches);
    CPPUNIT_TEST(drawsWhatIsCaught);
    CPPUNIT_TEST(takesNothingOfANameForItsOwn);
    CPPUNIT_TEST(shortensLongTexts);
    CPPUNIT_TEST_SUITE_END();

    static std::string drawn(const std::string& tasks) {
        tenon::manifest::Faults faults;
        return tenon::graph::mermaid(*tenon::manifest::readYaml("do:\n" + tasks, faults));
    }
    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void drawsFlowsCasesAndConditions() {
        same(R"(flowchart TD
  begin(["start"])
  t1["first<br/>set"]
  t2["maybe<br/>call http"]
  t3{"choose<br/>switch"}
  t4["pause<br/>wait PT1S"]
  t5["last<br/>raise https://example.com/e#35;1"]
  finish(["end"])
  begin --> t1
  t1 -->|"if .a #62; 1"| t2
  t1 -->|"else"| t3
  t2 --> t3
  t3 -->|"big: .a #62; 5"| t5
  t3 -->|"small: .s == #quot;x#124;y#quot;"| finish
  t3 -->|"otherwise"| t4
  t4 --> t1
)",
             drawn(R"(  - first: {set: {a: 1}}
  - maybe: {if: .a > 1, call: http, with: {method: get, endpoint: http://localhost/}}
  - choose:
      switch:
        - big: {when: .a > 5, then: last}
        - small: {when: '.s == "x|y"', then: end}
  - pause: {wait: PT1S, then: first}
  - last: {raise: {error: {type: 'https://example.com/e#1', status: 400}}}
)"));
    }
    void drawsALoop() {
        same(R"(flowchart TD
  begin(["start"])
  subgraph t1["loop<br/>for each n in .list, while $n #60; 5"]
    t2["one<br/>set"]
    t3["two<br/>set"]
  end
  finish(["end"])
  t2 -->|"if .a"| t3
  t2 -->|"else, next"| t2
  t3 -->|"next"| t2
  begin --> t1
  t1 --> finish
)",
             drawn(R"(  - loop:
      for: {each: n, in: .list}
      while: $n < 5
      do:
        - one: {set: {a: 1}}
        - two: {if: .a, set: {a: 2}}
)"));
    }
    void drawsBranches() {
        same(R"(flowchart TD
  begin(["start"])
  subgraph t1["both<br/>fork, the first wins"]
    t2["left<br/>set"]
    subgraph t3["right<br/>do"]
      t4["deep<br/>set"]
    end
  end
  finish(["end"])
  begin --> t1
  t1 --> finish
)",
             drawn(R"(  - both:
      fork:
        compete: true
        branches:
          - left: {set: {a: 1}}
          - right: {do: [{deep: {set: {a: 1}, then: exit}}]}
)"));
    }
    void drawsWhatIsCaught() {
        same(R"(flowchart TD
  begin(["start"])
  subgraph t1["careful<br/>try, with retry"]
    t2["risky<br/>set"]
  end
  subgraph t1c["catch"]
    t3["mend<br/>set"]
  end
  subgraph t4["calm<br/>try"]
    t5["risky<br/>set"]
  end
  t4c["catch"]
  finish(["end"])
  t1 -.->|"status 503, when .x"| t1c
  t4 -.-> t4c
  begin --> t1
  t1 --> t4
  t1c --> finish
  t4 --> finish
  t4c --> finish
)",
             drawn(R"(  - careful:
      try: [{risky: {set: {a: 1}}}]
      catch:
        errors: {with: {status: 503}}
        when: .x
        retry: {delay: PT1S}
        do: [{mend: {set: {a: 1}}}]
        then: end
  - calm: {try: [{risky: {set: {a: 1}}}], catch: {}}
)"));
    }
    void takesNothingOfANameForItsOwn() {
        same(R"(flowchart TD
  begin(["start"])
  subgraph t1["odd #quot;name#quot; #60;b#62; #35;1 #96;x#96;<br/>do"]
    t2["only<br/>set"]
  end
  finish(["end"])
  begin --> t1
  t1 --> finish
)",
             drawn(R"(  - 'odd "name" <b> #1 `x`': {do: [{only: {set: {a: 1}}}]}
)"));
    }
    void shortensLongTexts() {
        const std::string text = "é" + std::string(100, 'x');
        same("flowchart TD\n  begin([\"start\"])\n  t1[\"é" + std::string(58, 'x') +
                 "…<br/>set\"]\n  finish([\"end\"])\n  begin --> t1\n  t1 --> finish\n",
             drawn("  - " + text + ": {set: {a: 1}}\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(MermaidTest);
