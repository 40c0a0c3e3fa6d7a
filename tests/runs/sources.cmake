tenon_tests(runs_tests SOURCES runs/from_test.cpp USES tenon_runs)
