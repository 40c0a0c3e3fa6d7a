tenon_tests(sandbox_tests
  SOURCES sandbox/absent_test.cpp sandbox/bad_bodies_test.cpp sandbox/changes_test.cpp sandbox/clients_test.cpp sandbox/crowd_test.cpp
          sandbox/fault_file_test.cpp sandbox/faults_test.cpp sandbox/hub_test.cpp
          sandbox/instances_test.cpp sandbox/page_test.cpp sandbox/ceql_test.cpp sandbox/records_test.cpp sandbox/resources_test.cpp sandbox/formulas_test.cpp sandbox/login_test.cpp sandbox/onboarding_test.cpp sandbox/curl_test.cpp sandbox/docs_test.cpp sandbox/refresh_test.cpp sandbox/state_keeper_test.cpp sandbox/state_test.cpp sandbox/callback.cpp sandbox/executions_test.cpp sandbox/execution_reports_test.cpp sandbox/catalogue_test.cpp sandbox/events_test.cpp sandbox/list_test.cpp sandbox/retention_test.cpp sandbox/refusals_test.cpp
          sandbox/running_sandbox.cpp sandbox/server_test.cpp sandbox/wire.cpp
          sandbox/wire_test.cpp
  USES cloudelements_sandbox_core)
target_include_directories(sandbox_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(sandbox_tests PRIVATE TENON_SOURCE="${PROJECT_SOURCE_DIR}")
