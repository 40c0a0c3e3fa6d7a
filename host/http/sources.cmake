tenon_host_library(http
  SOURCES keeping_http.cpp output.cpp request.cpp uri_template.cpp url.cpp
          auth/digest_challenge.cpp auth/oauth2_answer.cpp auth/oauth2_request.cpp auth/settings.cpp
          openapi/api.cpp openapi/body.cpp openapi/operation.cpp openapi/request.cpp openapi/servers.cpp
          openapi/style.cpp
  USES tenon_world tenon_manifest tenon_expr tenon_text)
