# Expressions by chance, what the jq program says of them and what Tenon says.
add_library(expr_pairs STATIC expr/grammar.cpp expr/grammar_lists.cpp expr/grammar_paths.cpp expr/oracle.cpp
  expr/pairs.cpp)
target_link_libraries(expr_pairs PUBLIC tenon_expr tenon_api children PRIVATE tenon_flags)
target_include_directories(expr_pairs PRIVATE ${PROJECT_SOURCE_DIR}/tests)

set(sources
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
  expr/oracle_test.cpp
  expr/recursion_test.cpp
  expr/secrets_test.cpp
  expr/survives_test.cpp
  expr/template_test.cpp
  expr/threads_test.cpp)
if(TENON_SANITIZE STREQUAL "thread")  # calls as deep as a stack are not for it
  set(sources expr/natives/regex_test.cpp expr/threads_test.cpp)
endif()
tenon_tests(expr_tests SOURCES ${sources} USES expr_pairs)
target_compile_definitions(expr_tests PRIVATE ORACLE="${CMAKE_CURRENT_LIST_DIR}/oracle.txt")

# ./dev fuzz pairs
add_executable(fuzz_pairs expr/fuzz_pairs.cpp)
target_link_libraries(fuzz_pairs PRIVATE expr_pairs tenon_flags)
target_include_directories(fuzz_pairs PRIVATE ${PROJECT_SOURCE_DIR}/tests)
