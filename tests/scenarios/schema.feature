Feature: Schemas
  As an author of workflows
  I want data to be checked where they go in and out
  So that a mistake is found where it is made

  Scenario: The Input Of The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    input:
      schema:
        document: {type: object, required: [name], properties: {name: {type: string}}}
    do:
      - a: {set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {nam: Ada}
    """
    When the workflow is executed
    Then the workflow should fault with a validation error 400
    And a should not run

  Scenario: Input That Fits
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    input:
      schema:
        document: {type: object, required: [name], properties: {name: {type: string}}}
    do:
      - a: {set: {hello: '${ .name }'}}
    """
    And given the workflow input is:
    """yaml
    {name: Ada}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    hello: Ada
    """

  Scenario: The Schema Comes Before The Shaping Of The Input
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    do:
      - a:
          input:
            schema: {document: {type: object, required: [outer]}}
            from: .outer
          set: {n: '${ .n }'}
    """
    And given the workflow input is:
    """yaml
    {outer: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 1
    """

  Scenario: The Schema Comes After The Shaping Of The Output
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    do:
      - a:
          set: {n: 1}
          output:
            as: .n
            schema: {document: {type: integer}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    1
    """

  Scenario: An Output That Does Not Fit
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    do:
      - a:
          set: {n: text}
          output: {schema: {document: {type: object, properties: {n: {type: integer}}}}}
    """
    When the workflow is executed
    Then the workflow should fault with a validation error 400 at /do/0/a

  Scenario: An Export That Does Not Fit
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    do:
      - a:
          set: {n: text}
          export:
            as: .n
            schema: {document: {type: integer}}
    """
    When the workflow is executed
    Then the workflow should fault with a validation error 400 at /do/0/a

  Scenario: The Output Of The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: schema, version: 1.0.0}
    output: {schema: {document: {type: array}}}
    do:
      - a: {set: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should fault with a validation error 400
