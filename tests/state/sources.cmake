tenon_tests(state_tests SOURCES state/run_test.cpp state/seal_test.cpp USES tenon_store tenon_state_parts)
