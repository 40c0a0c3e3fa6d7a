Feature: OpenAPI Calls
  As an author of workflows
  I want to call an operation by its name
  So that its description says how

  Scenario: An Operation By Its Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - get:
          call: openapi
          with:
            document: {endpoint: 'https://shop.example/openapi.json'}
            operationId: getOrder
            parameters: {id: 7, full: true}
    """
    And given the server https://shop.example answers GET /openapi.json with 200 and body:
    """yaml
    openapi: 3.0.3
    info: {title: A shop, version: 1.0.0}
    servers: [{url: 'https://shop.example/api'}]
    paths:
      /orders/{id}:
        get:
          operationId: getOrder
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer}}
            - {name: full, in: query, schema: {type: boolean}}
          responses: {'200': {description: The order}}
    """
    And the server https://shop.example answers GET /api/orders/7?full=true with 200 and body:
    """yaml
    {id: 7}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 7
    """

  Scenario: A Document In A File Beside The Manifest
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - get:
          call: openapi
          with: {document: {endpoint: shop.yaml}, operationId: getOrder, parameters: {id: 7}}
    """
    And given the file shop.yaml beside the workflow:
    """yaml
    openapi: 3.1.0
    info: {title: A shop, version: 1.0.0}
    servers: [{url: 'https://shop.example/api'}]
    paths:
      /orders/{id}:
        get:
          operationId: getOrder
          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
          responses: {'200': {description: The order}}
    """
    And given the server https://shop.example answers GET /api/orders/7 with 200 and body:
    """yaml
    {id: 7}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 7
    """

  Scenario: A File Has No Address That A Server Could Be Relative To
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - three:
          try:
            - get: {call: openapi, with: {document: {endpoint: three.yaml}, operationId: get}}
          catch: {do: [{said: {set: {three: '${ $error.detail }'}}}]}
      - two:
          try:
            - get: {call: openapi, with: {document: {endpoint: two.yaml}, operationId: get}}
          catch: {do: [{said: {set: {two: '${ $error.detail }'}}}]}
          output: {as: '${ $input + . }'}
    """
    And given the file three.yaml beside the workflow:
    """yaml
    openapi: 3.1.0
    info: {title: A shop, version: 1.0.0}
    servers: [{url: /api}]
    paths: {/: {get: {operationId: get, responses: {'200': {description: All}}}}}
    """
    And given the file two.yaml beside the workflow:
    """yaml
    swagger: '2.0'
    info: {title: A shop, version: 1.0.0}
    paths: {/: {get: {operationId: get, responses: {'200': {description: All}}}}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    three: 'In with/document: three.yaml: its server "/api" is relative, and a file has no address of its own; give it a whole one, or say where it is: metadata: {baseUrl: URL} of the task.'
    two: 'In with/document: two.yaml: it names no "host", and a file has no address of its own; say where it is: metadata: {baseUrl: URL} of the task.'
    """

  Scenario: The Manifest Names The Base
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - get:
          call: openapi
          with: {document: {endpoint: two.yaml}, operationId: get}
          metadata: {baseUrl: 'https://shop.example/api/'}
    """
    And given the file two.yaml beside the workflow:
    """yaml
    swagger: '2.0'
    info: {title: A shop, version: 1.0.0}
    paths: {/all: {get: {operationId: get, responses: {'200': {description: All}}}}}
    """
    And given the server https://shop.example answers GET /api/all with 200 and body:
    """yaml
    {id: 7}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 7
    """

  Scenario: A Base That Is None Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - get: {call: openapi, with: {document: {endpoint: two.yaml}, operationId: get}, metadata: {baseUrl: shop}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:104: /do/0/get/metadata/baseUrl: wanted an http or https address without query and variables, found "shop"
    """

  Scenario: A Part Of The Path Is Never Empty
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - remove:
          call: openapi
          with: {document: {endpoint: shop.yaml}, operationId: remove, parameters: {id: ''}}
    """
    And given the file shop.yaml beside the workflow:
    """yaml
    openapi: 3.1.0
    info: {title: A shop, version: 1.0.0}
    servers: [{url: 'https://shop.example'}]
    paths:
      /users/{id}:
        delete: {operationId: remove, parameters: [{name: id, in: path, required: true}]}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://open-workflow-specification.org/spec/1.0.0/errors/validation
    status: 400
    title: invalid parameter
    detail: 'In with/parameters/id: it is a part of the path, and empty. An address without that part is another one. Nothing was sent.'
    instance: /do/0/remove
    """

  Scenario: A Document That Is Not There
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - get: {call: openapi, with: {document: {endpoint: shop.yaml}, operationId: get}}
    """
    When the workflow is executed
    Then the workflow should fault with a configuration error 400 at /do/0/get

  Scenario: A File Is Read Without Authentication
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - get:
          call: openapi
          with:
            document: {endpoint: {uri: '${ "shop.yaml" }', authentication: {bearer: {token: t}}}}
            operationId: get
    """
    And given the file shop.yaml beside the workflow:
    """yaml
    openapi: 3.1.0
    """
    When the workflow is executed
    Then the workflow should fault with a configuration error 400 at /do/0/get

  Scenario: A Secret That Is No Address Is Not Shown
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    use: {secrets: [place]}
    do:
      - get: {call: openapi, with: {document: {endpoint: '${ $secrets.place }'}, operationId: get}}
    """
    And given the secret place is:
    """yaml
    /etc/shop.yaml
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://open-workflow-specification.org/spec/1.0.0/errors/validation
    status: 400
    title: invalid request
    detail: "In with/document/endpoint: wanted an http or https address, or a file in the manifest's folder, found a secret."
    instance: /do/0/get
    """

  Scenario: A Document That Is A File Takes No Authentication
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - ask:
          call: openapi
          with:
            document: {endpoint: {uri: api.yaml, authentication: {bearer: {token: t}}}}
            operationId: list
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:6:62: /do/0/ask/with/document/endpoint/authentication: a file is read without authentication; leave it out
    """
