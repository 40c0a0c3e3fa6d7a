// SPDX-License-Identifier: Apache-2.0
// Data: who asks.
#include "cli/editor_schema/manifest_schema.h"

const char* const tenon::cli::kAuthenticationSchemas = R"yaml(
authentication:
  anyOf:
    - type: object
      required: [use]
      additionalProperties: false
      properties:
        use: {description: Name of one in use.authentications., type: string}
    - {$ref: '#/definitions/authenticationPolicy'}
authenticationPolicy:
  description: Who asks.
  type: object
  minProperties: 1
  maxProperties: 1
  additionalProperties: false
  properties:
    basic: {$ref: '#/definitions/userAndPassword'}
    digest: {$ref: '#/definitions/userAndPassword'}
    bearer:
      anyOf:
        - {$ref: '#/definitions/fromSecret'}
        - type: object
          required: [token]
          additionalProperties: false
          properties:
            token: {description: 'The token, best an expression with $secrets.', type: string}
    oauth2: {anyOf: [{$ref: '#/definitions/fromSecret'}, {$ref: '#/definitions/oauth2'}]}
fromSecret:
  type: object
  required: [use]
  additionalProperties: false
  properties:
    use: {description: Name of a secret in use.secrets that holds the members., type: string}
userAndPassword:
  anyOf:
    - {$ref: '#/definitions/fromSecret'}
    - type: object
      required: [username, password]
      additionalProperties: false
      properties:
        username: {description: The user., type: string}
        password: {description: 'The password, best an expression with $secrets.', type: string}
oauth2:
  type: object
  required: [authority, grant]
  additionalProperties: false
  properties:
    authority: {description: URL of the server that gives tokens., type: string}
    grant: {description: How a token is asked for., type: string}
    endpoints:
      type: object
      additionalProperties: false
      properties:
        token: {description: 'Path of token requests, /oauth2/token if left out.', type: string}
        revocation: {type: string}
        introspection: {type: string}
    client:
      description: Who this program is to the server.
      type: object
      additionalProperties: false
      properties:
        id: {type: string}
        secret: {description: 'Best an expression with $secrets.', type: string}
        assertion: {type: string}
        authentication: {type: string}
    request:
      type: object
      additionalProperties: false
      properties:
        encoding: {enum: [application/x-www-form-urlencoded, application/json]}
    issuers: {type: array, items: {type: string}}
    scopes: {type: array, items: {type: string}}
    audiences: {type: array, items: {type: string}}
    username: {type: string}
    password: {type: string}
    subject: {$ref: '#/definitions/token'}
    actor: {$ref: '#/definitions/token'}
token:
  type: object
  required: [token, type]
  additionalProperties: false
  properties:
    token: {type: string}
    type: {type: string}
)yaml";
