Feature: While
  As an author of workflows
  I want a loop to end before its items do
  So that it does no more than it must

  Scenario: While Is Tested Before Each Iteration
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: while, version: 1.0.0}
    do:
      - each:
          for: {each: n, in: '[1, 2, 3, 4]'}
          while: $n < 3
          do:
            - add: {set: {sum: '${ (.sum // 0) + $n }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    sum: 3
    """
    And add should run 2 times

  Scenario: While Reads The Output Of The Iteration Before
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: while, version: 1.0.0}
    do:
      - each:
          for: {in: '[5, 5, 5, 5]'}
          while: .sum < 10
          do:
            - add: {set: {sum: '${ .sum + $item }'}}
    """
    And given the workflow input is:
    """yaml
    {sum: 0}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    sum: 10
    """

  Scenario: While That Is False At Once
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: while, version: 1.0.0}
    do:
      - each:
          for: {in: '[1, 2]'}
          while: 'false'
          do:
            - never: {set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {kept: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    kept: true
    """
    And never should not run
