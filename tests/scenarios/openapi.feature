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
    workflow.yaml:3:104: /do/0/get/metadata/baseUrl: wanted an http or https address without query and variables, or an expression, found "shop"
    """

  Scenario: An Expression Gives The Base
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - file:
          call: openapi
          with: {document: {endpoint: two.yaml}, operationId: get}
          metadata: {baseUrl: '${ .where }'}
      - fetched:
          call: openapi
          with: {document: {endpoint: 'https://docs.example/three.json'}, operationId: get}
          metadata: {baseUrl: '${ $secrets.shop.baseUrl }'}
          output: {as: '${ [$input.id, .id] }'}
    """
    And given the file two.yaml beside the workflow:
    """yaml
    swagger: '2.0'
    host: elsewhere.example
    paths: {/all: {get: {operationId: get, responses: {'200': {description: All}}}}}
    """
    And given the secret shop is:
    """yaml
    {baseUrl: 'https://shop.example/v3'}
    """
    And given the workflow input is:
    """yaml
    {where: 'https://shop.example/api/'}
    """
    And given the server https://docs.example answers GET /three.json with 200 and body:
    """yaml
    openapi: 3.1.0
    servers: [{url: 'https://elsewhere.example'}]
    paths: {/all: {get: {operationId: get}}}
    """
    And given the server https://shop.example answers GET /api/all with 200 and body:
    """yaml
    {id: 7}
    """
    And the server https://shop.example answers GET /v3/all with 200 and body:
    """yaml
    {id: 8}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    [7, 8]
    """

  Scenario: A Document That A Task Fetched
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - docs: {call: http, with: {method: get, endpoint: 'https://shop.example/docs'}}
      - get:
          call: openapi
          with: {document: '${ . }', operationId: get, parameters: {id: 7}}
          metadata: {baseUrl: 'https://shop.example/api'}
      - text:
          input: {from: '${ {swagger: "2.0", host: "shop.example", paths: {"/api/orders/8": {get: {operationId: "get"}}}} | tojson }'}
          call: openapi
          with: {document: '${ . }', operationId: get}
    """
    And given the server https://shop.example answers GET /docs with 200 and body:
    """yaml
    swagger: '2.0'
    basePath: /elements
    paths:
      /orders/{id}: {get: {operationId: get, parameters: [{name: id, in: path, required: true}]}}
    """
    And the server https://shop.example answers GET /api/orders/7 with 200 and body:
    """yaml
    {id: 7}
    """
    And the server https://shop.example answers GET /api/orders/8 with 200 and body:
    """yaml
    {id: 8}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 8
    """

  Scenario: What An Expression Gives Is No Document Or Has No Address
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - all:
          for: {each: row, in: '${ [[{paths: {}}, null], [7, null], [{swagger: "2.0", paths: {"/": {get: {operationId: "get"}}}}, null], [{openapi: "3.0.0", paths: {"/": {get: {operationId: "get"}}}}, null], [{openapi: "3.0.0", servers: [{url: "/api"}], paths: {"/": {get: {operationId: "get"}}}}, null], [{swagger: "2.0", schemes: ["ws"], paths: {"/": {get: {operationId: "get"}}}}, null], [{swagger: "2.0", paths: {"/": {get: {operationId: "get"}}}}, "shop"], [{swagger: "2.0", paths: {"/": {get: {operationId: "get"}}}}, 7], [{swagger: "2.0", paths: {"/": {get: {operationId: "get"}}}}, "https://h/?a=b"]] }'}
          do:
            - one:
                if: ${ $row[1] == null }
                try:
                  - get: {call: openapi, with: {document: '${ $row[0] }', operationId: get}}
                catch: {do: [{said: {set: '${ {said: (($input.said // []) + [$error.detail])} }'}}]}
            - based:
                if: ${ $row[1] != null }
                try:
                  - get: {call: openapi, with: {document: '${ $row[0] }', operationId: get}, metadata: {baseUrl: '${ $row[1] }'}}
                catch: {do: [{said: {set: '${ {said: (($input.said // []) + [$error.detail])} }'}}]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    said:
      - 'In with/document: this is neither Swagger 2.0 nor OpenAPI 3; wanted "swagger": "2.0" or "openapi": "3.…" in it.'
      - 'In with/document: wanted an OpenAPI document or its text, found an integer.'
      - 'In with/document: it names no "host", and a document that an expression gives has no address of its own; say where it is: metadata: {baseUrl: URL} of the task.'
      - 'In with/document: it names no "servers", and a document that an expression gives has no address of its own; say where it is: metadata: {baseUrl: URL} of the task.'
      - 'In with/document: its server "/api" is relative, and a document that an expression gives has no address of its own; give it a whole one, or say where it is: metadata: {baseUrl: URL} of the task.'
      - 'In with/document: its "schemes" hold neither https nor http; say where it is: metadata: {baseUrl: URL} of the task.'
      - 'In metadata/baseUrl: wanted an http or https address without query and variables, found "shop".'
      - 'In metadata/baseUrl: wanted an http or https address without query and variables, found an integer.'
      - 'In metadata/baseUrl: wanted an http or https address without query and variables, found "https://h/?a=b".'
    """

  Scenario: A Document Is Not Got With Headers From Nowhere
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: openapi, version: 1.0.0}
    do:
      - file:
          try:
            - get: {call: openapi, with: {document: {endpoint: two.yaml}, operationId: get}, metadata: {documentHeaders: {A: b}}}
          catch: {do: [{said: {set: '${ [$error.detail] }'}}]}
      - given:
          try:
            - get: {call: openapi, with: {document: '${ {} }', operationId: get}, metadata: {documentHeaders: {A: b}}}
          catch: {do: [{said: {set: '${ $input + [$error.detail] }'}}]}
      - text:
          try:
            - get: {call: openapi, with: {document: {endpoint: two.yaml}, operationId: get}, metadata: {documentHeaders: '${ 7 }'}}
          catch: {do: [{said: {set: '${ $input + [$error.detail] }'}}]}
      - value:
          try:
            - get: {call: openapi, with: {document: {endpoint: two.yaml}, operationId: get}, metadata: {documentHeaders: {A: [b]}}}
          catch: {do: [{said: {set: '${ $input + [$error.detail] }'}}]}
      - twice:
          try:
            - get: {call: openapi, with: {document: {endpoint: {uri: 'https://shop.example/docs', authentication: {bearer: {token: t}}}}, operationId: get}, metadata: {documentHeaders: {authorization: b}}}
          catch: {do: [{said: {set: '${ $input + [$error.detail] }'}}]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    - 'In metadata/documentHeaders: a file is read without headers; leave them out.'
    - 'In metadata/documentHeaders: an expression gives the document, which is got without headers; leave them out.'
    - 'In metadata/documentHeaders: wanted an object, found an integer.'
    - 'In metadata/documentHeaders/A: wanted a string, a number or a boolean, found an array.'
    - "In metadata/documentHeaders: the document's authentication makes the header Authorization, and it is given beside it. Take one of the two away."
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
