Feature: Retries
  As an author of workflows
  I want a policy that tries again
  So that what fails for a moment does no harm

  Scenario: When Of The Policy Decides
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 404}}}
          catch:
            retry: {when: $error.status >= 500, limit: {attempt: {count: 3}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And break should run 1 time

  Scenario: ExceptWhen Of The Policy Decides Against
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 404}}}
          catch:
            retry: {exceptWhen: $error.status == 404, limit: {attempt: {count: 3}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And break should run 1 time

  Scenario: An Error That Is Not Caught Is Not Retried
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 404}}}
          catch:
            errors: {with: {status: 503}}
            retry: {limit: {attempt: {count: 3}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And break should run 1 time

  Scenario: The Whole List Runs Again
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - first: {set: {n: '${ (.n // 0) + 1 }'}}
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {limit: {attempt: {count: 1}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And first should run 2 times
    And first should complete with output:
    """yaml
    n: 1
    """

  Scenario: A Policy By Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    use:
      retries:
        patient: {delay: PT1M, limit: {attempt: {count: 2}}}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch: {retry: patient}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT1M, PT1M

  Scenario: A Policy By Name Reads The Error Under Its Name There
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    use:
      retries:
        patient: {when: $problem.status == 500, delay: PT1M, limit: {attempt: {count: 1}}}
        unused: {when: $error.status == 500}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch: {as: problem, retry: patient}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT1M

  Scenario: A Longer Retry-After Counts
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - get: {call: http, with: {method: get, endpoint: 'http://shop.example/orders'}}
          catch:
            retry: {delay: PT2S, limit: {attempt: {count: 5}}}
    """
    And given the server http://shop.example answers GET /orders with 429, Retry-After: 30
    And the server http://shop.example answers GET /orders with 503, Retry-After: 1
    And the server http://shop.example answers GET /orders with 204
    When the workflow is executed
    Then the workflow should complete
    And the waits should be PT30S, PT2S

  # The server read the order and broke off: it may have taken it.
  Scenario: A Request Whose Outcome Is Unknown Is Not Repeated
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - order: {call: http, with: {method: post, endpoint: 'http://shop.example/orders', body: {n: 1}}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 5}}}
            do:
              - look: {set: {outcome: '${ $error.outcome }'}}
    """
    And given the server http://shop.example drops POST /orders
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    outcome: unknown
    """
    And http://shop.example should receive POST /orders 1 time
    And attempt should be retried 0 times

  Scenario: A Call That Was Done Is Not Repeated For What Comes After It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - order:
                call: http
                with: {method: post, endpoint: 'http://shop.example/orders', body: {n: 1}}
                output: {as: '${ error("no number") }'}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 5}}}
            do:
              - look: {set: {outcome: '${ $error.outcome }'}}
    """
    And given the server http://shop.example answers POST /orders with 200
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    outcome: done
    """
    And http://shop.example should receive POST /orders 1 time

  Scenario: An Attempt In Which Something Was Done Is Not Repeated
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    use:
      functions:
        order: {call: http, with: {method: post, endpoint: 'http://shop.example/orders'}}
    do:
      - attempt:
          try:
            - order: {call: order}
            - look: {call: http, with: {method: get, endpoint: 'http://shop.example/orders'}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 5}}}
            do:
              - look: {set: {outcome: '${ $error.outcome }'}}
    """
    And given the server http://shop.example answers POST /orders with 200
    And given the server http://shop.example answers GET /orders with 500
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    outcome: done
    """
    And http://shop.example should receive POST /orders 1 time
    And http://shop.example should receive GET /orders 1 time

  Scenario: What The Manifest Calls Idempotent Is Repeated
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - order:
                metadata: {idempotent: true}
                call: http
                with: {method: post, endpoint: 'http://shop.example/orders'}
            - look: {call: http, with: {method: get, endpoint: 'http://shop.example/orders'}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 2}}}
            do:
              - look: {set: {x: 1}}
    """
    And given the server http://shop.example answers POST /orders with 200
    And given the server http://shop.example answers GET /orders with 500
    When the workflow is executed
    Then the workflow should complete
    And http://shop.example should receive POST /orders 3 times

  Scenario: A Catch That Faults Keeps What Is Unknown
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - order: {call: http, with: {method: post, endpoint: 'http://shop.example/orders'}}
          catch:
            do:
              - again: {raise: {error: {type: 'https://shop.example/no', status: 500, detail: No.}}}
    """
    And given the server http://shop.example drops POST /orders
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://shop.example/no
    status: 500
    detail: No. The outcome of /do/0/attempt/try/0/order is unknown.
    instance: /do/0/attempt/catch/do/0/again
    outcome: unknown
    """

  Scenario: A Create That Is Answered With A Fault Is Unknown Too
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - order: {call: http, with: {method: post, endpoint: 'http://shop.example/orders', body: {n: 1}}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 5}}}
            do:
              - look: {set: {outcome: '${ $error.outcome }', status: '${ $error.status }'}}
    """
    And given the server http://shop.example answers POST /orders with 500
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    outcome: unknown
    status: 500
    """
    And http://shop.example should receive POST /orders 1 time

  Scenario: Durations May Be Expressions
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: '${ .delay }', limit: {attempt: {count: 1}}}
    """
    And given the workflow input is:
    """yaml
    {delay: PT7S}
    """
    When the workflow is executed
    Then the workflow should fault
    And the waits should be PT7S

  Scenario: An Unknown Policy Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    use:
      retries:
        patient: {delay: PT1M}
    do:
      - attempt:
          try:
            - a: {set: {x: 1}}
          catch: {retry: pacient}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:9:22: /do/0/attempt/catch/retry: there is no "pacient" in use.retries; did you mean "patient"?
    """

  Scenario: A Retry Warns Of What Keeps It From Trying Again
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: retry, version: 1.0.0}
    do:
      - attempt:
          if: ${ false }
          try:
            - create: {call: http, with: {method: POST, endpoint: 'https://shop.example/orders'}}
            - look: {call: http, with: {method: GET, endpoint: 'https://shop.example/orders'}}
          catch:
            retry: {limit: {attempt: {count: 3}}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the workflow should load with the warnings:
    """
    warning: workflow.yaml:6:26: /do/0/attempt/try/0/create/call: POST is not idempotent: when a task after it fails, this "try" is not tried again; give what may be repeated a "try" of its own
    """
