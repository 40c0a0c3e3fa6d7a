Feature: What Is Refused
  As an author of workflows
  I want to hear of what Tenon does not run before anything runs
  So that nothing is ignored in silence

  Scenario: Calls Over gRPC
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {call: grpc, with: {}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/call: "call: grpc" is part of the language, but Tenon does not run it
    """

  Scenario: Calls Over AsyncAPI
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {call: asyncapi, with: {}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/call: "call: asyncapi" is part of the language, but Tenon does not run it
    """

  Scenario: Calls Of Agents
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {call: a2a, with: {}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/call: "call: a2a" is part of the language, but Tenon does not run it
    """

  Scenario: Calls Of Model Contexts
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {call: mcp, with: {}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/call: "call: mcp" is part of the language, but Tenon does not run it
    """

  Scenario: Functions By URL
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {call: 'https://catalog.example/functions/log/1.0.0/function.yaml'}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/call: a function by its URL is part of the language, but Tenon does not run it
    """

  Scenario: Listening
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {listen: {to: {any: []}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:9: /do/0/a/listen: "listen" is a task of the language, but Tenon does not run it
    """

  Scenario: Schedules
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    schedule: {every: PT1H}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:2:1: /schedule: "schedule" is part of the language, but Tenon does not run it
    """

  Scenario: Catalogs
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    use: {catalogs: {theirs: {endpoint: 'https://catalog.example'}}}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:2:7: /use/catalogs: "catalogs" is part of the language, but Tenon does not run it
    """

  Scenario: An Unknown Key Of A Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {set: {x: 1}, thn: end}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:22: /do/0/a/thn: "thn" is not known in a task; did you mean "then"?
    """

  Scenario: An Unknown Key Of The Manifest
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    dos: []
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:2:1: /dos: "dos" is not known in a manifest; did you mean "do"?
    """

  Scenario: Another Expression Language
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    evaluate: {language: js}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:2:22: /evaluate/language: wanted jq, found "js", which Tenon does not run
    """

  Scenario: Loose Evaluation
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    evaluate: {mode: loose}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:2:18: /evaluate/mode: wanted strict, found "loose", which Tenon does not run
    """

  Scenario: A Version Of The Language That Is To Come
    Given a workflow with definition:
    """yaml
    document: {dsl: 2.0.0, namespace: scenarios, name: future, version: 1.0.0}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:1:17: /document/dsl: wanted a version of the language from 1.0.0 to 1.0.3, found "2.0.0"
    """

  Scenario: A Name That Stands Twice In A List
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {set: {x: 1}}
      - a: {set: {x: 2}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:4:5: /do/1/a: the name "a" stands twice in this list
    """

  Scenario: Every Fault At Once In The Order Of The File
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {set: 1}
      - b: {call: grpc}
      - c: {wait: soon}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:14: /do/0/a/set: wanted an object, or an expression that gives one, found an integer
    workflow.yaml:4:15: /do/1/b/call: "call: grpc" is part of the language, but Tenon does not run it
    workflow.yaml:5:15: /do/2/c/wait: wanted a duration (days, hours, minutes, seconds, milliseconds, or ISO 8601 such as PT1M30S), found "soon"
    """

  Scenario: Containers
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {run: {container: {image: alpine}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/run/container: "container" is part of the language, but Tenon does not run it
    """

  Scenario: Scripts
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: refusal, version: 1.0.0}
    do:
      - a: {run: {script: {language: js, code: x}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/run/script: "script" is part of the language, but Tenon does not run it
    """
