Feature: Lifecycle Events
  As somebody who keeps many workflows
  I want to read what happens as CloudEvents
  So that my other tools can read it, too

  Scenario: Started, Faulted, Retried, Completed
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: lifecycle, version: 1.0.0}
    do:
      - attempt:
          try:
            - break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 1}}}
            do:
              - mend: {set: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the lifecycle events should be:
    """
    workflow.started.v1
    task.created.v1 /do/0/attempt
    task.started.v1 /do/0/attempt
    task.created.v1 /do/0/attempt/try/0/break
    task.started.v1 /do/0/attempt/try/0/break
    task.faulted.v1 /do/0/attempt/try/0/break
    task.retried.v1 /do/0/attempt
    task.created.v1 /do/0/attempt/try#2/0/break
    task.started.v1 /do/0/attempt/try#2/0/break
    task.faulted.v1 /do/0/attempt/try#2/0/break
    task.created.v1 /do/0/attempt/catch/do/0/mend
    task.started.v1 /do/0/attempt/catch/do/0/mend
    task.completed.v1 /do/0/attempt/catch/do/0/mend
    task.completed.v1 /do/0/attempt
    workflow.completed.v1
    """

  Scenario: An Event Is A CloudEvent
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: lifecycle, version: 1.0.0}
    do:
      - break: {raise: {error: {type: 'https://errors.example/e', status: 418, title: Tea}}}
    """
    When the workflow is executed
    Then the workflow should fault
    And the lifecycle event 4 should be:
    """yaml
    specversion: '1.0'
    id: run-1/do/0/break/faulted
    source: /scenarios/lifecycle/1.0.0
    type: io.serverlessworkflow.task.faulted.v1
    time: '2026-01-02T03:04:05.000Z'
    subject: /do/0/break
    datacontenttype: application/json
    data:
      workflow: lifecycle-run-1.scenarios
      task: /do/0/break
      faultedAt: '2026-01-02T03:04:05.000Z'
      error: {type: 'https://errors.example/e', status: 418, title: Tea, instance: /do/0/break}
    """

  Scenario: A Workflow That Is Stopped Is Cancelled
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: lifecycle, version: 1.0.0}
    do:
      - rest: {wait: PT1H}
    """
    And given the clock is manual
    When the workflow is started
    And 1 task waits
    And the run is stopped
    Then the workflow should cancel
    And the lifecycle events should be:
    """
    workflow.started.v1
    task.created.v1 /do/0/rest
    task.started.v1 /do/0/rest
    task.cancelled.v1 /do/0/rest
    workflow.cancelled.v1
    """

  Scenario: What Runs While The Process Stands Still Is Suspended
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: lifecycle, version: 1.0.0}
    do:
      - rest: {wait: PT1H}
    """
    And given the clock is manual
    When the workflow is started
    And 1 task waits
    And the process is suspended
    And the process is resumed
    And the clock advances by PT1H
    Then the workflow should complete
    And the lifecycle events should be:
    """
    workflow.started.v1
    task.created.v1 /do/0/rest
    task.started.v1 /do/0/rest
    workflow.suspended.v1
    task.suspended.v1 /do/0/rest
    workflow.resumed.v1
    task.resumed.v1 /do/0/rest
    task.completed.v1 /do/0/rest
    workflow.completed.v1
    """

  Scenario: Events Hold No Secret
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: lifecycle, version: 1.0.0}
    use: {secrets: [key]}
    do:
      - break:
          raise: {error: {type: 'https://errors.example/e', status: 500, detail: '${ "the key " + $secrets.key }'}}
    """
    And given the secret key is:
    """yaml
    open sesame
    """
    When the workflow is executed
    Then the workflow should fault
    And the lifecycle event 4 should be:
    """yaml
    specversion: '1.0'
    id: run-1/do/0/break/faulted
    source: /scenarios/lifecycle/1.0.0
    type: io.serverlessworkflow.task.faulted.v1
    time: '2026-01-02T03:04:05.000Z'
    subject: /do/0/break
    datacontenttype: application/json
    data:
      workflow: lifecycle-run-1.scenarios
      task: /do/0/break
      faultedAt: '2026-01-02T03:04:05.000Z'
      error: {type: 'https://errors.example/e', status: 500, detail: "********", instance: /do/0/break}
    """

  Scenario: What A Workflow Emits Is Among Its Events
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: lifecycle, version: 1.0.0}
    do:
      - tell: {emit: {event: {with: {source: 'https://shop.example', type: example.order.made.v1, data: {id: 7}}}}}
    """
    When the workflow is executed
    Then the workflow should complete
    And the lifecycle events should be:
    """
    workflow.started.v1
    task.created.v1 /do/0/tell
    task.started.v1 /do/0/tell
    example.order.made.v1
    task.completed.v1 /do/0/tell
    workflow.completed.v1
    """
