Feature: Runtime Expression Arguments
  As an author of workflows
  I want to know the workflow, the task and the runtime
  So that a workflow can speak of itself

  Scenario: The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: arguments, version: 1.0.0}
    do:
      - show:
          set:
            id: ${ $workflow.id }
            name: ${ $workflow.definition.document.name }
            input: ${ $workflow.input }
            startedAt: ${ $workflow.startedAt.iso8601 }
            seconds: ${ $workflow.startedAt.epoch.seconds }
            milliseconds: ${ $workflow.startedAt.epoch.milliseconds }
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: run-1
    name: arguments
    input: {n: 1}
    startedAt: 2026-01-02T03:04:05.000Z
    seconds: 1767323045
    milliseconds: 1767323045000
    """

  Scenario: The Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: arguments, version: 1.0.0}
    do:
      - pause: {wait: PT5S}
      - show:
          input: {from: .n}
          set:
            name: ${ $task.name }
            reference: ${ $task.reference }
            kind: ${ $task.definition | keys }
            input: ${ $task.input }
            startedAt: ${ $task.startedAt.iso8601 }
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    name: show
    reference: /do/1/show
    kind: [input, set]
    input: {n: 1}
    startedAt: 2026-01-02T03:04:10.000Z
    """

  Scenario: The Raw Output Of The Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: arguments, version: 1.0.0}
    do:
      - show:
          set: {x: 1}
          output: {as: '{raw: $task.output}'}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    raw: {x: 1}
    """

  Scenario: The Runtime
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: arguments, version: 1.0.0}
    do:
      - show: {set: {name: '${ $runtime.name }', known: '${ $runtime | keys }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    name: tenon
    known: [metadata, name, version]
    """

  Scenario: The Secrets
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: arguments, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - show: {set: {user: '${ $secrets.shop.user }'}}
    """
    And given the secret shop is:
    """yaml
    {user: ada, password: open sesame}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    user: '********'
    """

  Scenario: A Variable That Is Not Known Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: arguments, version: 1.0.0}
    do:
      - show: {set: {x: '${ $contxt.x }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:25: /do/0/show/set/x: $contxt is not known; known are $context, $input, $output, $secrets, $task, $workflow, $runtime, $authorization
    """
