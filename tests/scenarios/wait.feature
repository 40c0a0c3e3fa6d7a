Feature: Wait Task
  As an author of workflows
  I want a workflow to wait
  So that others have their time

  Scenario: For An ISO Duration
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: PT1M30S}
    """
    When the workflow is executed
    Then the workflow should complete
    And the waits should be PT1M30S
    And the run should take PT1M30S

  Scenario: For Hours And Days
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: {days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the run should take PT26H3M4.005S

  Scenario: For What An Expression Gives
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: '${ "PT\(.seconds)S" }'}
    """
    And given the workflow input is:
    """yaml
    {seconds: 7}
    """
    When the workflow is executed
    Then the workflow should complete
    And the run should take PT7S

  # More than the text asks for: each number may be an expression too.
  Scenario: With An Expression Inside
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: {seconds: '${ .seconds }'}}
    """
    And given the workflow input is:
    """yaml
    {seconds: 7}
    """
    When the workflow is executed
    Then the workflow should complete
    And the run should take PT7S

  Scenario: A Wait Hands Its Input On
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: PT1S}
    """
    And given the workflow input is:
    """yaml
    {x: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """

  Scenario: It Really Waits Until Then
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: PT10S}
    """
    And given the clock is manual
    When the workflow is started
    And 1 task waits
    And the clock advances by PT9S
    And 1 task waits
    And the clock advances by PT1S
    Then the workflow should complete
    And the run should take PT10S

  Scenario: A Run That Is Stopped While It Waits Is Cancelled
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: P1D}
      - never: {set: {x: 1}}
    """
    And given the clock is manual
    When the workflow is started
    And 1 task waits
    And the run is stopped
    Then the workflow should cancel
    And pause should cancel
    And never should not run

  Scenario: What Is No Duration Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: 5 minutes}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:19: /do/0/pause/wait: wanted a duration (days, hours, minutes, seconds, milliseconds, or ISO 8601 such as PT1M30S), found "5 minutes"
    """

  Scenario: An Expression That Gives No Duration Faults
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: wait, version: 1.0.0}
    do:
      - pause: {wait: '${ .time }'}
    """
    And given the workflow input is:
    """yaml
    {time: soon}
    """
    When the workflow is executed
    Then the workflow should fault with a configuration error 400 at /do/0/pause
