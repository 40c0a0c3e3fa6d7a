tenon_tests(cli_tests
  SOURCES cli/long_loops_test.cpp
  USES tenon_cli)
