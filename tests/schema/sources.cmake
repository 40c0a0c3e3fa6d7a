tenon_tests(schema_tests
  SOURCES schema/flow_test.cpp schema/hostile_test.cpp schema/manifest_schema_test.cpp schema/mismatch_test.cpp
          schema/resource_test.cpp schema/schema_world.cpp fakes/fake_ports.cpp
  USES tenon_run)
target_include_directories(schema_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(schema_tests PRIVATE
  TENON_PROGRAM="$<TARGET_FILE:tenon>" TENON_SOURCE="${PROJECT_SOURCE_DIR}")
add_dependencies(schema_tests tenon cloudelements)
