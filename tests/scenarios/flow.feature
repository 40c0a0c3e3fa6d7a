Feature: Flow Directives
  As an author of workflows
  I want `then` to say where a workflow goes on
  So that lists need not run from top to bottom

  Scenario: Continue Is The Next Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - a: {set: {n: 1}, then: continue}
      - b: {set: {n: '${ .n + 1 }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 2
    """

  Scenario: A Name Jumps In The Same List
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - a: {set: {trace: [a]}, then: c}
      - b: {set: {trace: '${ .trace + ["b"] }'}, then: end}
      - c: {set: {trace: '${ .trace + ["c"] }'}, then: b}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    trace: [a, c, b]
    """

  Scenario: A Jump Back Makes A Loop
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - add:
          set: {n: '${ (.n // 0) + 1 }'}
      - again:
          switch:
            - more: {when: .n < 3, then: add}
            - enough: {then: end}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 3
    """
    And add should run 3 times

  Scenario: End Ends The Workflow From Inside Any List
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - outer:
          do:
            - inner:
                do:
                  - stop: {set: {x: 1}, then: end}
                  - never: {set: {x: 2}}
            - neither: {set: {x: 3}}
      - norThis: {set: {x: 4}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """
    And never should not run
    And neither should not run
    And norThis should not run

  Scenario: Exit Leaves Its Own List Only
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - outer:
          do:
            - leave: {set: {x: 1}, then: exit}
            - never: {set: {x: 2}}
      - after: {set: {x: '${ .x + 10 }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 11
    """
    And never should not run

  Scenario: Exit In The Main List Ends The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - leave: {set: {x: 1}, then: exit}
      - never: {set: {x: 2}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """
    And never should not run

  # The text is silent: `then` is the task's, whether the task ran or not.
  Scenario: A Task That Is Skipped Goes Where Its Then Says
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - a: {if: 'false', set: {x: 1}, then: end}
      - b: {set: {x: 2}}
    """
    And given the workflow input is:
    """yaml
    {x: 0}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 0
    """
    And a should be skipped
    And b should not run

  Scenario: A Name Of Another List Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: flow, version: 1.0.0}
    do:
      - outer:
          do:
            - inner: {set: {x: 1}, then: after}
      - after: {set: {x: 2}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:5:38: /do/0/outer/do/0/inner/then: there is no task "after" in this list
    """
