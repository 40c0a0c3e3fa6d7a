Feature: Switch Task
  As an author of workflows
  I want a switch to choose where a workflow goes
  So that cases are readable

  Scenario: The First Case That Matches Wins
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - big: {when: .n > 10, then: big}
            - positive: {when: .n > 0, then: positive}
      - big: {set: {is: big}, then: end}
      - positive: {set: {is: positive}, then: end}
    """
    And given the workflow input is:
    """yaml
    {n: 50}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    is: big
    """
    And choose should run first
    And big should run last

  Scenario: The Default Is Taken Last Wherever It Stands
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - other: {then: other}
            - positive: {when: .n > 0, then: positive}
      - other: {set: {is: other}, then: end}
      - positive: {set: {is: positive}, then: end}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    is: positive
    """

  Scenario: Without A Match The Next Task Follows
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - positive: {when: .n > 0, then: end}
      - next: {set: {n: '${ .n - 1 }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 0}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: -1
    """

  Scenario: Without A Match Its Own Then Is Followed
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - positive: {when: .n > 0, then: next}
          then: last
      - next: {set: {is: next}, then: end}
      - last: {set: {is: last}}
    """
    And given the workflow input is:
    """yaml
    {n: 0}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    is: last
    """

  Scenario: A Case May Continue And End And Exit
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - list:
          do:
            - first:
                switch:
                  - always: {when: 'true', then: continue}
            - second:
                switch:
                  - always: {when: 'true', then: exit}
            - never: {set: {x: never}}
      - third:
          switch:
            - always: {when: 'true', then: end}
      - neither: {set: {x: never}}
    """
    And given the workflow input is:
    """yaml
    {x: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    x: 1
    """
    And second should run after first
    And third should run last

  Scenario: A Switch Hands Its Input On
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          input: {from: .inner}
          switch:
            - one: {when: .n == 1, then: continue}
    """
    And given the workflow input is:
    """yaml
    {inner: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 1
    """

  Scenario: A Condition That Fails Faults The Switch
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - first: {when: .n > 0, then: end}
            - second: {when: '.n | keys | length > 0', then: end}
    """
    And given the workflow input is:
    """yaml
    {n: -1}
    """
    When the workflow is executed
    Then the workflow should fault with an expression error 400 at /do/0/choose

  Scenario: A Second Default Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - a: {then: end}
            - b: {then: exit}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:6:14: /do/0/choose/switch/1/b: a second case without "when"; only one can be the default
    """

  Scenario: A Case Without Then Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: switch, version: 1.0.0}
    do:
      - choose:
          switch:
            - a: {when: 'true'}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:5:14: /do/0/choose/switch/0/a: a case needs "then"
    """
