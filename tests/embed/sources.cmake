tenon_tests(embed_tests SOURCES embed/embed_test.cpp support/process.cpp)
set(flags "")
if(TENON_SANITIZE)
  set(flags "-fsanitize=${TENON_SANITIZE}")
endif()
target_compile_definitions(embed_tests PRIVATE
  TENON_BUILD="${PROJECT_BINARY_DIR}" TENON_SOURCE="${PROJECT_SOURCE_DIR}" CMAKE="${CMAKE_COMMAND}"
  LIBRARIES="${CMAKE_INSTALL_LIBDIR}" COMPILER="${CMAKE_CXX_COMPILER}" FLAGS="${flags}")
add_dependencies(embed_tests tenon tenon_host cloudelements cloudelements-sandbox)
