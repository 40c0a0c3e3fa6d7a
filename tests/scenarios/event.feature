Feature: Events of a Run
  As somebody who watches a run
  I want to see each thing that happens, in its order
  So that I know where it is

  Scenario: A Run That Completes
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: event, version: 1.0.0}
    do:
      - a: {set: {n: 1}}
      - b: {if: .n > 1, set: {n: 2}}
      - c:
          do:
            - d: {set: {n: 3}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the events should be:
    """
    workflowStarted
    taskStarted /do/0/a
    taskCompleted /do/0/a
    taskSkipped /do/1/b
    taskStarted /do/2/c
    taskStarted /do/2/c/do/0/d
    taskCompleted /do/2/c/do/0/d
    taskCompleted /do/2/c
    workflowCompleted
    """

  Scenario: A Run That Faults After A Retry
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: event, version: 1.0.0}
    do:
      - a:
          try:
            - b: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 1}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the events should be:
    """
    workflowStarted
    taskStarted /do/0/a
    taskStarted /do/0/a/try/0/b
    taskFaulted /do/0/a/try/0/b
    taskRetried /do/0/a: attempt 1 faulted; the next one in 1 s
    taskStarted /do/0/a/try#2/0/b
    taskFaulted /do/0/a/try#2/0/b
    taskFaulted /do/0/a
    workflowFaulted
    """

  Scenario: Rounds Have Numbers
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: event, version: 1.0.0}
    do:
      - a:
          for: {in: '[1, 2]'}
          do:
            - b: {set: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the events should be:
    """
    workflowStarted
    taskStarted /do/0/a
    taskStarted /do/0/a/do/0/b
    taskCompleted /do/0/a/do/0/b
    taskStarted /do/0/a/do#2/0/b
    taskCompleted /do/0/a/do#2/0/b
    taskCompleted /do/0/a
    workflowCompleted
    """
