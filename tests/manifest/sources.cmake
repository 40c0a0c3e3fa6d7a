tenon_tests(manifest_tests
  SOURCES manifest/bad_manifests_test.cpp manifest/faults_test.cpp manifest/reader_test.cpp
          manifest/warnings_test.cpp manifest/words_test.cpp fakes/fake_ports.cpp
  USES tenon_run)
target_compile_definitions(manifest_tests PRIVATE TENON_BAD_MANIFESTS="${CMAKE_CURRENT_LIST_DIR}/bad")
# A new file is a new test: the program is asked for its tests after it is linked.
file(GLOB bad CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/bad/*)
set_target_properties(manifest_tests PROPERTIES LINK_DEPENDS "${bad}")
