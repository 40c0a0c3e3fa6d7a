Feature: Runtime Expressions
  As an author of workflows
  I want expressions of jq
  So that data can be computed

  Scenario: The First Of Several Results
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {x: '${ .items[] }'}}
    """
    And given the workflow input is:
    """yaml
    {items: [1, 2]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """

  Scenario: Null Where There Is No Result
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {x: '${ empty }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: null
    """

  Scenario: Braces And None Are The Same Where An Expression Stands
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a:
          input: {from: '${ .n }'}
          if: '${ .n > 0 }'
          set: {n: '${ . }'}
          output: {as: .n}
          export: {as: '${ {n: .} }'}
      - b: {set: {n: '${ $context.n }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 1
    """

  Scenario: Where A Value Stands A Path Is A Text
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {n: .n}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: .n
    """

  Scenario: Integers Stay Exact On A Plain Path
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {id: '${ .id }'}}
    """
    And given the workflow input is:
    """yaml
    {id: 9007199254740993}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 9007199254740993
    """

  Scenario: Integers Are Exact In What Is Computed
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {id: '${ .id + 0 }'}}
    """
    And given the workflow input is:
    """yaml
    {id: 9007199254740993}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 9007199254740993
    """

  Scenario: What Is Not jq Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {x: '${ .x + }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:26: /do/0/a/set/x: the expression is not jq: unexpected the end, wanted an expression
    """

  Scenario: The Environment Is Out Of Reach
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - a: {set: {x: '${ $ENV.HOME }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:22: /do/0/a/set/x: $ENV is not known; known are $context, $input, $output, $secrets, $task, $workflow, $runtime, $authorization
    """

  Scenario: A Value That A Loop Puts Into Itself Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - each:
          for: {in: '${ [range(100000)] }'}
          do:
            - put: {set: {inside: '${ . }'}}
    """
    When the workflow is executed
    Then the workflow should fault with an expression error 400 at /do/0/each/do/0/put
    And put should run 1001 times

  Scenario: So Is A Context
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: expression, version: 1.0.0}
    do:
      - each:
          for: {in: '${ [range(100000)] }'}
          do:
            - put: {set: {a: 1}, export: {as: {inside: '${ $context }'}}}
    """
    When the workflow is executed
    Then the workflow should fault with an expression error 400 at /do/0/each/do/0/put
