tenon_tests(http_tests
  SOURCES http/digest_test.cpp http/oauth2_answer_test.cpp http/oauth2_request_test.cpp http/openapi_request_test.cpp
          http/openapi_style_test.cpp http/readable_test.cpp http/uri_template_test.cpp
  USES tenon_http)
target_include_directories(http_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
