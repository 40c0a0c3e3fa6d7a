Feature: Data Flow
  As an author of workflows
  I want to shape what goes into a task and what comes out
  So that tasks fit together

  Scenario: Input From Gives The Dot And The Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a:
          input: {from: .inner}
          set: {dot: '${ . }', input: '${ $input }'}
    """
    And given the workflow input is:
    """yaml
    {inner: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    dot: {x: 1}
    input: {x: 1}
    """

  Scenario: Input From An Object
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a:
          input: {from: {name: '${ .user.name }', fixed: 1}}
          set: {input: '${ . }'}
    """
    And given the workflow input is:
    """yaml
    {user: {name: Ada}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    input: {name: Ada, fixed: 1}
    """

  Scenario: Output As Reads The Raw Output And The Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a:
          set: {x: 1}
          output: {as: '{raw: ., input: $input}'}
    """
    And given the workflow input is:
    """yaml
    {n: 7}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    raw: {x: 1}
    input: {n: 7}
    """

  Scenario: Output As An Object
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a:
          set: {x: 1}
          output: {as: {x: '${ .x }', fixed: [2]}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    fixed: [2]
    """

  Scenario: Export As Reads The Shaped Output
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a:
          set: {x: 1}
          output: {as: '{shaped: .x}'}
          export: {as: '{dot: ., output: $output}'}
      - show: {set: '${ $context }'}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    dot: {shaped: 1}
    output: {shaped: 1}
    """

  Scenario: Export Replaces The Context
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a: {set: {}, export: {as: '{a: 1}'}}
      - b: {set: {}, export: {as: '{b: 2}'}}
      - show: {set: {context: '${ $context }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    context: {b: 2}
    """

  Scenario: Export Adds Where The Author Says So
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a: {set: {}, export: {as: '{a: 1}'}}
      - b: {set: {}, export: {as: '$context + {b: 2}'}}
      - show: {set: {context: '${ $context }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    context: {a: 1, b: 2}
    """

  Scenario: Without An Export The Context Is Null
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - show: {set: {context: '${ $context }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    context: null
    """

  Scenario: The Input Of The Workflow Can Be Shaped
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    input: {from: .inner}
    do:
      - show: {set: {dot: '${ . }'}}
    """
    And given the workflow input is:
    """yaml
    {inner: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    dot: {x: 1}
    """

  Scenario: The Output Of The Workflow Can Be Shaped
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    output: {as: '{whole: ., context: $context}'}
    do:
      - a: {set: {x: 1}, export: {as: '{kept: true}'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    whole: {x: 1}
    context: {kept: true}
    """

  Scenario: Shaping That Fails Faults The Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: shaping, version: 1.0.0}
    do:
      - a: {set: {x: 1}, output: {as: '.x | keys'}}
    """
    When the workflow is executed
    Then the workflow should fault with an expression error 400 at /do/0/a
