Feature: Steps of Plugins
  As an author of workflows
  I want to call the steps of plugins by their names
  So that code does what the language cannot

  Scenario: By Name
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    do:
      - greet: {call: Greet, with: {name: Ada}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: Hello, Ada!
    """

  Scenario: By Name And Version And Catalog
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    do:
      - greet: {call: 'Greet:1.0.0@default', with: {name: '${ .name }', greeting: Welcome}}
    """
    And given the workflow input is:
    """yaml
    {name: Ada}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: Welcome, Ada!
    """

  Scenario: By The Alias In Lower Case
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    do:
      - greet: {call: greet, with: {name: Ada}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: Hello, Ada!
    """

  Scenario: A Function Of That Name Comes First
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    use:
      functions:
        Greet: {set: {text: mine}}
    do:
      - greet: {call: Greet, with: {name: Ada}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    text: mine
    """

  Scenario: Another Version Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    do:
      - greet: {call: 'Greet:2.0.0', with: {name: Ada}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:19: /do/0/greet/call: wanted version 2.0.0 of Greet, found 1.0.0
    """

  Scenario: Another Catalog Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    do:
      - greet: {call: 'Greet:1.0.0@theirs', with: {name: Ada}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:19: /do/0/greet/call: there is no catalog "theirs"; the steps of the plugins are in "default"
    """

  Scenario: Inputs Are Checked When The Manifest Is Loaded
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: step, version: 1.0.0}
    do:
      - greet: {call: Greet, with: {nam: Ada}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:32: /do/0/greet/with: Greet needs the input "name"
    workflow.yaml:3:33: /do/0/greet/with/nam: "nam" is no input of Greet; did you mean "name"?
    """
