Feature: Set Task
  As an author of workflows
  I want to make data from constants and expressions
  So that each task gets what it needs

  Scenario: Set Replaces Its Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: set, version: 1.0.0}
    do:
      - a: {set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {before: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """

  Scenario: Constants Of Every Kind
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: set, version: 1.0.0}
    do:
      - a:
          set:
            text: circle
            integer: 9007199254740993
            real: 1.5
            yes: true
            nothing: null
            list: [1, [2], {three: 3}]
            object: {inner: {most: x}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: circle
    integer: 9007199254740993
    real: 1.5
    yes: true
    nothing: null
    list: [1, [2], {three: 3}]
    object: {inner: {most: x}}
    """

  Scenario: Expressions At Any Depth
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: set, version: 1.0.0}
    do:
      - a:
          set:
            list: ['${ .n }', {deep: ['${ .n + 1 }']}]
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    list: [1, {deep: [2]}]
    """

  Scenario: One Expression Gives The Whole
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: set, version: 1.0.0}
    do:
      - a: {set: '${ .inner }'}
    """
    And given the workflow input is:
    """yaml
    {inner: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """

  Scenario: Dollar And Brace Inside A Longer Text Are Literal
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: set, version: 1.0.0}
    do:
      - a: {set: {text: 'Hello ${ .name }!'}}
    """
    And given the workflow input is:
    """yaml
    {name: Ada}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: Hello ${ .name }!
    """
    And the workflow should load with the warnings:
    """
    warning: workflow.yaml:3:21: /do/0/a/set/text: "${" inside a longer text is no expression; write the whole as one: ${ "… \( .x ) …" }
    """

  Scenario: A Set Of Nothing But A Number Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: set, version: 1.0.0}
    do:
      - a: {set: 3}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:14: /do/0/a/set: wanted an object, or an expression that gives one, found an integer
    """
