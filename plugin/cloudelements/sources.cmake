# The steps' code is a library of its own so that unit tests reach it without loading the plugin.
set(here ${CMAKE_CURRENT_LIST_DIR})
add_library(cloudelements_core STATIC
  ${here}/create_sagecrm_instance.cpp ${here}/damaged_json.cpp ${here}/elements_api.cpp ${here}/input_checks.cpp
  ${here}/platform_error.cpp ${here}/quotes.cpp)
target_include_directories(cloudelements_core PUBLIC ${here})
target_link_libraries(cloudelements_core PUBLIC tenon_api PRIVATE tenon_flags)
tenon_precompile(cloudelements_core tenon_headers)

tenon_own_plugin(cloudelements SOURCES ${here}/plugin.cpp USES cloudelements_core)
# For programs that want the typed inputs and outputs.
install(FILES ${here}/create_sagecrm_instance.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/cloudelements)

include(${here}/events/sources.cmake)
include(${here}/sandbox/sources.cmake)
