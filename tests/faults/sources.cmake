tenon_plugin(ends SOURCES faults/plugin/ends.cpp USES tenon_flags FOLDER ${CMAKE_CURRENT_BINARY_DIR}/ends)
tenon_precompile(ends plugin_headers)

tenon_tests(faults_tests
  SOURCES faults/broken_answers_test.cpp faults/ends_test.cpp faults/everything_test.cpp faults/guests_test.cpp faults/manifest_lives_test.cpp
          faults/tenants_test.cpp faults/vain_test.cpp fakes/mortal_journal.cpp net/line.cpp net/script_server.cpp
  USES cloudelements_sandbox_core tenon_cli Poco::NetSSL ZLIB::ZLIB)
target_compile_definitions(faults_tests PRIVATE
  TENON_PROGRAM="$<TARGET_FILE:tenon>" TENON_SOURCE="${PROJECT_SOURCE_DIR}"
  ENDS_FOLDER="${CMAKE_CURRENT_BINARY_DIR}/ends" PLUGINS="$<TARGET_FILE_DIR:cloudelements>")
target_include_directories(faults_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/system
  ${CMAKE_CURRENT_SOURCE_DIR}/net)
add_dependencies(faults_tests tenon ends cloudelements)
