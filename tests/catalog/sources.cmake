tenon_tests(catalog_tests
  SOURCES
    catalog/descriptor_refusal_test.cpp
    catalog/exports_test.cpp
    catalog/file_refusal_test.cpp
    catalog/good_plugins_test.cpp
    catalog/greet_test.cpp
    catalog/outline_test.cpp
    catalog/process_state_test.cpp
    catalog/real_plugin_test.cpp
    catalog/sizes_test.cpp
    catalog/step_refusal_test.cpp
    catalog/throwing_test.cpp
  USES tenon_catalog)
target_include_directories(catalog_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(catalog_tests PRIVATE
  TENON_TEST_PLUGINS="${CMAKE_CURRENT_BINARY_DIR}/catalog"
  TENON_CLOUDELEMENTS="$<TARGET_FILE:cloudelements>"
  TENON_CLOUDELEMENTS_SANDBOX="$<TARGET_FILE:cloudelements-sandbox>")
add_dependencies(catalog_tests cloudelements cloudelements-sandbox)

# Each alone in a folder, so that a catalog can be opened on that plugin and no other.
function(tenon_test_plugin name source)
  tenon_plugin(catalog-${name} FOLDER ${CMAKE_CURRENT_BINARY_DIR}/catalog/${name} SOURCES catalog/plugins/${source} USES tenon_flags)
  set_target_properties(catalog-${name} PROPERTIES OUTPUT_NAME ${name})
  target_compile_definitions(catalog-${name} PRIVATE ${ARGN})
  add_dependencies(catalog_tests catalog-${name})
endfunction()

set(usual counting initializing quoting throwing traced undefined undescribed unlisted unmanifested)
foreach(name ${usual})
  tenon_test_plugin(${name} ${name}.cpp)
endforeach()
tenon_test_plugin(greet ../../embed/plugin/greet.cpp)
tenon_test_plugin(foreign unmanifested.cpp FOREIGN)
tenon_test_plugin(plain plain.c)
tenon_test_plugin(twin-a twin.cpp TWIN="A")
tenon_test_plugin(twin-b twin.cpp TWIN="B")
tenon_test_plugin(unmanifested-sandbox unmanifested.cpp SANDBOX)
foreach(name ${usual} greet foreign twin-a twin-b unmanifested-sandbox)
  tenon_precompile(catalog-${name} plugin_headers)
endforeach()
# As a careless build would link it.
target_link_options(catalog-undefined PRIVATE -Wl,-z,undefs -Wl,-z,lazy)
tenon_test_plugin(checked traced.cpp _GLIBCXX_DEBUG)

# tenon_other_layout(PLUGIN HEADER FROM TO): built with a header in which FROM is TO.
function(tenon_other_layout name header from to)
  set(headers ${CMAKE_CURRENT_BINARY_DIR}/catalog/headers/${name})
  file(READ ${PROJECT_SOURCE_DIR}/include/tenon/${header} text)
  string(FIND "${text}" "${from}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "${header} has no ${from}")
  endif()
  string(REPLACE "${from}" "${to}" text "${text}")
  file(CONFIGURE OUTPUT ${headers}/tenon/${header} CONTENT "${text}" @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/tenon/${header})
  tenon_test_plugin(${name} traced.cpp)
  target_include_directories(catalog-${name} BEFORE PRIVATE ${headers})
endfunction()
foreach(struct Error:error HttpRequest:http HttpResponse:http Limits:http SandboxOptions:sandbox)
  string(REPLACE ":" ";" struct ${struct})
  list(GET struct 0 name)
  list(GET struct 1 header)
  tenon_other_layout(larger-${name} ${header}.h "struct ${name} {" "struct ${name} {\n    long oneMore{};")
endforeach()
tenon_other_layout(smaller-SandboxOptions sandbox.h "    Value options{};\n" "")
