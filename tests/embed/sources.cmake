tenon_tests(embed_tests
  SOURCES embed/embed_test.cpp embed/host_test.cpp embed/https_test.cpp net/certificates.cpp net/line.cpp net/script_server.cpp
  USES tenon_host Poco::Net Poco::NetSSL OpenSSL::SSL)
target_include_directories(embed_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests/net)
set(flags "")
if(TENON_SANITIZE)
  set(flags "-fsanitize=${TENON_SANITIZE}")
endif()
target_compile_definitions(embed_tests PRIVATE
  TENON_BUILD="${PROJECT_BINARY_DIR}" TENON_SOURCE="${PROJECT_SOURCE_DIR}" CMAKE="${CMAKE_COMMAND}"
  LIBRARIES="${CMAKE_INSTALL_LIBDIR}" COMPILER="${CMAKE_CXX_COMPILER}" FLAGS="${flags}")
add_dependencies(embed_tests tenon tenon_host cloudelements cloudelements-sandbox)
