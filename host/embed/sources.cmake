# Tenon::host, for programs that call steps without a workflow. Shared, so that what it is made of
# stays inside.
add_library(tenon_host SHARED embed/call_context.cpp embed/host.cpp)
add_library(Tenon::host ALIAS tenon_host)
target_link_libraries(tenon_host PUBLIC tenon_api PRIVATE tenon_net tenon_catalog tenon_run tenon_flags)
target_include_directories(tenon_host PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/roots/embed)
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/roots/embed)
file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/embed ${CMAKE_CURRENT_BINARY_DIR}/roots/embed/embed SYMBOLIC)
target_link_options(tenon_host PRIVATE -Wl,--as-needed -Wl,--exclude-libs,ALL)
set_target_properties(tenon_host PROPERTIES OUTPUT_NAME tenon-host EXPORT_NAME host
  LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
