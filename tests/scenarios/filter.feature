Feature: Filters of Errors
  As an author of workflows
  I want to catch some errors and no others
  So that what I do not expect is not hidden

  Scenario: By Status
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 503}}}
          catch:
            errors: {with: {status: 503}}
            do:
              - show: {set: {caught: true}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    """

  Scenario: By Another Status It Is Not Caught
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            errors: {with: {status: 503}}
            do:
              - never: {set: {caught: true}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/e
    status: 500
    instance: /do/0/attempt/try/0/break
    """
    And never should not run
    And attempt should fault

  Scenario: By Type
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            errors: {with: {type: 'https://errors.example/e'}}
            do:
              - show: {set: {caught: true}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    """

  Scenario: By Title And Detail
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500, title: T, detail: D}}}
          catch:
            errors: {with: {title: T, detail: D}}
            do:
              - show: {set: {caught: true}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    """

  Scenario: By Instance
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            errors: {with: {instance: /do/0/attempt/try/0/break}}
            do:
              - show: {set: {caught: true}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    """

  Scenario: Every Member Of The Filter Has To Fit
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500, title: T}}}
          catch:
            errors: {with: {status: 500, title: Another}}
    """
    When the workflow is executed
    Then the workflow should fault

  Scenario: The Four Published Spellings Of A Type Are One
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - first:
          try:
            - a: {raise: {error: {type: 'https://open-workflow-specification.org/spec/1.0.0/errors/timeout', status: 408}}}
          catch:
            errors: {with: {type: 'https://open-workflow-specification.org/dsl/errors/types/timeout'}}
      - second:
          try:
            - b: {raise: {error: {type: 'https://serverlessworkflow.io/spec/1.0.0/errors/timeout', status: 408}}}
          catch:
            errors: {with: {type: 'https://serverlessworkflow.io/dsl/errors/types/timeout'}}
      - third:
          try:
            - c: {raise: {error: {type: 'https://open-workflow-specification.org/spec/1.0.0/errors/timeout', status: 408}}}
          catch:
            errors: {with: {type: 'https://serverlessworkflow.io/spec/1.0.0/errors/timeout'}}
    """
    When the workflow is executed
    Then the workflow should complete
    And a should fault
    And b should fault
    And c should fault

  Scenario: Standard Types Are Not One Another
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - a: {raise: {error: {type: 'https://open-workflow-specification.org/spec/1.0.0/errors/timeout', status: 408}}}
          catch:
            errors: {with: {type: 'https://open-workflow-specification.org/spec/1.0.0/errors/runtime'}}
    """
    When the workflow is executed
    Then the workflow should fault with a timeout error 408 at /do/0/attempt/try/0/a

  Scenario: When Decides
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: '${ .status }'}}}
          catch:
            when: $error.status >= 500
            do:
              - show: {set: {caught: true}}
    """
    And given the workflow input is:
    """yaml
    {status: 503}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    """

  Scenario: When That Is False Does Not Catch
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: '${ .status }'}}}
          catch:
            when: $error.status >= 500
    """
    And given the workflow input is:
    """yaml
    {status: 404}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/e
    status: 404
    instance: /do/0/attempt/try/0/break
    """

  Scenario: ExceptWhen Decides Against
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500, title: fatal}}}
          catch:
            exceptWhen: $error.title == "fatal"
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/e
    status: 500
    title: fatal
    instance: /do/0/attempt/try/0/break
    """

  Scenario: A Filter And When And ExceptWhen Together
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500, title: mild}}}
          catch:
            errors: {with: {status: 500}}
            when: $error.title != null
            exceptWhen: $error.title == "fatal"
            do:
              - show: {set: {caught: true}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    caught: true
    """

  Scenario: An Unknown Member Of A Filter Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: filter, version: 1.0.0}
    do:
      - attempt:
          try:
            - a: {set: {x: 1}}
          catch: {errors: {with: {code: 5}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:6:31: /do/0/attempt/catch/errors/with/code: "code" is not known in "with" of an error filter
    """
