tenon_host_library(modules SOURCES module.cpp USES ${CMAKE_DL_LIBS})
target_compile_definitions(tenon_modules PRIVATE TENON_LIBDIR="${CMAKE_INSTALL_LIBDIR}")

# tenon_module(TARGET LOADER): a module of Tenon's own beside the plugins, loaded by the source LOADER, which
# gets its name as TENON_MODULE. The version is part of the name: the two are of one piece.
function(tenon_module target loader)
  string(REPLACE _ - name ${target})
  set(name ${name}-${PROJECT_VERSION})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name}
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}/tenon)
  install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/tenon)
  set_source_files_properties(${loader} PROPERTIES COMPILE_DEFINITIONS "TENON_MODULE=\"lib${name}.so\"")
endfunction()
