// SPDX-License-Identifier: Apache-2.0
#include "kit_hosts.h"

#include <sstream>

#include "text/base64.h"

namespace scenarios {
namespace {

constexpr const char* kDescription = R"({
  "swagger": "2.0",
  "info": {"title": "A small shop for pets", "version": "1.0.0"},
  "host": "petstore.swagger.io",
  "basePath": "/v2",
  "schemes": ["https"],
  "paths": {
    "/pet/findByStatus": {
      "get": {
        "operationId": "findPetsByStatus",
        "produces": ["application/json"],
        "parameters": [{"name": "status", "in": "query", "required": true, "type": "array",
                        "items": {"type": "string"}, "collectionFormat": "multi"}],
        "responses": {"200": {"description": "Those pets"}}
      }
    },
    "/pet/{petId}": {
      "get": {
        "operationId": "getPetById",
        "produces": ["application/json"],
        "parameters": [{"name": "petId", "in": "path", "required": true, "type": "integer"}],
        "responses": {"200": {"description": "The pet"}}
      }
    }
  }
})";

Answer json(int status, std::string body) {
    return {Answer::Kind::whole, status, {{"Content-Type", "application/json"}}, std::move(body)};
}

}  // namespace

Answer petStore(const Received& request) {
    if (request.method != "GET") return json(405, R"({"message": "only GET"})");
    if (request.target == "/v2/swagger.json") return json(200, kDescription);
    if (request.target == "/v2/pet/1")
        return json(200, R"({"id": 1, "name": "Milou", "status": "available"})");
    if (request.target == "/v2/pet/2")
        return json(200, R"({"id": 2, "name": "Idefix", "status": "pending"})");
    if (request.target == "/v2/pet/findByStatus?status=available")
        return json(200, R"([{"id": 1, "name": "Milou", "status": "available"}])");
    return json(404, R"({"message": "no such pet"})");
}

Answer httpBin(const Received& request) {
    std::istringstream target(request.target);
    std::string nothing, kind, user, password;
    std::getline(target, nothing, '/');
    std::getline(target, kind, '/');
    std::getline(target, user, '/');
    std::getline(target, password, '/');
    if (kind != "basic-auth") return json(404, "{}");
    const std::string wanted = "Basic " + tenon::text::base64(user + ":" + password);
    for (const auto& header : request.headers)
        if (tenon::sameHeader(header.name, "Authorization") && header.value == wanted)
            return json(200, R"({"authenticated": true})");
    return {Answer::Kind::whole, 401, {{"WWW-Authenticate", "Basic realm=\"all\""}}, ""};
}

}  // namespace scenarios
