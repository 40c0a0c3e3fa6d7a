tenon_tests(system_tests
  SOURCES system/run_test.cpp support/process.cpp
  USES cloudelements_sandbox_core)
target_compile_definitions(system_tests PRIVATE
  TENON_PROGRAM="$<TARGET_FILE:tenon>" TENON_SOURCE="${PROJECT_SOURCE_DIR}")
add_dependencies(system_tests tenon cloudelements cloudelements-sandbox)
