Feature: Answers Over HTTP
  As an author of workflows
  I want to know what an answer becomes
  So that the next task can use it

  Scenario: Get With Content
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders/7'}}
    """
    And given the server https://shop.example answers GET /orders/7 with 200 and body:
    """yaml
    {id: 7, items: [a, b]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    id: 7
    items: [a, b]
    """

  Scenario: What Is Not JSON Is A Text
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/hello'}}
    """
    And given the server https://shop.example answers GET /hello with 200, Content-Type: text/plain and body:
    """
    Good morning
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    Good morning
    """

  Scenario: Raw Is Base64
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/hello', output: raw}}
    """
    And given the server https://shop.example answers GET /hello with 200, Content-Type: text/plain and body:
    """
    Good morning
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    R29vZCBtb3JuaW5n
    """

  Scenario: The Whole Response
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders/7', output: response}}
    """
    And given the server https://shop.example answers GET /orders/7 with 201, X-Shop: small and body:
    """yaml
    {id: 7}
    """
    When the workflow is executed
    Then the workflow should complete
    And the workflow output should have properties 'request', 'headers', 'statusCode', 'content'
    And the workflow output should have a 'request.method' property with value:
    """yaml
    GET
    """
    And the workflow output should have a 'request.uri' property with value:
    """yaml
    https://shop.example/orders/7
    """
    And the workflow output should have a 'statusCode' property with value:
    """yaml
    201
    """
    And the workflow output should have a 'content' property with value:
    """yaml
    {id: 7}
    """
    And the workflow output should have a 'headers.x-shop' property with value:
    """yaml
    small
    """

  Scenario: An Empty Answer
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: delete, endpoint: 'https://shop.example/orders/7'}}
    """
    And given the server https://shop.example answers DELETE /orders/7 with 204, Content-Type: application/json
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    null
    """

  Scenario: A Fault Has The Status Of The Answer
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders/7'}}
    """
    And given the server https://shop.example answers GET /orders/7 with 404 and body:
    """yaml
    {message: no such order}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://open-workflow-specification.org/spec/1.0.0/errors/communication
    status: 404
    title: HTTP status 404
    detail: 'GET https://shop.example/orders/7 was answered with 404 Not Found: {"message":"no such order"}'
    instance: /do/0/ask
    """

  Scenario: A Server Fault
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders'}}
    """
    And given the server https://shop.example answers GET /orders with 503
    When the workflow is executed
    Then the workflow should fault with a communication error 503 at /do/0/ask

  Scenario: Who Is Not Known
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders'}}
    """
    And given the server https://shop.example answers GET /orders with 401
    When the workflow is executed
    Then the workflow should fault with an authentication error 401 at /do/0/ask

  Scenario: Who May Not
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders'}}
    """
    And given the server https://shop.example answers GET /orders with 403
    When the workflow is executed
    Then the workflow should fault with an authorization error 403 at /do/0/ask

  # The text has every status outside 200 to 299 raise an error.
  Scenario: A Redirect Is A Fault
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/old'}}
    """
    And given the server https://shop.example answers GET /old with 302, Location: /new
    When the workflow is executed
    Then the workflow should fault with a communication error 302 at /do/0/ask

  Scenario: With Redirect A Redirect Is An Answer
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/old', redirect: true, output: response}}
    """
    And given the server https://shop.example answers GET /old with 302, Location: /new
    When the workflow is executed
    Then the workflow should complete
    And the workflow output should have a 'statusCode' property with value:
    """yaml
    302
    """
    And the workflow output should have a 'headers.location' property with value:
    """yaml
    /new
    """

  Scenario: A Server That Is Not There
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'http://127.0.0.1:1/'}}
    """
    When the workflow is executed
    Then the workflow should fault with a communication error 500 at /do/0/ask

  Scenario: A Certificate That Nobody Signed
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders'}}
    """
    And given the server https://shop.example has a certificate that nobody trusts
    When the workflow is executed
    Then the workflow should fault with a communication error 500 at /do/0/ask
    And https://shop.example should receive GET /orders 0 times

  Scenario: An Answer That Is Not What It Says
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/orders'}}
    """
    And given the server https://shop.example answers GET /orders with 200, Content-Type: application/json and body:
    """yaml
    no json at all
    """
    When the workflow is executed
    Then the workflow should fault with a communication error 500 at /do/0/ask

  Scenario: An Output That Is None Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: answer, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/', output: json}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:86: /do/0/ask/with/output: wanted content, raw or response, found "json"
    """
