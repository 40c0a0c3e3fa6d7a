Feature: Try Task
  As an author of workflows
  I want to catch the errors that I know what to do about
  So that a workflow goes on

  Scenario: Without An Error The Catch Is Nothing
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - a: {set: {x: 1}}
          catch:
            do:
              - never: {set: {x: 2}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """
    And never should not run

  Scenario: Without A Filter Every Error Is Caught
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500, title: T}}}
          catch:
            do:
              - show: {set: {caught: '${ $error.title }', input: '${ . }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: T
    input: {n: 1}
    """
    And break should fault
    And attempt should complete

  Scenario: Nothing To Do Is Enough
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch: {}
      - next: {set: {went: 'on', input: '${ . }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    went: on
    input: {n: 1}
    """

  Scenario: As Names The Variable
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            as: problem
            do:
              - show: {set: {problem: '${ $problem }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    problem:
      type: https://errors.example/e
      status: 500
      instance: /do/0/attempt/try/0/break
    """

  Scenario: Then Says Where To Go After A Catch
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            do:
              - note: {set: {caught: true}}
            then: last
      - never: {set: {x: 1}}
      - last: {set: {caught: '${ .caught }', is: last}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    is: last
    """
    And never should not run

  Scenario: Then Of The Catch Counts Only Where It Caught
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - fine: {set: {x: 1}}
          catch: {then: end}
      - next: {set: {x: '${ .x + 1 }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 2
    """

  Scenario: A Fault In The Catch Faults The Try
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/first', status: 500}}}
          catch:
            do:
              - again: {raise: {error: {type: 'https://errors.example/second', status: 500}}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/second
    status: 500
    instance: /do/0/attempt/catch/do/0/again
    """

  Scenario: Try Inside Try
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - outer:
          try:
            - inner:
                try:
                  - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
                catch:
                  errors: {with: {status: 404}}
          catch:
            errors: {with: {status: 500}}
            do:
              - show: {set: {caughtBy: outer, at: '${ $error.instance }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caughtBy: outer
    at: /do/0/outer/try/0/inner/try/0/break
    """

  Scenario: Errors Of The Engine Can Be Caught
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - wrong: {set: {x: '${ .n + 1 }'}}
          catch:
            errors: {with: {type: 'https://open-workflow-specification.org/spec/1.0.0/errors/expression', status: 400}}
            do:
              - show: {set: {status: '${ $error.status }'}}
    """
    And given the workflow input is:
    """yaml
    {n: text}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    status: 400
    """

  Scenario: A Catch That Is Missing Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: try, version: 1.0.0}
    do:
      - attempt:
          try:
            - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:4:7: /do/0/attempt: a task needs "catch"
    """
