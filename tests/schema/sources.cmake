tenon_tests(schema_tests
  SOURCES schema/flow_test.cpp schema/mismatch_test.cpp
          schema/resource_test.cpp schema/schema_world.cpp fakes/fake_ports.cpp
  USES tenon_run)
target_include_directories(schema_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
