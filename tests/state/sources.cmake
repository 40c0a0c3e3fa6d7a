tenon_tests(state_tests
  SOURCES state/beginnings_test.cpp state/check_test.cpp state/folder_test.cpp state/full_test.cpp state/killed_test.cpp
          state/lossy_disk.cpp state/page_test.cpp
          state/power_test.cpp state/run_test.cpp state/runs_test.cpp state/seal_test.cpp state/together_test.cpp
  USES tenon_store tenon_state_parts)
target_compile_definitions(state_tests PRIVATE TENON_SOURCE="${PROJECT_SOURCE_DIR}")
