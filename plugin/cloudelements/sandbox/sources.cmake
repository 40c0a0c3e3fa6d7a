set(here ${CMAKE_CURRENT_LIST_DIR})
add_library(cloudelements_sandbox_core STATIC
  ${here}/cloudelements_sandbox.cpp ${here}/connection.cpp ${here}/credentials.cpp
  ${here}/faults.cpp ${here}/instances.cpp ${here}/message.cpp ${here}/page.cpp
  ${here}/platform.cpp ${here}/request_reader.cpp ${here}/server.cpp ${here}/service.cpp)
target_include_directories(cloudelements_sandbox_core PUBLIC ${here})
target_link_libraries(cloudelements_sandbox_core PUBLIC tenon_api Poco::Net PRIVATE tenon_flags)
tenon_precompile(cloudelements_sandbox_core tenon_headers)

tenon_own_plugin(cloudelements-sandbox SOURCES ${here}/plugin.cpp USES cloudelements_sandbox_core)
