Feature: Raise Task
  As an author of workflows
  I want to raise errors of my own
  So that callers know what is wrong

  Scenario: All Members Inline
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    do:
      - refuse:
          raise:
            error:
              type: https://errors.example/too-young
              status: 422
              title: Too young
              detail: You have to be 18
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/too-young
    status: 422
    title: Too young
    detail: You have to be 18
    instance: /do/0/refuse
    """
    And refuse should fault with error:
    """yaml
    type: https://errors.example/too-young
    status: 422
    title: Too young
    detail: You have to be 18
    instance: /do/0/refuse
    """

  Scenario: By Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    use:
      errors:
        tooYoung: {type: 'https://errors.example/too-young', status: 422, title: Too young}
    do:
      - refuse: {raise: {error: tooYoung}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/too-young
    status: 422
    title: Too young
    instance: /do/0/refuse
    """

  Scenario: With Expressions
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    do:
      - refuse:
          raise:
            error:
              type: https://errors.example/too-young
              status: ${ .status }
              detail: '${ "You are \(.age)" }'
    """
    And given the workflow input is:
    """yaml
    {status: 422, age: 17}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/too-young
    status: 422
    detail: You are 17
    instance: /do/0/refuse
    """

  Scenario: A Named Error May Hold Expressions
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    use:
      errors:
        tooYoung: {type: 'https://errors.example/too-young', status: 422, detail: '${ "You are \(.age)" }'}
    do:
      - refuse: {raise: {error: tooYoung}}
    """
    And given the workflow input is:
    """yaml
    {age: 17}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/too-young
    status: 422
    detail: You are 17
    instance: /do/0/refuse
    """

  Scenario: With An Instance Of Its Own
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    do:
      - refuse:
          raise:
            error: {type: 'https://errors.example/e', status: 400, instance: /orders/7}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/e
    status: 400
    instance: /orders/7
    """

  Scenario: A Status That Is No Status
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    do:
      - refuse:
          raise:
            error: {type: 'https://errors.example/e', status: '${ .status }'}
    """
    And given the workflow input is:
    """yaml
    {status: teapot}
    """
    When the workflow is executed
    Then the workflow should fault with a configuration error 400 at /do/0/refuse

  Scenario: An Unknown Name Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    use:
      errors:
        tooYoung: {type: 'https://errors.example/too-young', status: 422}
    do:
      - refuse: {raise: {error: toYoung}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:6:29: /do/0/refuse/raise/error: there is no "toYoung" in use.errors; did you mean "tooYoung"?
    """

  Scenario: An Error Without A Type Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: raise, version: 1.0.0}
    do:
      - refuse: {raise: {error: {status: 400}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:29: /do/0/refuse/raise/error: an error needs "type"
    """
