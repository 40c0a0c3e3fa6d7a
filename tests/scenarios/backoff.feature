Feature: Delays Between Retries
  As an author of workflows
  I want to say how long to wait before the next attempt
  So that who is busy gets time

  Scenario: A Constant Delay
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - get: {call: http, with: {method: get, endpoint: 'http://shop.example/orders'}}
          catch:
            retry:
              delay: PT2S
              backoff: {constant: {}}
              limit: {attempt: {count: 5}}
    """
    And given the server http://shop.example answers GET /orders with 503
    And the server http://shop.example answers GET /orders with 503
    And the server http://shop.example answers GET /orders with 200 and body:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 1
    """
    And the waits should be PT2S, PT2S
    And attempt should be retried 2 times
    And get should run 3 times
    And http://shop.example should receive GET /orders 3 times

  Scenario: A Delay Without A Backoff Is Constant
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: {seconds: 3}, limit: {attempt: {count: 2}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT3S, PT3S

  Scenario: A Linear Backoff
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT2S, backoff: {linear: {}}, limit: {attempt: {count: 4}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT2S, PT4S, PT6S, PT8S

  Scenario: An Exponential Backoff
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT2S, backoff: {exponential: {}}, limit: {attempt: {count: 4}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT2S, PT4S, PT8S, PT16S

  Scenario: A Delay Grows To A Day At Most
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT10H, backoff: {exponential: {}}, limit: {attempt: {count: 4}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT10H, PT20H, PT24H, PT24H

  Scenario: Jitter Is Added
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT2S, jitter: {from: PT1S, to: PT3S}, limit: {attempt: {count: 2}}}
    """
    And given the chance is 0.25
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT3.500S, PT3.500S

  Scenario: Two Backoffs At Once Are Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: backoff, version: 1.0.0}
    do:
      - attempt:
          try:
            - a: {set: {x: 1}}
          catch:
            retry: {delay: PT1S, backoff: {constant: {}, linear: {}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:7:39: /do/0/attempt/catch/retry/backoff: wanted one of "constant", "linear" and "exponential"
    """
