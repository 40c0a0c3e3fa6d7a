Feature: Timeouts
  As an author of workflows
  I want to say how long a task or a workflow may last
  So that nothing lasts for ever

  Scenario: Of A Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - slow: {wait: PT1M, timeout: {after: PT5S}}
      - never: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/slow
    And slow should fault
    And never should not run
    And the run should take PT5S

  Scenario: A Task That Is Done In Time
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - quick: {wait: PT4S, timeout: {after: {seconds: 5}}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the run should take PT4S

  Scenario: Of A List
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - outer:
          do:
            - a: {wait: PT3S}
            - b: {wait: PT3S}
            - c: {wait: PT3S}
          timeout: {after: PT5S}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/outer
    And a should complete
    And b should fault
    And c should not run

  Scenario: Of The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    timeout: {after: PT5S}
    do:
      - a: {wait: PT3S}
      - b: {wait: PT3S}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/1/b
    And the run should take PT5S

  Scenario: By Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    use:
      timeouts:
        short: {after: PT5S}
    timeout: short
    do:
      - a: {wait: PT3S, timeout: short}
      - b: {wait: PT3S, timeout: short}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/1/b
    And a should complete

  Scenario: By An Expression
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - slow: {wait: PT1M, timeout: {after: '${ .most }'}}
    """
    And given the workflow input is:
    """yaml
    {most: PT2S}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/slow
    And the run should take PT2S

  Scenario: A Try Catches The Timeout Of A Task In It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - attempt:
          try:
            - slow: {wait: PT1M, timeout: {after: PT5S}}
          catch:
            errors: {with: {type: 'https://open-workflow-specification.org/spec/1.0.0/errors/timeout', status: 408}}
            do:
              - show: {set: {late: '${ $error.instance }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    late: /do/0/attempt/try/0/slow
    """

  Scenario: A Try Does Not Catch Its Own Timeout
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - attempt:
          try:
            - slow: {wait: PT1M}
          catch:
            do:
              - never: {set: {x: 1}}
          timeout: {after: PT5S}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/attempt
    And never should not run

  Scenario: A Try Does Not Catch The Timeout Of The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    timeout: {after: PT5S}
    do:
      - attempt:
          try:
            - slow: {wait: PT1M}
          catch:
            do:
              - never: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/attempt/try/0/slow
    And never should not run

  Scenario: Of A Request That Is Never Answered
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - ask:
          call: http
          with: {method: get, endpoint: 'http://shop.example/orders'}
          timeout: {after: {milliseconds: 50}}
    """
    And given the server http://shop.example never answers GET /orders
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/ask

  Scenario: The Shorter One Counts
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - outer:
          do:
            - inner: {wait: PT1M, timeout: {after: PT50S}}
          timeout: {after: PT5S}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/outer
    And the run should take PT5S

  Scenario: An Unknown Name Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - a: {set: {x: 1}, timeout: short}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:31: /do/0/a/timeout: there is no "short" in use.timeouts
    """

  Scenario: A Timeout Without A Duration Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: timeout, version: 1.0.0}
    do:
      - a: {set: {x: 1}, timeout: {}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:31: /do/0/a/timeout: "timeout" needs "after"
    """
