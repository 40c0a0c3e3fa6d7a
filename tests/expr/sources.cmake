tenon_tests(expr_tests
  SOURCES
    expr/closed_test.cpp
    expr/errors_test.cpp
    expr/paths_test.cpp
    expr/natives/collections_test.cpp
    expr/natives/dates_test.cpp
    expr/natives/formats_test.cpp
    expr/natives/json_text_test.cpp
    expr/natives/library_test.cpp
    expr/natives/math_test.cpp
    expr/natives/regex_test.cpp
    expr/natives/survives_test.cpp
    expr/natives/texts_test.cpp
    expr/grammar.cpp
    expr/grammar_lists.cpp
    expr/grammar_paths.cpp
    expr/oracle.cpp
    expr/oracle_test.cpp
    expr/pairs.cpp
    expr/secrets_test.cpp
    expr/survives_test.cpp
    expr/template_test.cpp
    expr/threads_test.cpp
    support/process.cpp
  USES tenon_expr)
target_compile_definitions(expr_tests PRIVATE ORACLE="${CMAKE_CURRENT_LIST_DIR}/oracle.txt")
