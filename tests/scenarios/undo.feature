Feature: Undoing
  As somebody whose runs make things that cost money
  I want what was made to be taken back when the run comes to nothing
  So that nothing is left that nobody knows of

  Scenario: The Last Is Undone First
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: undo, version: 1.0.0}
    do:
      - a:
          call: http
          with: {method: post, endpoint: 'https://h.example/a'}
          metadata: {undo: [{deleteA: {call: http, with: {method: delete, endpoint: 'https://h.example/a'}}}]}
      - b:
          call: http
          with: {method: post, endpoint: 'https://h.example/b'}
          metadata: {undo: [{deleteB: {call: http, with: {method: delete, endpoint: 'https://h.example/b'}}}]}
      - c: {call: http, with: {method: get, endpoint: 'https://h.example/c'}}
    """
    And the server https://h.example answers POST /a with 200
    And the server https://h.example answers POST /b with 200
    And the server https://h.example answers GET /c with 404
    And the server https://h.example answers DELETE /a with 200
    And the server https://h.example answers DELETE /b with 200
    When the workflow is started
    Then the workflow should fault with a communication error 404 at /do/2/c
    And deleteB should run before deleteA
    And https://h.example should receive DELETE /a 1 times

  Scenario: It Knows What Was Made And Why
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: undo, version: 1.0.0}
    do:
      - a:
          call: http
          with: {method: post, endpoint: 'https://h.example/a'}
          output: {as: '${ {other: 1} }'}
          metadata:
            undo:
              - gone: {call: http, with: {method: put, endpoint: 'https://h.example/gone', body: {id: '${ .id }', status: '${ $error.status }'}}}
      - c: {call: http, with: {method: get, endpoint: 'https://h.example/c'}}
    """
    And the server https://h.example answers POST /a with 200 and body:
    """yaml
    id: 7
    """
    And the server https://h.example answers GET /c with 404
    And the server https://h.example answers PUT /gone with 200
    When the workflow is started
    Then the workflow should fault with a communication error 404 at /do/1/c
    And https://h.example should receive PUT /gone with the body '{"id":7,"status":404}'

  Scenario: One That Faults Holds Up No Other
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: undo, version: 1.0.0}
    do:
      - a:
          call: http
          with: {method: post, endpoint: 'https://h.example/a'}
          metadata: {undo: [{gone: {call: http, with: {method: delete, endpoint: 'https://h.example/a'}}}]}
      - b:
          call: http
          with: {method: post, endpoint: 'https://h.example/b'}
          metadata: {undo: [{gone: {call: http, with: {method: delete, endpoint: 'https://h.example/b'}}}]}
      - c: {call: http, with: {method: get, endpoint: 'https://h.example/c'}}
    """
    And the server https://h.example answers POST /a with 200
    And the server https://h.example answers POST /b with 200
    And the server https://h.example answers GET /c with 404
    And the server https://h.example answers DELETE /a with 200
    And the server https://h.example answers DELETE /b with 409
    When the workflow is started
    Then the workflow should fault with a communication error 404 at /do/2/c
    And https://h.example should receive DELETE /a 1 times

  Scenario: Of A List
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: undo, version: 1.0.0}
    do:
      - both:
          do:
            - a:
                call: http
                with: {method: post, endpoint: 'https://h.example/a'}
                metadata: {undo: [{gone: {call: http, with: {method: delete, endpoint: 'https://h.example/a'}}}]}
          metadata: {undo: [{gone: {call: http, with: {method: delete, endpoint: 'https://h.example/both'}}}]}
      - c: {call: http, with: {method: get, endpoint: 'https://h.example/c'}}
    """
    And the server https://h.example answers POST /a with 200
    And the server https://h.example answers GET /c with 404
    And the server https://h.example answers DELETE /a with 200
    And the server https://h.example answers DELETE /both with 200
    When the workflow is started
    Then the workflow should fault with a communication error 404 at /do/1/c
    And https://h.example should receive DELETE /both 1 times
    And https://h.example should receive DELETE /a 0 times

  Scenario: In The Next Life
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: undo, version: 1.0.0}
    do:
      - a:
          call: http
          with: {method: post, endpoint: 'https://h.example/a'}
          metadata: {undo: [{gone: {call: http, with: {method: delete, endpoint: 'https://h.example/a'}}}]}
      - c: {call: http, with: {method: get, endpoint: 'https://h.example/c'}}
    """
    And the server https://h.example answers POST /a with 200
    And the server https://h.example answers GET /c with 404
    And the server https://h.example answers DELETE /a with 200
    And the process is killed before /do/0/a/@undo/0/gone began
    When the workflow is started
    And the run is resumed
    Then the workflow should fault with a communication error 404 at /do/1/c
    And https://h.example should receive POST /a 1 times
    And https://h.example should receive DELETE /a 1 times

  Scenario: What The Loser Of A Race Made
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: undo, version: 1.0.0}
    do:
      - race:
          fork:
            compete: true
            branches:
              - slow:
                  do:
                    - a:
                        call: http
                        with: {method: post, endpoint: 'https://h.example/a'}
                        metadata: {undo: [{gone: {call: http, with: {method: delete, endpoint: 'https://h.example/a'}}}]}
                    - rest: {wait: PT1H}
              - quick: {wait: PT1M}
      - c: {call: http, with: {method: get, endpoint: 'https://h.example/c'}}
    """
    And the server https://h.example answers POST /a with 200
    And the server https://h.example answers DELETE /a with 200
    And the server https://h.example answers GET /c with 200
    And given the clock is manual
    When the workflow is started
    And 2 tasks wait
    And the clock advances by PT1M
    Then the workflow should complete
    And gone should run before c
    And https://h.example should receive DELETE /a 1 times
