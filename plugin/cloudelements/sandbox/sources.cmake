set(here ${CMAKE_CURRENT_LIST_DIR})
add_library(cloudelements_sandbox_core STATIC
  ${here}/cloudelements_sandbox.cpp ${here}/faults.cpp ${here}/outbound.cpp ${here}/service.cpp
  ${here}/state_file.cpp ${here}/state_keeper.cpp ${here}/worker.cpp
  ${here}/wire/connection.cpp ${here}/wire/message.cpp ${here}/wire/request_reader.cpp ${here}/wire/server.cpp
  ${here}/platform/absent.cpp ${here}/platform/body.cpp ${here}/platform/box.cpp ${here}/platform/catalogue.cpp
  ${here}/platform/configuration_routes.cpp ${here}/platform/credentials.cpp ${here}/platform/documents.cpp
  ${here}/platform/instance_routes.cpp ${here}/platform/instance_view.cpp ${here}/platform/instances.cpp
  ${here}/platform/login_routes.cpp ${here}/platform/mapping.cpp ${here}/platform/mapping_path.cpp
  ${here}/platform/object_routes.cpp ${here}/platform/page.cpp ${here}/platform/platform.cpp
  ${here}/platform/resource_routes.cpp ${here}/platform/resources.cpp ${here}/platform/router.cpp
  ${here}/platform/selection.cpp ${here}/platform/table.cpp ${here}/platform/world.cpp
  ${here}/ceql/evaluation.cpp ${here}/ceql/lexer.cpp ${here}/ceql/reader.cpp
  ${here}/formulas/checks.cpp ${here}/formulas/execution.cpp ${here}/formulas/execution_routes.cpp
  ${here}/formulas/formula_instance_routes.cpp ${here}/formulas/formula_routes.cpp ${here}/formulas/in_path.cpp
  ${here}/formulas/kept.cpp
  ${here}/formulas/references.cpp ${here}/formulas/requests.cpp ${here}/formulas/retention.cpp ${here}/formulas/run.cpp
  ${here}/events/delivery.cpp ${here}/events/event_routes.cpp ${here}/events/kept.cpp
  ${here}/events/polling.cpp ${here}/events/signature.cpp
  ${here}/docs/docs_routes.cpp ${here}/docs/swagger.cpp)
target_include_directories(cloudelements_sandbox_core PUBLIC ${here})
target_link_libraries(cloudelements_sandbox_core PUBLIC tenon_api Poco::Net PRIVATE tenon_flags)
tenon_precompile(cloudelements_sandbox_core tenon_headers)

tenon_own_plugin(cloudelements-sandbox SOURCES ${here}/plugin.cpp USES cloudelements_sandbox_core)
