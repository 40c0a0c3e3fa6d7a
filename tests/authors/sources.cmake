tenon_tests(authors_tests
  SOURCES authors/new_plugin_test.cpp authors/thread_tags_test.cpp authors/wrong_plugins_test.cpp
          authors/right/own_defaults.cpp authors/right/types.cpp
  USES tenon_cli)
set(flags "")
if(TENON_SANITIZE)
  set(flags "-fsanitize=${TENON_SANITIZE}")
endif()
target_compile_definitions(authors_tests PRIVATE
  TENON_BUILD="${PROJECT_BINARY_DIR}" TENON_SOURCE="${PROJECT_SOURCE_DIR}" TENON_PROGRAM="$<TARGET_FILE:tenon>"
  CMAKE="${CMAKE_COMMAND}" CTEST="${CMAKE_CTEST_COMMAND}" COMPILER="${CMAKE_CXX_COMPILER}" FLAGS="${flags}")
add_dependencies(authors_tests tenon tenon_host cloudelements cloudelements_events cloudelements-sandbox)
# A new file is a new test: the program is asked for its tests after it is linked.
file(GLOB wrong CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/wrong/*.cpp)
set_target_properties(authors_tests PROPERTIES LINK_DEPENDS "${wrong}")
