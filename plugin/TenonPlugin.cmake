# tenon_plugin(NAME SOURCES … [USES …] [FOLDER …]): a plugin library NAME.so, in the FOLDER, with hidden
# symbols, nothing undefined, everything bound at load, never unmapped.
function(tenon_plugin name)
  cmake_parse_arguments(arg "" "FOLDER" "SOURCES;USES" ${ARGN})
  add_library(${name} MODULE ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE Tenon::tenon ${arg_USES})
  set_target_properties(${name} PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  if(arg_FOLDER)
    set_target_properties(${name} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${arg_FOLDER})
  endif()
  target_link_options(${name} PRIVATE -Wl,-z,now -Wl,-z,nodelete)
  # A sanitizer's own symbols are the program's.
  if(NOT "${CMAKE_CXX_FLAGS} ${TENON_SANITIZE}" MATCHES "sanitize|address|thread")
    target_link_options(${name} PRIVATE -Wl,-z,defs)
  endif()
endfunction()
