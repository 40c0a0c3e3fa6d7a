Feature: Workflows And Commands That a Task Runs
  As an author of workflows
  I want to run what there is already
  So that I need not write it twice

  Scenario: The Workflow Beside This One
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - double: {run: {workflow: {namespace: scenarios, name: double, version: 1.0.0, input: {n: '${ .n }'}}}}
    """
    And given the file double.yaml beside the workflow:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: double, version: 1.0.0}
    do:
      - twice: {set: {n: '${ .n * 2 }'}}
    """
    And given the workflow input is:
    """yaml
    {n: 21}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    n: 42
    """

  Scenario: The Highest Version Is The Latest
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - ask: {run: {workflow: {namespace: scenarios, name: asked, version: latest}}}
    """
    And given the file a.yaml beside the workflow:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: asked, version: 1.10.0}
    do: [{say: {set: {version: 1.10.0}}}]
    """
    And given the file b.yaml beside the workflow:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: asked, version: 1.9.0}
    do: [{say: {set: {version: 1.9.0}}}]
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    version: 1.10.0
    """

  Scenario: An Error Of The Workflow Beside Names Both Places
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - ask: {run: {workflow: {namespace: scenarios, name: asked, version: 1.0.0}}}
    """
    And given the file a.yaml beside the workflow:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: asked, version: 1.0.0}
    do:
      - break: {raise: {error: {type: 'https://errors.example/broken', status: 418, title: Broken}}}
    """
    When the workflow is executed
    Then the workflow should fault with error:
    """yaml
    type: https://errors.example/broken
    status: 418
    title: Broken
    instance: /do/0/ask/run/do/0/break
    """

  Scenario: A Workflow That Is Not There Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - ask: {run: {workflow: {namespace: scenarios, name: rum, version: 1.0.0}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:27: /do/0/ask/run/workflow: there is no workflow scenarios/rum in .; did you mean "run"?
    """

  Scenario: A Workflow That Nobody Waits For Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - ask: {run: {await: false, workflow: {namespace: scenarios, name: run, version: 1.0.0}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:24: /do/0/ask/run/await: "await: false" is part of the language, but Tenon does not run it: it waits for whatever it started
    """

  Scenario: A Command Is Refused Unless It Is Allowed
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - list: {run: {shell: {command: 'ls'}}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:3:25: /do/0/list/run/shell: "run: shell" runs a command on this machine; if you trust the manifest, allow it with --allow-shell
    """

  Scenario: Arguments Are Not Pasted Into The Command
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - say:
          run:
            shell:
              command: printf '%s|' "$1" "$2" "$NAME"
              arguments: ['${ .text }', '$(echo no)']
              environment: {NAME: '; echo no'}
    """
    And given commands are allowed
    And given the workflow input is:
    """yaml
    {text: 'a b"; echo no'}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    a b"; echo no|$(echo no)|; echo no|
    """

  Scenario: Everything That A Command Gave
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - say: {run: {return: all, shell: {command: cat; echo no >&2; exit 3, stdin: yes}}}
    """
    And given commands are allowed
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    code: 3
    stdout: yes
    stderr: "no\n"
    """

  Scenario: A Command That Fails Faults Its Task
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: run, version: 1.0.0}
    do:
      - say: {run: {shell: {command: echo no such thing >&2; exit 3}}}
    """
    And given commands are allowed
    When the workflow is executed
    Then the workflow should fault with a runtime error 500 at /do/0/say
