Feature: Extensions
  As an author of workflows
  I want tasks before and after all tasks of a kind
  So that what they have in common is said once

  Scenario: Before And After Each Task Of The Kind
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note:
            extend: set
            before:
              - begin: {wait: PT1S}
            after:
              - finish: {wait: PT2S}
    do:
      - a: {set: {n: 1}}
      - pause: {wait: PT4S}
      - b: {set: {n: '${ .n + 1 }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 2
    """
    And begin should run 2 times
    And finish should run 2 times
    And begin should run after a
    And the waits should be PT1S, PT2S, PT4S, PT1S, PT2S

  Scenario: Their Outputs Are Nobody's Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note:
            extend: set
            before:
              - begin: {wait: PT1S, output: {as: '"other"'}}
            after:
              - finish: {wait: PT1S, output: {as: '"other"'}}
    do:
      - a: {set: {n: '${ .n + 1 }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 2
    """

  Scenario: All Extends Every Kind But Not Itself
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note:
            extend: all
            before:
              - begin: {wait: PT1S}
    do:
      - a: {set: {n: 1}}
      - b:
          do:
            - c: {set: {n: 2}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 2
    """
    And begin should run 3 times

  Scenario: When Decides Whether It Applies
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note:
            extend: set
            when: $task.name == "b"
            before:
              - begin: {wait: PT1S}
    do:
      - a: {set: {n: 1}}
      - b: {set: {n: 2}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 2
    """
    And begin should run 1 time
    And a should run before begin

  Scenario: Exit Before The Task Takes Its Place
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - mock:
            extend: call
            when: $task.call == "http" and ($task.with.endpoint | startswith("https://shop.example"))
            before:
              - intercept: {set: {mocked: true}, then: exit}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders'}}
    """
    And given the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    mocked: true
    """
    And https://shop.example should receive GET /orders 0 times

  Scenario: Extensions Know The Task That They Extend
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note:
            extend: set
            after:
              - finish: {wait: PT1S, export: {as: '{seen: $task.reference}'}}
    do:
      - a: {set: {n: 1}, output: {as: '{n: .n}'}}
      - show: {do: [{inner: {wait: PT1S, output: {as: $context}}}]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    seen: /do/0/a
    """

  Scenario: Composite Extends Do And Fork
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note:
            extend: composite
            before:
              - begin: {wait: PT1S}
    do:
      - list:
          do:
            - a: {set: {n: 1}}
      - both:
          fork:
            branches:
              - b: {set: {n: 2}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - n: 2
    """
    And begin should run 2 times

  Scenario: A Kind That Nothing Is Of Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - note: {extend: sett, before: [{a: {wait: PT1S}}]}
    do:
      - a: {set: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:4:22: /use/extensions/0/note/extend: wanted one of all, call, composite, emit, for, listen, raise, run, set, switch, try, wait, found "sett"
    """

  Scenario: Two Of One Name Are Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: extension, version: 1.0.0}
    use:
      extensions:
        - log: {extend: set, before: [{a: {set: {x: 1}}}]}
        - log: {extend: set, after: [{b: {set: {x: 1}}}]}
    do:
      - one: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:5:7: /use/extensions/1/log: the name "log" stands twice in use.extensions
    """
