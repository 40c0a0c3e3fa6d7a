Feature: Authentication
  As an author of workflows
  I want to say who asks
  So that services know

  Scenario: Basic
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: authentication, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint:
              uri: https://shop.example/orders
              authentication: {basic: {username: '${ $secrets.shop.user }', password: '${ $secrets.shop.password }'}}
    """
    And given the secret shop is:
    """yaml
    {user: ada, password: open sesame}
    """
    And the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And https://shop.example should receive GET /orders with the header 'Authorization': Basic YWRhOm9wZW4gc2VzYW1l
    And the error should name no secret

  Scenario: Bearer
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: authentication, version: 1.0.0}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint:
              uri: https://shop.example/orders
              authentication: {bearer: {token: '${ .token }'}}
    """
    And given the workflow input is:
    """yaml
    {token: abc}
    """
    And given the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And https://shop.example should receive GET /orders with the header 'Authorization': Bearer abc

  Scenario: By A Secret
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: authentication, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint:
              uri: https://shop.example/orders
              authentication: {basic: {use: shop}}
    """
    And given the secret shop is:
    """yaml
    {username: ada, password: open sesame}
    """
    And the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And https://shop.example should receive GET /orders with the header 'Authorization': Basic YWRhOm9wZW4gc2VzYW1l

  Scenario: By Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: authentication, version: 1.0.0}
    use:
      authentications:
        shop: {bearer: {token: abc}}
    do:
      - ask:
          call: http
          with: {method: get, endpoint: {uri: 'https://shop.example/orders', authentication: {use: shop}}}
    """
    And given the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And https://shop.example should receive GET /orders with the header 'Authorization': Bearer abc

  Scenario: OAuth2 With Client Credentials
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: authentication, version: 1.0.0}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint:
              uri: https://shop.example/orders
              authentication:
                oauth2:
                  authority: https://login.example
                  grant: client_credentials
                  client: {id: tenon, secret: open sesame}
    """
    And given the server https://login.example answers POST /oauth2/token with 200 and body:
    """yaml
    {access_token: abc, token_type: Bearer, expires_in: 60}
    """
    And the server https://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And https://login.example should receive POST /oauth2/token 1 time
    And https://shop.example should receive GET /orders with the header 'Authorization': Bearer abc
