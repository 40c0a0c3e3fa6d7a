# tenon_listed_tests(NAME [VARIABLE=VALUE…]): every fixture that the program lists is a test of ctest; it is
# asked after it is linked. With a process for each single test all take a third longer, and nearly twice as
# long where a sanitizer begins with each.
function(tenon_listed_tests name)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${name}_tests.cmake)
  add_custom_command(TARGET ${name} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -DRUNNER=$<TARGET_FILE:${name}> -DSUITE=${name} -DLIST=${list}
            "-DENVIRONMENT=${ARGN}" -P ${PROJECT_SOURCE_DIR}/tests/list_tests.cmake
    BYPRODUCTS ${list} VERBATIM)
  file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}_include.cmake
    "if(EXISTS \"${list}\")\n  include(\"${list}\")\nelse()\n  add_test(${name}_NOT_BUILT ${name}_NOT_BUILT)\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}_include.cmake)
endfunction()

# tenon_tests(NAME SOURCES … USES …): a CppUnit program whose every fixture is a test of ctest, found
# by asking the program after it is linked.
function(tenon_tests name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;ENVIRONMENT" ${ARGN})
  add_executable(${name} ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/tests/main.cpp)
  target_link_libraries(${name} PRIVATE children tenon_api tenon_flags PkgConfig::CPPUNIT Threads::Threads ${arg_USES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  tenon_precompile(${name} tests_headers)
  # A suite is registered under the number of its line, which several files of one unit may share.
  set_target_properties(${name} PROPERTIES UNITY_BUILD_CODE_BEFORE_INCLUDE
    "#include <cppunit/extensions/HelperMacros.h>
#undef CPPUNIT_MAKE_UNIQUE_NAME
#define CPPUNIT_MAKE_UNIQUE_NAME(name) CPPUNIT_JOIN(name, __COUNTER__)")
  tenon_listed_tests(${name} ${arg_ENVIRONMENT})
endfunction()
