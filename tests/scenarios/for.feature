Feature: For Task
  As an author of workflows
  I want to do the same for each item of an array
  So that lists of any length can be worked on

  Scenario: Item And Index Have Names By Default
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: .items}
          do:
            - add: {set: {out: '${ (.out // []) + ["\($index)\($item)"] }'}}
    """
    And given the workflow input is:
    """yaml
    {items: [a, b]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    out: [0a, 1b]
    """
    And add should run 2 times

  Scenario: Item And Index Have Names Of My Own
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {each: pet, in: .pets, at: number}
          do:
            - add: {set: {out: '${ (.out // []) + ["\($number)\($pet.name)"] }'}}
    """
    And given the workflow input is:
    """yaml
    {pets: [{name: Milou}, {name: Idefix}]}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    out: [0Milou, 1Idefix]
    """

  Scenario: Over An Array In The Manifest
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: [1, '${ .two }', 3]}
          do:
            - add: {set: {two: '${ .two }', sum: '${ (.sum // 0) + $item }'}}
    """
    And given the workflow input is:
    """yaml
    {two: 2}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    two: 2
    sum: 6
    """

  Scenario: An Iteration Takes The Output Of The One Before
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: '[1, 2, 3]'}
          do:
            - double: {set: {n: '${ .n * 2 }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 1}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 8
    """

  Scenario: Over Nothing
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: .items}
          do:
            - never: {set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {kept: true}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    kept: true
    """
    And never should not run
    And each should complete

  Scenario: Over An Empty Array
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: .items}
          do:
            - never: {set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {items: []}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    items: []
    """
    And never should not run

  Scenario: Over What Is No Array
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: .items}
          do:
            - never: {set: {x: 1}}
    """
    And given the workflow input is:
    """yaml
    {items: text}
    """
    When the workflow is executed
    Then the workflow should fault with an expression error 400 at /do/0/each
    And never should not run

  Scenario: For Inside For
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - rows:
          for: {each: row, in: .rows}
          do:
            - cells:
                for: {each: cell, in: $row, at: column}
                do:
                  - add: {set: {rows: '${ .rows }', out: '${ (.out // []) + ["\($index).\($column)=\($cell)"] }'}}
    """
    And given the workflow input is:
    """yaml
    {rows: [[a, b], [c]]}
    """
    When the workflow is executed
    Then the workflow should complete
    And the workflow output should have a 'out' property with value:
    """yaml
    [0.0=a, 0.1=b, 1.0=c]
    """

  # The scope of `exit` is the list that it stands in, which begins anew with the next item.
  Scenario: Exit Ends One Iteration
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: '[1, 2, 3]'}
          do:
            - odd:
                switch:
                  - odd: {when: $item % 2 == 1, then: exit}
            - add: {set: {out: '${ (.out // []) + [$item] }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    out: [2]
    """

  Scenario: End Ends The Workflow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: '[1, 2, 3]'}
          do:
            - add: {set: {n: '${ $item }'}}
            - enough:
                switch:
                  - two: {when: $item == 2, then: end}
      - never: {set: {n: 100}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 2
    """
    And add should run 2 times
    And never should not run

  Scenario: Exports Reach The Next Iteration
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: '[1, 2, 3]'}
          do:
            - add:
                set: {n: '${ $item }'}
                export: {as: '{sum: (($context.sum // 0) + .n)}'}
      - show: {set: {sum: '${ $context.sum }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    sum: 6
    """

  Scenario: A Fault In One Iteration Ends The Loop
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {in: '[1, 2, 3]'}
          do:
            - break:
                if: $item == 2
                raise: {error: {type: 'https://errors.example/two', status: 500}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/two
    status: 500
    detail: It came in round 2 of 3 of "each".
    instance: /do/0/each/do/0/break
    """
    And break should run 1 time

  Scenario: A Fault Says The Rounds Of All Loops Round It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - rows:
          for: {each: row, in: '[[1, 2], [3]]'}
          do:
            - cells:
                for: {each: cell, in: $row}
                do:
                  - break:
                      if: $cell == 3
                      raise: {error: {type: 'https://errors.example/three', status: 500, detail: No room}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/three
    status: 500
    detail: No room. It came in round 1 of 1 of "cells". It came in round 2 of 2 of "rows".
    instance: /do/0/rows/do/0/cells/do/0/break
    """

  Scenario: The Item Is Known Inside Only
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: for, version: 1.0.0}
    do:
      - each:
          for: {each: pet, in: '[1]'}
          do:
            - add: {set: {x: '${ $pet }'}}
      - after: {set: {x: '${ $pet }'}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:7:26: /do/1/after/set/x: $pet is not known; known are $context, $input, $output, $secrets, $task, $workflow, $runtime, $authorization
    """
