tenon_plugin(greet SOURCES embed/plugin/greet.cpp USES tenon_flags FOLDER ${CMAKE_CURRENT_BINARY_DIR}/greet)
tenon_precompile(greet plugin_headers)

# Without sanitizers, which want to be loaded first.
add_library(elsewhere MODULE system/elsewhere/elsewhere.cpp)

pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
# What is given and what is printed: one thread is alone there, and ThreadSanitizer finds nothing.
set(texts system/commands_test.cpp system/cut_secrets_test.cpp system/dev_test.cpp system/each_inputs_test.cpp
          system/eval_test.cpp system/input_values_test.cpp system/inputs_test.cpp system/network_folder_test.cpp
          system/readers_test.cpp system/steering_test.cpp)
if(TENON_SANITIZE STREQUAL "thread")
  set(texts "")
endif()
tenon_tests(system_tests
  SOURCES
    ${texts}
    system/delivery_test.cpp
    system/each_shares_test.cpp
    system/each_stops_test.cpp
    system/each_test.cpp
    system/endless_expressions_test.cpp
    system/events_test.cpp
    system/formulas_test.cpp
    system/instances_test.cpp
    system/journeys_test.cpp
    system/kept_identity_test.cpp
    system/from_race_test.cpp
    system/from_run_test.cpp
    system/from_task_test.cpp
    system/kept_runs_test.cpp
    system/undo_runs_test.cpp
    system/kept_tokens_test.cpp
    system/loops_test.cpp
    system/run_checks_test.cpp
    system/run_lists_test.cpp
    system/openapi_test.cpp
    system/readme_test.cpp
    system/requests_test.cpp
    system/run_test.cpp
    system/sandbox_test.cpp
    system/secret_care_test.cpp
    system/secrets_test.cpp
    system/shell_test.cpp
    system/stop_test.cpp
    system/terminal_test.cpp
    system/workflows_test.cpp
    scenarios/stub_server.cpp
  USES cloudelements_sandbox_core Poco::NetSSL PkgConfig::SQLITE)
target_compile_definitions(system_tests PRIVATE
  TENON_PROGRAM="$<TARGET_FILE:tenon>" TENON_SOURCE="${PROJECT_SOURCE_DIR}"
  GREET_FOLDER="${CMAKE_CURRENT_BINARY_DIR}/greet" ELSEWHERE="$<TARGET_FILE:elsewhere>")
target_include_directories(system_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
add_dependencies(system_tests tenon elsewhere greet cloudelements cloudelements-sandbox)
