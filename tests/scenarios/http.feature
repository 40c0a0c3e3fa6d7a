Feature: HTTP Calls
  As an author of workflows
  I want to speak to services over HTTP
  So that a workflow does something in the world

  Scenario: The Endpoint Is A Template
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/{kind}/{id}'}}
    """
    And given the workflow input is:
    """yaml
    {kind: pet shops, id: 7}
    """
    And given the server https://shop.example answers GET /pet%20shops/7 with 200 and body:
    """yaml
    {ok: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    ok: true
    """

  Scenario: The Endpoint Is An Expression
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: '${ "https://shop.example/orders/\(.id)" }'}}
    """
    And given the workflow input is:
    """yaml
    {id: 7}
    """
    And given the server https://shop.example answers GET /orders/7 with 200 and body:
    """yaml
    {ok: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    ok: true
    """

  Scenario: The Endpoint Is An Object
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: {uri: 'https://shop.example/orders/{id}'}}}
    """
    And given the workflow input is:
    """yaml
    {id: 7}
    """
    And given the server https://shop.example answers GET /orders/7 with 200 and body:
    """yaml
    {ok: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    ok: true
    """

  Scenario: Query
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: https://shop.example/orders?sort=up
            query: {status: '${ .status }', page: 2, tag: [a, b], none: null}
    """
    And given the workflow input is:
    """yaml
    {status: to pay}
    """
    And given the server https://shop.example answers GET /orders?sort=up&status=to%20pay&page=2&tag=a&tag=b with 200 and body:
    """yaml
    {ok: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    ok: true
    """

  Scenario: Headers
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: https://shop.example/orders
            headers: {X-Shop: '${ .shop }', X-Number: 5}
    """
    And given the workflow input is:
    """yaml
    {shop: small}
    """
    And given the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And https://shop.example should receive GET /orders with the header 'X-Shop': small
    And https://shop.example should receive GET /orders with the header 'X-Number': 5

  Scenario: A Body Of JSON
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - order:
          call: http
          with:
            method: post
            endpoint: https://shop.example/orders
            body: {item: '${ .item }', count: 2}
    """
    And given the workflow input is:
    """yaml
    {item: tea}
    """
    And given the server https://shop.example answers POST /orders with 201 and body:
    """yaml
    {id: 7}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 7
    """
    And https://shop.example should receive POST /orders with the body '{"item":"tea","count":2}'
    And https://shop.example should receive POST /orders with the header 'Content-Type': application/json

  Scenario: A Body Of Text
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - order:
          call: http
          with:
            method: put
            endpoint: https://shop.example/notes/1
            headers: {Content-Type: text/markdown}
            body: '# Tea'
    """
    And given the server https://shop.example answers PUT /notes/1 with 200
    When the workflow is executed
    Then the workflow should complete
    And https://shop.example should receive PUT /notes/1 with the body '# Tea'
    And https://shop.example should receive PUT /notes/1 with the header 'Content-Type': text/markdown

  # The language's text fills in an empty string. Tenon does not: DELETE /orders/ is another request.
  Scenario: A Member That The Template Lacks
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: delete, endpoint: 'https://shop.example/orders/{id}'}}
    """
    And given the server https://shop.example answers DELETE /orders/ with 200
    And given the workflow input is:
    """yaml
    {name: x}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://open-workflow-specification.org/spec/1.0.0/errors/validation
    status: 400
    title: invalid URI template
    detail: 'In with/endpoint: {id} has no value: the task''s input has no "id". An address without that part is another one. Nothing was sent.'
    instance: /do/0/ask
    """
    And https://shop.example should receive DELETE /orders/ 0 times

  Scenario: A Value That Leads Elsewhere
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: delete, endpoint: 'https://shop.example/orders/{id}'}}
    """
    And given the workflow input is:
    """yaml
    {id: '..'}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://open-workflow-specification.org/spec/1.0.0/errors/validation
    status: 400
    title: invalid URI template
    detail: 'In with/endpoint: the value of {id} makes ".." of its segment of the path, which leads to another address. Nothing was sent.'
    instance: /do/0/ask
    """

  Scenario: An Expression Inside A Longer Endpoint Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: delete, endpoint: 'http://shop.example/pets/${ .id }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:56: /do/0/ask/with/endpoint: "${" inside a longer text is no expression; write the whole as one: ${ "http://shop.example/pets/\(.id)" }
    """

  Scenario: An Expression Inside A Longer Method Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - a: {call: http, with: {method: 'g${ .m }', endpoint: 'http://shop.example/'}}
      - b: {call: http, with: {method: '${ .m }T', endpoint: 'http://shop.example/'}}
      - c: {call: http, with: {method: 'g${ .m', endpoint: 'http://shop.example/'}}
      - d: {call: http, with: {method: '${ .m', endpoint: 'http://shop.example/'}}
      - e: {call: openapi, with: {document: {endpoint: shop.yaml}, operationId: 'get${ .what }'}}
      - f: {emit: {event: {with: {type: t, source: 'https://e/${ .x }', dataschema: 'https://e/${ .y }'}}}}
      - g: {call: http, with: {method: ' ${ .m } ', endpoint: 'http://shop.example/'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:36: /do/0/a/with/method: "${" inside a longer text is no expression; write the whole as one: ${ "g\(.m)" }
    workflow.yaml:4:36: /do/1/b/with/method: "${" inside a longer text is no expression; write the whole as one: ${ "\(.m)T" }
    workflow.yaml:5:36: /do/2/c/with/method: "${" inside a longer text is no expression; write the whole as one: ${ "… \( .x ) …" }
    workflow.yaml:6:36: /do/3/d/with/method: "${" without "}" at the end; an expression is the whole text: ${ … }
    workflow.yaml:7:77: /do/4/e/with/operationId: "${" inside a longer text is no expression; write the whole as one: ${ "get\(.what)" }
    workflow.yaml:8:48: /do/5/f/emit/event/with/source: "${" inside a longer text is no expression; write the whole as one: ${ "https://e/\(.x)" }
    workflow.yaml:8:81: /do/5/f/emit/event/with/dataschema: "${" inside a longer text is no expression; write the whole as one: ${ "https://e/\(.y)" }
    """

  Scenario: Another Form Of A Template Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: delete, endpoint: 'http://shop.example/pets/{ id }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:56: /do/0/ask/with/endpoint: "{ id }" is no variable of a URI; write {id}
    """

  Scenario: A Query Beside A Fragment
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/e#section', query: {y: 2}}}
    """
    And given the server https://shop.example answers GET /e?y=2 with 200 and body:
    """yaml
    {ok: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    ok: true
    """

  Scenario: Without An Endpoint It Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: http, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:29: /do/0/ask/with: "with" of call: http needs "endpoint"
    """
