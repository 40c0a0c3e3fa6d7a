tenon_tests(plugin_tests
  SOURCES
    plugin/answer_test.cpp
    plugin/base_url_test.cpp
    plugin/events_input_test.cpp
    plugin/formulas/create_formula_instance_test.cpp
    plugin/formulas/create_formula_test.cpp
    plugin/formulas/execution_test.cpp
    plugin/formulas/formula_failure_test.cpp
    plugin/formulas/run_formula_test.cpp
    plugin/formulas/step_values_test.cpp
    plugin/input_checks_test.cpp
    plugin/instance_sweep_test.cpp
    plugin/instances_test.cpp
    plugin/net_error_test.cpp
    plugin/notification_test.cpp
    plugin/once_test.cpp
    plugin/platform_error_test.cpp
    plugin/request_test.cpp
    plugin/resources/define_test.cpp
    plugin/resources/map_test.cpp
    plugin/secrets_test.cpp
    plugin/signature_test.cpp
    plugin/untyped_inputs_test.cpp
    plugin/unusable_answer_test.cpp
  USES cloudelements_core cloudelements_events)
target_include_directories(plugin_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
