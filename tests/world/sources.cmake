tenon_tests(world_tests
  SOURCES world/encodings_test.cpp world/position_test.cpp world/redactor_test.cpp world/rfc3339_test.cpp world/shared_test.cpp
  USES tenon_world tenon_text)
