Feature: Functions
  As an author of workflows
  I want to name a task and call it from many places
  So that it is written once

  Scenario: A Function Is A Task Under A Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        double: {set: {n: '${ .n * 2 }'}}
    do:
      - once: {call: double, with: {n: 4}}
      - twice: {call: double, with: {n: '${ .n }'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 16
    """
    And once should complete with output:
    """yaml
    n: 8
    """

  Scenario: Without Arguments It Takes The Input Of The Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        double: {set: {n: '${ .n * 2 }'}}
    do:
      - once: {call: double}
    """
    And given the workflow input is:
    """yaml
    {n: 4}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 8
    """

  Scenario: A Function May Be A List And Call Others
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        double: {set: {n: '${ .n * 2 }'}}
        doubleTwice:
          do:
            - first: {call: double}
            - second: {call: double}
    do:
      - once: {call: doubleTwice, with: {n: 1}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 4
    """

  Scenario: A Function Has Its Own Data Flow
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        double:
          input: {from: .inner}
          set: {n: '${ .n * 2 }'}
          output: {as: .n}
    do:
      - once: {call: double, with: {inner: {n: 4}}, output: {as: '{result: .}'}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    result: 8
    """

  Scenario: A Fault In A Function Has Its Place There
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        break: {raise: {error: {type: 'https://errors.example/e', status: 500}}}
    do:
      - once: {call: break}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/e
    status: 500
    instance: /use/functions/break
    """

  Scenario: A Function Does Not See The Loop That Calls It
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        show: {set: {x: '${ $item }'}}
    do:
      - each:
          for: {in: '[1]'}
          do:
            - once: {call: show}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:4:25: /use/functions/show/set/x: $item is not known; known are $context, $input, $output, $secrets, $task, $workflow, $runtime, $authorization
    """

  Scenario: A Function That Calls Itself Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    use:
      functions:
        loop: {call: loop}
    do:
      - a: {call: loop}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:4:18: /use/functions/loop/call: the function "loop" calls itself
    """

  Scenario: What Has No Name Anywhere Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: function, version: 1.0.0}
    do:
      - a: {call: gret}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:15: /do/0/a/call: there is no step "gret"; did you mean "Greet"?
    """
