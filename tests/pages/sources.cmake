# The reference pages of the plugin's steps: `pages` compares them, `pages --write` (./dev pages) writes them.
add_executable(pages pages/main.cpp pages/comments.cpp pages/page.cpp)
target_link_libraries(pages PRIVATE tenon_cli tenon_flags)
target_include_directories(pages PRIVATE ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(pages PRIVATE
  PLUGIN_SOURCES="${PROJECT_SOURCE_DIR}/plugin/cloudelements"
  PLUGINS="${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}/tenon/plugins")
tenon_precompile(pages tests_headers)
add_dependencies(pages cloudelements)
add_test(NAME pages COMMAND pages)

tenon_tests(page_tests SOURCES pages/page_test.cpp pages/comments.cpp pages/page.cpp USES tenon_cli)
target_include_directories(page_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
