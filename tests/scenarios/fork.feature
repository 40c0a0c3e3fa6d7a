Feature: Fork Task
  As an author of workflows
  I want branches that run at the same time
  So that nobody waits for what does not depend on them

  Scenario: Outputs In The Order Of The Branches
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - both:
          fork:
            branches:
              - slow: {wait: PT2S, output: {as: '"slow"'}}
              - fast: {set: {is: fast}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - slow
    - is: fast
    """

  Scenario: Each Branch Gets The Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - both:
          fork:
            branches:
              - one: {set: {n: '${ .n + 1 }'}}
              - two: {set: {n: '${ .n + 2 }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 10}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - n: 11
    - n: 12
    """

  Scenario: Compete Takes The First That Completes
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - race:
          fork:
            compete: true
            branches:
              - slow: {wait: PT10S, output: {as: '"slow"'}}
              - fast: {wait: PT3S, output: {as: '"fast"'}}
    """
    And given the clock is manual
    When the workflow is started
    And 2 tasks wait
    And the clock advances by PT3S
    Then the workflow should complete with output:
    """yaml
    fast
    """
    And fast should complete
    And slow should cancel

  Scenario: Compete Goes On Where One Faults
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - race:
          fork:
            compete: true
            branches:
              - broken: {raise: {error: {type: 'https://errors.example/broken', status: 500}}}
              - slow: {wait: PT3S, output: {as: '"slow"'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    slow
    """

  Scenario: Compete Faults With The Last Error Where All Fault
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - race:
          fork:
            compete: true
            branches:
              - late:
                  do:
                    - pause: {wait: PT3S}
                    - lateError: {raise: {error: {type: 'https://errors.example/late', status: 500}}}
              - early:
                  do:
                    - shortPause: {wait: PT1S}
                    - earlyError: {raise: {error: {type: 'https://errors.example/early', status: 500}}}
    """
    And given the clock is manual
    When the workflow is started
    And 2 tasks wait
    And the clock advances by PT1S
    And 1 task waits
    And the clock advances by PT2S
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/late
    status: 500
    instance: /do/0/race/fork/branches/0/late/do/1/lateError
    """

  Scenario: A Fault Cancels The Other Branches
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - both:
          fork:
            branches:
              - long: {wait: P1D}
              - broken:
                  do:
                    - pause: {wait: PT1S}
                    - break: {raise: {error: {type: 'https://errors.example/broken', status: 500}}}
    """
    And given the clock is manual
    When the workflow is started
    And 2 tasks wait
    And the clock advances by PT1S
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/broken
    status: 500
    instance: /do/0/both/fork/branches/1/broken/do/1/break
    """
    And long should cancel
    And both should fault

  Scenario: Branches Get A Copy Of The Context
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - before: {set: {}, export: {as: '{n: 1}'}}
      - both:
          fork:
            branches:
              - one:
                  do:
                    - change: {set: {}, export: {as: '{n: 100}'}}
                    - show: {set: {n: '${ $context.n }'}}
              - two:
                  do:
                    - pause: {wait: PT1S}
                    - look: {set: {n: '${ $context.n }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - n: 100
    - n: 1
    """

  Scenario: Exports Are Merged In The Order Of The Branches
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - before: {set: {}, export: {as: '{kept: 0}'}}
      - both:
          fork:
            branches:
              - one: {set: {}, export: {as: '$context + {a: 1, shared: 1}'}}
              - two: {set: {}, export: {as: '$context + {b: 2, shared: 2}'}}
      - show: {set: '${ $context }'}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    kept: 0
    a: 1
    b: 2
    shared: 2
    """

  Scenario: The Context Of The Winner Counts Alone
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - race:
          fork:
            compete: true
            branches:
              - broken:
                  do:
                    - export: {set: {}, export: {as: '{from: "broken"}'}}
                    - break: {raise: {error: {type: 'https://errors.example/broken', status: 500}}}
              - good: {wait: PT1S, export: {as: '{from: "good"}'}}
      - show: {set: '${ $context }'}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    from: good
    """

  Scenario: Fork Inside Fork
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - outer:
          fork:
            branches:
              - inner:
                  fork:
                    branches:
                      - a: {set: {x: a}}
                      - b: {set: {x: b}}
              - c: {set: {x: c}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - - x: a
      - x: b
    - x: c
    """

  Scenario: Stopping The Run Stops Every Branch
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - both:
          fork:
            branches:
              - a: {wait: P1D}
              - b: {wait: P2D}
    """
    And given the clock is manual
    When the workflow is started
    And 2 tasks wait
    And the run is stopped
    Then the workflow should cancel
    And a should cancel
    And b should cancel

  Scenario: End In A Branch Ends The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - both:
          fork:
            branches:
              - a: {set: {x: a}, then: end}
              - b: {set: {x: b}}
      - never: {set: {x: c}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - x: a
    - x: b
    """
    And never should not run

  Scenario: A Fork Without Branches Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: fork, version: 1.0.0}
    do:
      - both: {fork: {branches: []}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:29: /do/0/both/fork/branches: wanted at least one task, found none
    """
