Feature: Numbers
  As an author of workflows
  I want ids and amounts to stay what they are
  So that no record becomes another one

  Scenario: An Integer Of More Than 64 Bits Is Carried Digit For Digit
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - a:
          set:
            written: 9223372036854775808
            below: -00009223372036854775809
            given: ${ .id }
            all: ${ . }
    """
    And given the workflow input is:
    """yaml
    {id: 123456789012345678901234567890, list: [-12345678901234567890]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    written: 9223372036854775808
    below: -9223372036854775809
    given: 123456789012345678901234567890
    all: {id: 123456789012345678901234567890, list: [-12345678901234567890]}
    """

  Scenario: An Answer's Integer Of More Than 64 Bits Is Sent On As It Is
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - ask: {call: http, with: {method: get, endpoint: 'https://shop.example/order'}}
      - tell: {call: http, with: {method: post, endpoint: 'https://shop.example/seen', body: '${ . }'}}
    """
    And given the server https://shop.example answers GET /order with 200 and body:
    """yaml
    {"id": 12345678901234567890, "lines": [-9223372036854775809]}
    """
    And given the server https://shop.example answers POST /seen with 200 and body:
    """yaml
    [18446744073709551616]
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    [18446744073709551616]
    """
    And https://shop.example should receive POST /seen with the body '{"id":12345678901234567890,"lines":[-9223372036854775809]}'

  Scenario: The Digits Stand In Addresses, Queries And Headers
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - ask:
          call: http
          with:
            method: get
            endpoint: https://shop.example/orders/{id}
            query: {after: '${ .id }', any: [-9223372036854775809]}
            headers: {X-Order: '${ .id }'}
    """
    And given the workflow input is:
    """yaml
    {id: 12345678901234567890}
    """
    And given the server https://shop.example answers GET /orders/12345678901234567890?after=12345678901234567890&any=-9223372036854775809 with 200 and body:
    """yaml
    {ok: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    ok: true
    """
    And https://shop.example should receive GET /orders/12345678901234567890?after=12345678901234567890&any=-9223372036854775809 with the header 'X-Order': 12345678901234567890

  Scenario: A Command Is Given The Digits
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - say:
          run:
            shell:
              command: 'printf "%s %s %s" "$1" "$ID" "$(cat)"'
              arguments: ['${ .id }']
              environment: {ID: '${ .id }'}
              stdin: ${ .id }
    """
    And given commands are allowed
    And given the workflow input is:
    """yaml
    {id: 12345678901234567890}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    12345678901234567890 12345678901234567890 12345678901234567890
    """

  Scenario: An Event Has The Digits
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - tell:
          emit:
            event:
              with:
                source: https://shop.example
                type: example.shop.order.placed.v1
                order: ${ .id }
                data: {order: '${ .id }'}
    """
    And given the workflow input is:
    """yaml
    {id: 12345678901234567890}
    """
    When the workflow is executed
    Then the workflow output should have a 'order' property with value:
    """yaml
    12345678901234567890
    """
    And the workflow output should have a 'data' property with value:
    """yaml
    {order: 12345678901234567890}
    """

  Scenario: A Schema Knows It For An Integer
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    input:
      schema:
        document:
          properties: {id: {type: integer, minimum: 9223372036854775808}}
    do:
      - a: {set: '${ . }'}
    """
    And given the workflow input is:
    """yaml
    {id: 9223372036854775807}
    """
    When the workflow is executed
    Then the workflow should fault with a validation error 400

  Scenario: Where A Number Is Used It Has 64 Bits
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - a: {wait: {seconds: 12345678901234567890}}
      - b: {raise: {error: {type: 'https://example.com/e', status: 12345678901234567890}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/wait: wanted a duration (days, hours, minutes, seconds, milliseconds, or ISO 8601 such as PT1M30S), found 12345678901234567890 for "seconds"
    workflow.yaml:4:64: /do/1/b/raise/error/status: wanted an integer, found an integer of more than 64 bits
    """

  Scenario: A Number Beyond All Bounds Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: number, version: 1.0.0}
    do:
      - a: {set: {real: 1e999, bits: 0x10000000000000000}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:21: this number does not fit 64 bits; quote it to make it a string
    """
