// SPDX-License-Identifier: Apache-2.0
// Data: the workflow, what all tasks share, and what both are made of.
#include "cli/editor_schema/manifest_schema.h"

const char* const tenon::cli::kLanguageSchema = R"yaml(
$schema: http://json-schema.org/draft-07/schema#
title: Tenon manifest
description: A workflow in the Open Workflow Specification DSL, as this Tenon runs it.
type: object
required: [document, do]
additionalProperties: false
properties:
  document:
    description: Names the workflow.
    type: object
    required: [dsl, namespace, name, version]
    additionalProperties: false
    properties:
      dsl:
        description: Version of the language.
        enum: [1.0.0, 1.0.1, 1.0.2, 1.0.3]
      namespace:
        description: Whose workflow it is.
        allOf: [{$ref: '#/definitions/label'}]
      name:
        description: Name of the workflow in its namespace.
        allOf: [{$ref: '#/definitions/label'}]
      version:
        description: Semantic version of the workflow.
        type: string
        pattern: ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)([-+].+)?$
      title: {description: Title for people., type: string, minLength: 1}
      summary: {description: 'What the workflow does, in Markdown.'}
      tags: {description: Keys and values of your own.}
      metadata: {description: Anything else of your own.}
  use: {$ref: '#/definitions/use'}
  evaluate:
    description: How expressions are read.
    type: object
    additionalProperties: false
    properties:
      language: {description: Language of the expressions., const: jq}
      mode: {description: "Expressions stand in ${ }.", const: strict}
  input: {$ref: '#/definitions/input'}
  output: {$ref: '#/definitions/output'}
  timeout: {$ref: '#/definitions/timeout'}
  do: {$ref: '#/definitions/tasks'}
sharedKeys:
  if: {description: The task runs only where this expression is true., type: string}
  input: {$ref: '#/definitions/input'}
  output: {$ref: '#/definitions/output'}
  export:
    description: Keeps data for the tasks after this one.
    type: object
    additionalProperties: false
    properties:
      as: {description: "Replaces $context. Sees the task's output."}
      schema: {$ref: '#/definitions/schema'}
  timeout: {$ref: '#/definitions/timeout'}
  then: {$ref: '#/definitions/flow'}
  metadata:
    description: Anything of your own.
    type: object
    properties:
      idempotent: {description: Doing it twice comes to the same as once., type: boolean}
      undo:
        description: "Undoes what the task made, when the run faults later or is cancelled. Sees what it gave."
        allOf: [{$ref: '#/definitions/tasks'}]
