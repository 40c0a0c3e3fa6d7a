Feature: Conditions of Tasks
  As an author of workflows
  I want `if` to decide whether a task runs
  So that a workflow does only what its data ask for

  Scenario: A True Condition Runs The Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a: {if: .yes, set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {yes: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """

  Scenario: A Condition May Stand In Braces
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a: {if: '${ .age >= 18 }', set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {age: 18}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """

  Scenario: A Task That Is Skipped Hands Its Input On
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a: {if: .yes, set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {yes: false, kept: [1, 2]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    yes: false
    kept: [1, 2]
    """
    And a should be skipped
    And a should not run

  # `if` comes before `input.from`.
  Scenario: The Condition Reads The Raw Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a:
          if: .outer != null
          input: {from: .outer}
          set: {inner: '${ .inner }'}
    """
    And given the workflow input is:
    """yaml
    {outer: {inner: 7}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    inner: 7
    """

  Scenario: A Skipped Task Neither Shapes Nor Exports
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a:
          if: 'false'
          set: {x: 1}
          output: {as: '{shaped: true}'}
          export: {as: '{exported: true}'}
      - b: {set: {input: '${ . }', context: '${ $context }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    input: {n: 1}
    context: null
    """

  Scenario: Only Null And False Are Not True
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - zero: {if: .zero, set: {zero: 0, empty: '', ran: [zero]}}
      - empty: {if: .empty, set: {nothing: null, ran: '${ .ran + ["empty"] }'}}
      - nothing: {if: .nothing, set: {ran: never}}
    """
    And given the workflow input is:
    """yaml
    {zero: 0}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    nothing: null
    ran: [zero, empty]
    """

  Scenario: A Condition That Fails Faults The Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a: {if: '.x + 1 > 0', set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {x: text}
    """
    When the workflow is executed
    Then the workflow should fault with an expression error 400 at /do/0/a
    And a should not run

  Scenario: A Condition That Is No Text Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: if, version: 1.0.0}
    do:
      - a: {if: true, set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:13: /do/0/a/if: wanted an expression (a string), found a boolean; put it in quotes
    """
