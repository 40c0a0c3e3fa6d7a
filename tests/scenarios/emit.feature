Feature: Emit Task
  As an author of workflows
  I want to tell others what happened
  So that they need not ask

  Scenario: All That An Event Has
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: emit, version: 1.0.0}
    do:
      - tell:
          emit:
            event:
              with:
                source: https://shop.example
                type: example.shop.order.placed.v1
                subject: ${ .order }
                data: {order: '${ .order }'}
    """
    And given the workflow input is:
    """yaml
    {order: '7'}
    """
    When the workflow is executed
    Then the workflow should complete
    And the workflow output should have properties 'id', 'specversion', 'time', 'source', 'type', 'subject', 'data'
    And the workflow output should have a 'subject' property with value:
    """yaml
    '7'
    """
    And the workflow output should have a 'data' property with value:
    """yaml
    order: '7'
    """

  Scenario: An Id And A Time Of My Own
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: emit, version: 1.0.0}
    do:
      - tell:
          emit:
            event:
              with:
                id: order-7
                time: 2026-01-02T03:04:05Z
                source: https://shop.example
                type: example.shop.order.placed.v1
    """
    When the workflow is executed
    Then the workflow should complete
    And the workflow output should have an 'id' property with value:
    """yaml
    order-7
    """