definitions:
  label:
    type: string
    maxLength: 63
    pattern: ^[a-z0-9]([a-z0-9-]*[a-z0-9])?$
  expression:
    description: "An expression, ${ … }."
    type: string
    pattern: ^\s*\$\{[\s\S]*\}\s*$
  variable: {type: string, pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}
  membersOrExpression:
    anyOf: [{type: object}, {$ref: '#/definitions/expression'}]
  tasks:
    description: Tasks, one after the other.
    type: array
    minItems: 1
    items:
      type: object
      minProperties: 1
      maxProperties: 1
      additionalProperties: {$ref: '#/definitions/task'}
  flow:
    description: 'Where to go on: continue, exit (leaves this list), end (ends the workflow), or the name of a task in this list.'
    type: string
    minLength: 1
  input:
    description: What comes in.
    type: object
    additionalProperties: false
    properties:
      schema: {$ref: '#/definitions/schema'}
      from: {description: 'An expression, or an object with expressions in it, that makes the input.'}
  output:
    description: What goes out.
    type: object
    additionalProperties: false
    properties:
      as: {description: 'An expression, or an object with expressions in it, that makes the output.'}
      schema: {$ref: '#/definitions/schema'}
  schema:
    description: The data must fit this JSON Schema.
    type: object
    additionalProperties: false
    properties:
      format: {description: Format of the schema., const: json}
      document: {description: 'JSON Schema, draft 7 (or 4 where $schema says so).', type: [object, boolean]}
      resource:
        description: Where the schema is.
        type: object
        required: [endpoint]
        additionalProperties: false
        properties:
          name: {description: Name for people.}
          endpoint:
            description: 'A URL, or a file in the manifest''s folder.'
            anyOf:
              - {type: string, minLength: 1}
              - type: object
                required: [uri]
                additionalProperties: false
                properties: {uri: {description: 'The URL or file itself.', type: string, minLength: 1}}
    oneOf: [{required: [document]}, {required: [resource]}]
  externalDocument:
    description: 'Data whose texts are no expressions: written here, or at another place.'
    type: object
    additionalProperties: false
    properties:
      document: {description: The data.}
      resource: {$ref: '#/definitions/resource'}
    oneOf: [{required: [document]}, {required: [resource]}]
  resource:
    description: A file beside the manifest, or something to get over http.
    type: object
    required: [endpoint]
    additionalProperties: false
    properties:
      name: {description: Name for people.}
      endpoint: {$ref: '#/definitions/endpoint'}
  endpoint:
    description: 'A URL; of an OpenAPI document also a file in the manifest''s folder.'
    anyOf:
      - {type: string, minLength: 1}
      - type: object
        required: [uri]
        additionalProperties: false
        properties:
          uri: {description: The URL itself., type: string, minLength: 1}
          authentication: {$ref: '#/definitions/authentication'}
  timeout:
    description: After this time the work is given up.
    anyOf:
      - {description: Name of one in use.timeouts., type: string}
      - type: object
        required: [after]
        additionalProperties: false
        properties:
          after: {$ref: '#/definitions/duration'}
  duration:
    description: 'Days, hours, minutes, seconds and milliseconds, or ISO 8601 such as PT1M30S.'
    anyOf:
      - type: object
        minProperties: 1
        additionalProperties: false
        properties:
          days: {$ref: '#/definitions/count'}
          hours: {$ref: '#/definitions/count'}
          minutes: {$ref: '#/definitions/count'}
          seconds: {$ref: '#/definitions/count'}
          milliseconds: {$ref: '#/definitions/count'}
      - type: string
        pattern: ^P(?=[0-9T])([0-9.]+W)?([0-9.]+D)?(T(?=[0-9])([0-9.]+H)?([0-9.]+M)?([0-9.]+S)?)?$
      - {$ref: '#/definitions/expression'}
  count:
    anyOf: [{type: integer, minimum: 0}, {$ref: '#/definitions/expression'}]
  error:
    type: object
    required: [type, status]
    additionalProperties: false
    properties:
      type: {description: URI of the sort of error., type: string}
      status:
        description: HTTP status.
        anyOf: [{type: integer}, {$ref: '#/definitions/expression'}]
      title: {description: 'A few words, the same for all errors of the sort.', type: string}
      detail: {description: What happened this time., type: string}
      instance: {description: JSON pointer of the task., type: string}
  retry:
    type: object
    additionalProperties: false
    properties:
      when: {description: Retries only where this expression is true., type: string}
      exceptWhen: {description: Does not retry where this expression is true., type: string}
      delay: {$ref: '#/definitions/duration'}
      backoff:
        description: How the delay grows.
        type: object
        minProperties: 1
        maxProperties: 1
        additionalProperties: false
        properties:
          constant: {description: Always the same.}
          linear: {description: 'Once, twice, three times the delay.'}
          exponential: {description: Doubles every time.}
      limit:
        description: When to stop trying.
        type: object
        additionalProperties: false
        properties:
          duration: {$ref: '#/definitions/duration'}
          attempt:
            description: Of one attempt.
            type: object
            additionalProperties: false
            properties:
              count: {description: 'How many retries, the first attempt aside.', type: integer, minimum: 0}
              duration: {$ref: '#/definitions/duration'}
      jitter:
        description: 'A random time between the two, added to each delay.'
        type: object
        required: [from, to]
        additionalProperties: false
        properties:
          from: {$ref: '#/definitions/duration'}
          to: {$ref: '#/definitions/duration'}
  use:
    description: What tasks refer to by name.
    type: object
    additionalProperties: false
    properties:
      secrets: {description: Names of the secrets that expressions may read., type: array, items: {type: string, minLength: 1}}
      authentications: {type: object, additionalProperties: {$ref: '#/definitions/authenticationPolicy'}}
      errors: {type: object, additionalProperties: {$ref: '#/definitions/error'}}
      functions: {description: Tasks that other tasks call by their name., type: object, additionalProperties: {$ref: '#/definitions/task'}}
      retries: {type: object, additionalProperties: {$ref: '#/definitions/retry'}}
      timeouts: {type: object, additionalProperties: {$ref: '#/definitions/timeout'}}
      extensions:
        description: Tasks before and after all tasks of a kind.
        type: array
        items:
          type: object
          minProperties: 1
          maxProperties: 1
          additionalProperties:
            type: object
            required: [extend]
            additionalProperties: false
            properties:
              extend: {description: The kind of task., enum: [all, call, composite, emit, for, listen, raise, run, set, switch, try, wait]}
              when: {description: Only where this expression is true., type: string}
              before: {$ref: '#/definitions/tasks'}
              after: {$ref: '#/definitions/tasks'}
)yaml";
