Feature: Limits of Retries
  As an author of workflows
  I want retries to end
  So that a fault that stays is told

  Scenario: The Count Is That Of The Retries
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: limit, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {limit: {attempt: {count: 3}}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/e
    status: 500
    instance: /do/0/attempt/try/0/break
    """
    And break should run 4 times
    And attempt should be retried 3 times

  Scenario: Without A Limit There Are Ten Retries
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: limit, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT1S}
    """
    When the workflow is executed
    Then the workflow should fault
    And break should run 11 times

  # A retry that would begin later is not begun.
  Scenario: The Whole May Last So Long
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: limit, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT4S, limit: {duration: PT10S}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT4S, PT4S
    And the run should take PT8S

  Scenario: Each Attempt May Last So Long
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: limit, version: 1.0.0}
    do:
      - attempt:
          try:
            - slow: {wait: PT1M}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 1, duration: PT5S}}}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/attempt/try/0/slow
    And slow should run 2 times
    And the run should take PT11S

  Scenario: Do Comes Once The Policy Is Used Up
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: limit, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 2}}}
            do:
              - handle: {set: {status: '${ $error.status }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    status: 500
    """
    And break should run 3 times
    And handle should run last

  Scenario: The Time Of The Task Ends The Retries
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: limit, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT10S}
          timeout: {after: PT25S}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/attempt
    And break should run 3 times
    And the run should take PT25S
