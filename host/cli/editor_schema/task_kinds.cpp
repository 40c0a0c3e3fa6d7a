// SPDX-License-Identifier: Apache-2.0
// Data: the kinds of tasks.
#include "cli/editor_schema/manifest_schema.h"

const char* const tenon::cli::kTaskSchemas = R"yaml(
do:
  description: A list of tasks as one.
  required: [do]
  properties:
    do: {$ref: '#/definitions/tasks'}
set:
  description: Its output is what is written here.
  required: [set]
  properties:
    set: {description: 'An object with expressions in it, or an expression that gives one.', type: [object, string]}
switch:
  description: Goes on at the first case that fits.
  required: [switch]
  properties:
    switch:
      type: array
      minItems: 1
      items:
        type: object
        minProperties: 1
        maxProperties: 1
        additionalProperties:
          type: object
          required: [then]
          additionalProperties: false
          properties:
            when: {description: 'An expression. Without it, this case is for all the rest.', type: string}
            then: {$ref: '#/definitions/flow'}
raise:
  description: Faults.
  required: [raise]
  properties:
    raise:
      type: object
      required: [error]
      additionalProperties: false
      properties:
        error:
          anyOf:
            - {description: Name of one in use.errors., type: string}
            - {$ref: '#/definitions/error'}
wait:
  description: Waits.
  required: [wait]
  properties:
    wait: {$ref: '#/definitions/duration'}
for:
  description: Runs a list of tasks for every item.
  required: [for, do]
  properties:
    for:
      type: object
      required: [in]
      additionalProperties: false
      properties:
        in: {description: 'The items: an expression, or an array.', type: [string, array]}
        each: {description: 'Variable of the item, item if left out.', allOf: [{$ref: '#/definitions/variable'}]}
        at: {description: 'Variable of its number, index if left out.', allOf: [{$ref: '#/definitions/variable'}]}
    while: {description: An expression; where it is false the loop ends., type: string}
    do: {$ref: '#/definitions/tasks'}
fork:
  description: Runs tasks at the same time.
  required: [fork]
  properties:
    fork:
      type: object
      required: [branches]
      additionalProperties: false
      properties:
        branches: {$ref: '#/definitions/tasks'}
        compete: {description: Only the first that succeeds counts., type: boolean}
try:
  description: Handles errors.
  required: [try, catch]
  properties:
    try: {$ref: '#/definitions/tasks'}
    catch:
      type: object
      additionalProperties: false
      properties:
        errors:
          description: Which errors.
          type: object
          required: [with]
          additionalProperties: false
          properties:
            with:
              description: Members that the error must have.
              type: object
              additionalProperties: false
              properties: {type: {}, status: {}, title: {}, detail: {}, instance: {}}
        as: {description: 'Variable of the error, error if left out.', allOf: [{$ref: '#/definitions/variable'}]}
        when: {description: Only where this expression is true., type: string}
        exceptWhen: {description: Not where this expression is true., type: string}
        retry:
          anyOf:
            - {description: Name of one in use.retries., type: string}
            - {$ref: '#/definitions/retry'}
        do: {$ref: '#/definitions/tasks'}
        then: {$ref: '#/definitions/flow'}
emit:
  description: Publishes an event.
  required: [emit]
  properties:
    emit:
      type: object
      required: [event]
      additionalProperties: false
      properties:
        event:
          type: object
          required: [with]
          additionalProperties: false
          properties:
            with:
              description: A CloudEvent.
              type: object
              required: [type]
              properties:
                id: {description: 'Made if left out.', type: string}
                source: {description: 'Made of the workflow if left out.', type: string}
                type: {description: Name of the sort of event., type: string}
                time: {type: string}
                subject: {type: string}
                datacontenttype: {type: string}
                dataschema: {type: string}
                data: {description: Whatever the event tells.}
run:
  description: Runs another workflow, or a shell command where the host allows it.
  required: [run]
  properties:
    run:
      type: object
      additionalProperties: false
      properties:
        workflow:
          type: object
          required: [namespace, name, version]
          additionalProperties: false
          properties:
            namespace: {type: string}
            name: {type: string}
            version: {type: string}
            input: {description: Input of that workflow.}
        shell:
          type: object
          required: [command]
          additionalProperties: false
          properties:
            command: {description: The command., type: string}
            stdin: {description: Text for its standard input., type: string}
            arguments: {description: Its arguments.}
            environment: {description: Its environment., allOf: [{$ref: '#/definitions/membersOrExpression'}]}
        await: {description: Tenon waits for whatever it started., const: true}
        return: {description: What of a command is the output., enum: [stdout, stderr, code, all, none]}
      oneOf: [{required: [workflow]}, {required: [shell]}]
http:
  description: Sends an HTTP request.
  required: [call, with]
  properties:
    call: {const: http}
    with:
      type: object
      required: [method, endpoint]
      additionalProperties: false
      properties:
        method: {description: 'get, post, …', type: string, minLength: 1}
        endpoint: {$ref: '#/definitions/endpoint'}
        headers: {description: Headers of the request., allOf: [{$ref: '#/definitions/membersOrExpression'}]}
        query: {description: Query parameters., allOf: [{$ref: '#/definitions/membersOrExpression'}]}
        body: {description: 'Its body: a text, or data that is sent as JSON.'}
        output: {description: 'What the output is: the body, its bytes in base64, or request and response.', enum: [content, raw, response]}
        redirect: {description: 'Follow redirects, and take 3xx for success.', type: boolean}
openapi:
  description: Calls an operation that an OpenAPI document describes.
  required: [call, with]
  properties:
    call: {const: openapi}
    with:
      type: object
      required: [document, operationId]
      additionalProperties: false
      properties:
        document:
          description: 'Where the document is; or an expression that gives it, or its text.'
          anyOf: [{$ref: '#/definitions/resource'}, {$ref: '#/definitions/expression'}]
        operationId: {description: Name of the operation., type: string}
        parameters: {description: Its parameters by name., allOf: [{$ref: '#/definitions/membersOrExpression'}]}
        authentication: {$ref: '#/definitions/authentication'}
        output: {enum: [content, raw, response]}
        redirect: {type: boolean}
    metadata:
      type: object
      properties:
        baseUrl: {description: 'Where the API is, in the place of what the document says: an address, or an expression.', type: string}
        documentHeaders: {description: Headers that the document is got with., allOf: [{$ref: '#/definitions/membersOrExpression'}]}
)yaml";
