# The tests of the jq program, from a folder that is not part of this project: skipped without it.
add_executable(jq_tests jq/main.cpp jq/cases.cpp jq/differences.cpp jq/verdict.cpp)
target_link_libraries(jq_tests PRIVATE children tenon_expr tenon_api tenon_flags)
target_include_directories(jq_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(jq_tests PRIVATE DIFFERENCES="${CMAKE_CURRENT_LIST_DIR}/differences.txt")
add_test(NAME jq_tests COMMAND jq_tests WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(jq_tests PROPERTIES LABELS jq_tests TIMEOUT 600 SKIP_RETURN_CODE 77)
