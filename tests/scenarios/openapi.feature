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
