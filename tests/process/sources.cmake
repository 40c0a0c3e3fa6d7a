tenon_tests(process_tests
  SOURCES process/command_test.cpp process/killed_test.cpp process/output_test.cpp
          process/shell_test.cpp
  USES tenon_process)
target_include_directories(process_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
