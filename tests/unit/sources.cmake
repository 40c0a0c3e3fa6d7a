tenon_tests(unit_tests
  SOURCES
    unit/json_test.cpp unit/object_test.cpp unit/retry_after_test.cpp unit/secret_test.cpp
    unit/call_test.cpp unit/fields_test.cpp unit/rooms_test.cpp
    unit/children_test.cpp)
target_compile_definitions(unit_tests PRIVATE TENON_SOURCE="${PROJECT_SOURCE_DIR}")
