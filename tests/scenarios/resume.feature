Feature: Going On
  As somebody whose machine may stop at any moment
  I want a run to go on where it was
  So that nothing is done twice and nothing is lost

  Scenario: What Was Done Is Not Done Again
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: resume, version: 1.0.0}
    do:
      - a: {call: http, with: {method: post, endpoint: 'https://h.example/a', body: {n: 1}}}
      - b: {call: http, with: {method: post, endpoint: 'https://h.example/b', body: {from: '${ .id }'}}}
    """
    And the server https://h.example answers POST /a with 200 and body:
    """yaml
    id: 7
    """
    And the server https://h.example answers POST /b with 200 and body:
    """yaml
    done: true
    """
    And the process is killed before /do/1/b began
    When the workflow is started
    And the run is resumed
    Then the workflow should complete with output:
    """yaml
    done: true
    """
    And https://h.example should receive POST /a 1 times
    And https://h.example should receive POST /b with the body '{"from":7}'

  Scenario: What Was Cut Is Not Sent Again
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: resume, version: 1.0.0}
    do:
      - a: {call: http, with: {method: post, endpoint: 'https://h.example/a', body: {n: 1}}}
    """
    And the server https://h.example answers POST /a with 200
    And the process is killed after /do/0/a began
    When the workflow is started
    And the run is resumed
    Then the workflow should fault with a runtime error 500 at /do/0/a
    And https://h.example should receive POST /a 0 times

  Scenario: What Only Looks Is Asked Again
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: resume, version: 1.0.0}
    do:
      - a: {call: http, with: {method: get, endpoint: 'https://h.example/a'}}
    """
    And the server https://h.example answers GET /a with 200 and body:
    """yaml
    id: 7
    """
    And the process is killed before the answer of /do/0/a is kept
    When the workflow is started
    And the run is resumed
    Then the workflow should complete with output:
    """yaml
    id: 7
    """
    And https://h.example should receive GET /a 2 times

  Scenario: A Wait Goes On To Its Old End
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: resume, version: 1.0.0}
    do:
      - pause: {wait: PT1H}
      - a: {call: http, with: {method: get, endpoint: 'https://h.example/a'}}
    """
    And the server https://h.example answers GET /a with 200
    And the process is killed after /do/1/a began
    When the workflow is started
    And the run is resumed
    Then the workflow should complete
    And the run should take PT0S

  Scenario: A Fork Keeps Its Winner
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: resume, version: 1.0.0}
    do:
      - race:
          fork:
            compete: true
            branches:
              - slow: {call: http, with: {method: get, endpoint: 'https://h.example/slow'}}
              - quick: {set: {won: quick}}
      - a: {call: http, with: {method: post, endpoint: 'https://h.example/a', body: '${ .won }'}}
    """
    And the server https://h.example never answers GET /slow
    And the server https://h.example answers POST /a with 200
    And the process is killed before /do/1/a began
    When the workflow is started
    And the run is resumed
    Then the workflow should complete
    And https://h.example should receive POST /a with the body 'quick'

  Scenario: A Used Up Retry Stays Used Up
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: resume, version: 1.0.0}
    do:
      - often:
          try: [{a: {call: http, with: {method: get, endpoint: 'https://h.example/a'}}}]
          catch:
            retry: {delay: PT1S, limit: {attempt: {count: 1}}}
            do: [{b: {call: http, with: {method: get, endpoint: 'https://h.example/b'}}}]
    """
    And the server https://h.example answers GET /a with 503
    And the server https://h.example answers GET /b with 200
    And the process is killed after /do/0/often/catch/do/0/b began
    When the workflow is started
    And the run is resumed
    Then the workflow should complete
    And https://h.example should receive GET /a 2 times
