Feature: The Document
  As an author of workflows
  I want a manifest to say what it is
  So that it can be found again

  Scenario: All That A Document May Say
    Given a workflow with definition:
    """yaml
    document:
      dsl: 1.0.0
      namespace: scenarios
      name: whole
      version: 1.0.0-beta.1
      title: A whole document
      summary: It says everything
      tags: {team: tea}
      metadata: {owner: ada}
    evaluate: {language: jq, mode: strict}
    do:
      - a: {set: {title: '${ $workflow.definition.document.title }'}, metadata: {note: x}}
    """
    When the workflow is executed
    Then the workflow should complete with output:
    """yaml
    title: A whole document
    """

  Scenario: A Name That Is None Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: My Workflow, version: 1.0.0}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:1:52: /document/name: wanted lower-case letters, digits and hyphens between them, at most 63, found "My Workflow"
    """

  Scenario: A Version That Is None Is Refused
    Given a workflow with definition:
    """yaml
    document: {dsl: 1.0.3, namespace: scenarios, name: w, version: '1.0'}
    do:
      - a: {set: {x: 1}}
    """
    When the workflow is executed
    Then the workflow should be refused with:
    """
    workflow.yaml:1:64: /document/version: wanted a semantic version such as 1.0.0, found "1.0"
    """
