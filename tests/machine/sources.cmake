tenon_tests(machine_tests
  SOURCES machine/chance_test.cpp machine/killed_test.cpp machine/shell_test.cpp
  USES tenon_machine)
target_include_directories(machine_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
