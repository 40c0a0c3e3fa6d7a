Feature: Do Task
  As an author of workflows
  I want lists of tasks to run in their order, each with the output of the one before
  So that a workflow reads from top to bottom

  Scenario: Each Task Takes The Output Of The One Before
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: do, version: 1.0.0}
    do:
      - first: {set: {n: 1}}
      - second: {set: {n: '${ .n + 1 }'}}
      - third: {set: {n: '${ .n + 1 }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 3
    """
    And first should run first
    And second should run after first
    And third should run last
    And second should complete with output:
    """yaml
    n: 2
    """

  Scenario: The First Task Takes The Input Of The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: do, version: 1.0.0}
    do:
      - greet: {set: {text: '${ "Hello, " + .name }'}}
    """
    And given the workflow input is:
    """yaml
    {name: Ada}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: Hello, Ada
    """

  Scenario: Without Input The First Task Takes Null
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: do, version: 1.0.0}
    do:
      - show: {set: {input: '${ . }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    input: null
    """

  Scenario: Lists Inside Lists
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: do, version: 1.0.0}
    do:
      - outer:
          do:
            - middle:
                do:
                  - inner: {set: {path: '${ $task.reference }'}}
            - next: {set: {inner: '${ .path }', path: '${ $task.reference }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    inner: /do/0/outer/do/0/middle/do/0/inner
    path: /do/0/outer/do/1/next
    """
    And outer should run first
    And inner should run before next

  Scenario: The Output Of A Do Is That Of Its Last Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: do, version: 1.0.0}
    do:
      - outer:
          do:
            - a: {set: {x: 1}}
            - b: {set: {y: 2}}
          output: {as: '{whole: .}'}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    whole: {y: 2}
    """

  Scenario: A Fault Ends Every List Around It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: do, version: 1.0.0}
    do:
      - outer:
          do:
            - break: {raise: {error: {type: 'https://errors.example/broken', status: 500}}}
            - never: {set: {x: 1}}
      - neither: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/broken
    status: 500
    instance: /do/0/outer/do/0/break
    """
    And break should fault
    And outer should fault
    And never should not run
    And neither should not run
