# The steps' code is a library of its own so that unit tests reach it without loading the plugin.
set(here ${CMAKE_CURRENT_LIST_DIR})
add_library(cloudelements_core STATIC
  ${here}/create_sagecrm_instance.cpp
  ${here}/platform/checks.cpp
  ${here}/platform/client.cpp
  ${here}/platform/damaged_json.cpp
  ${here}/platform/instance.cpp
  ${here}/platform/members.cpp
  ${here}/platform/pages.cpp
  ${here}/platform/platform_error.cpp
  ${here}/platform/quotes.cpp
  ${here}/platform/secret_keys.cpp
  ${here}/once/alike.cpp
  ${here}/once/endings.cpp
  ${here}/once/make_once.cpp
  ${here}/once/search.cpp
  ${here}/once/tag.cpp
  ${here}/once/whole_list.cpp
  ${here}/instances/adoption.cpp
  ${here}/instances/create_element_instance.cpp
  ${here}/instances/delete_element_instance.cpp
  ${here}/instances/events.cpp
  ${here}/instances/find_element_instances.cpp
  ${here}/instances/get_element_instance.cpp
  ${here}/instances/new_instance.cpp
  ${here}/instances/ping_element_instance.cpp
  ${here}/instances/switch_element_instance.cpp
  ${here}/instances/update_element_instance.cpp
  ${here}/instances/verification.cpp
  ${here}/requests/answer.cpp
  ${here}/requests/call_element_operation.cpp
  ${here}/requests/element_request.cpp
  ${here}/requests/instance_docs.cpp
  ${here}/requests/pages.cpp
  ${here}/requests/sagecrm_records.cpp
  ${here}/requests/swagger.cpp
  ${here}/resources/define_virtual_data_resource.cpp
  ${here}/resources/delete_transformation.cpp
  ${here}/resources/delete_virtual_data_resource.cpp
  ${here}/resources/get_transformation.cpp
  ${here}/resources/map_virtual_data_resource.cpp
  ${here}/resources/place.cpp
  ${here}/resources/same_again.cpp
  ${here}/resources/transformation.cpp
  ${here}/formulas/binding.cpp
  ${here}/formulas/create_formula_instance.cpp
  ${here}/formulas/create_formula_template.cpp
  ${here}/formulas/created.cpp
  ${here}/formulas/delete_formula_instance.cpp
  ${here}/formulas/delete_formula_template.cpp
  ${here}/formulas/execution.cpp
  ${here}/formulas/find_formula_template.cpp
  ${here}/formulas/formula.cpp
  ${here}/formulas/formulas_named.cpp
  ${here}/formulas/hidden.cpp
  ${here}/formulas/one_formula_instance.cpp
  ${here}/formulas/one_template.cpp
  ${here}/formulas/patience.cpp
  ${here}/formulas/run_formula.cpp
  ${here}/formulas/start.cpp
  ${here}/formulas/step_values.cpp
  ${here}/formulas/watch.cpp)
target_include_directories(cloudelements_core PUBLIC ${here}/..)
target_link_libraries(cloudelements_core PUBLIC tenon_api PRIVATE tenon_flags)
tenon_precompile(cloudelements_core tenon_headers)

tenon_own_plugin(cloudelements SOURCES ${here}/plugin.cpp USES cloudelements_core)
# For programs that want the typed inputs and outputs.
install(DIRECTORY ${here}/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/cloudelements
  FILES_MATCHING PATTERN "*.h" PATTERN sandbox EXCLUDE)

include(${here}/events/sources.cmake)
include(${here}/sandbox/sources.cmake)
