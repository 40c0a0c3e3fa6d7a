Feature: Secrets
  As an author of workflows
  I want secrets to stay what they are
  So that nobody reads them where they do not belong

  Scenario: A Secret Goes Where The Author Sends It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: https://shop.example/orders
            headers: {Authorization: '${ "Bearer " + $secrets.shop.token }'}
    """
    And given the secret shop is:
    """yaml
    {token: open sesame}
    """
    And the server https://shop.example answers GET /orders with 200 and body:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 1
    """
    And https://shop.example should receive GET /orders with the header 'Authorization': Bearer open sesame

  Scenario: What Is Made Of A Secret Is One
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - a: {set: {made: '${ "Bearer " + $secrets.shop.token }'}}
    """
    And given the secret shop is:
    """yaml
    {token: open sesame}
    """
    When the workflow is executed
    Then the workflow should complete
    And the workflow output should have a 'made' property with value:
    """yaml
    '********'
    """

  Scenario: A Plain Text Is A Secret Too
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [token]}
    do:
      - a: {set: {made: '${ $secrets.token }'}}
    """
    And given the secret token is:
    """yaml
    open sesame
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    made: '********'
    """

  Scenario: A Secret That Comes Back In An Error Is Masked
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: https://shop.example/orders
            headers: {Authorization: '${ $secrets.shop.token }'}
    """
    And given the secret shop is:
    """yaml
    {token: open sesame}
    """
    And the server https://shop.example answers GET /orders with 400 and body:
    """yaml
    {message: 'what is open sesame?'}
    """
    When the workflow is executed
    Then the workflow should fault with a communication error 400 at /do/0/ask
    And the error should name no secret

  Scenario: A Secret May Stand In Every Slot
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - a:
          if: $secrets.shop.user == "ada"
          input: {from: '{user: $secrets.shop.user}'}
          set: {user: '${ .user }', sent: '${ $secrets.shop }'}
          output: {as: '{user, sent, again: $secrets.shop.user}'}
          export: {as: '{user: $secrets.shop.user}'}
      - b:
          switch:
            - ada: {when: $secrets.shop.user == "ada", then: c}
          then: end
      - c: {set: {again: '${ .again }', user: '${ $context.user }', sent: '${ .sent }'}}
    """
    And given the secret shop is:
    """yaml
    {user: ada, pin: 1234}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    again: '********'
    user: '********'
    sent: {user: '********', pin: '********'}
    """

  Scenario: A Secret That Is Not Given
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should fault with an authorization error 403

  Scenario: A Secret That Is Not Declared Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - a: {set: {x: '${ $secrets.shp.token }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:4:18: /do/0/a/set/x: the secret "shp" is not declared; add it to use.secrets; did you mean "shop"?
    """

  Scenario: A Secret Does Not Go Over Plain Http
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: http://shop.example/orders
            headers: {Authorization: '${ $secrets.shop.token }'}
    """
    And given the secret shop is:
    """yaml
    {token: open sesame}
    """
    And the server http://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should fault with a configuration error 400 at /do/0/ask
    And http://shop.example should receive GET /orders 0 times

  Scenario: A Secret Goes Over Plain Http Where The User Allows It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: secret, version: 1.0.0}
    use: {secrets: [shop]}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: http://shop.example/orders
            headers: {Authorization: '${ $secrets.shop.token }'}
    """
    And given the secret shop is:
    """yaml
    {token: open sesame}
    """
    And plain http to shop.example is allowed
    And the server http://shop.example answers GET /orders with 200
    When the workflow is executed
    Then the workflow should complete
    And http://shop.example should receive GET /orders with the header 'Authorization': open sesame
