# A program of its own: each scenario is one test of ctest, found as those of CppUnit are.
add_executable(scenarios
  scenarios/main.cpp scenarios/gherkin.cpp scenarios/phrases.cpp scenarios/phrases_given.cpp
  scenarios/phrases_then.cpp scenarios/stage.cpp scenarios/network.cpp scenarios/stub_server.cpp
  scenarios/kit_hosts.cpp scenarios/virtual_clock.cpp scenarios/outcome.cpp scenarios/trace.cpp
  scenarios/events_text.cpp scenarios/page.cpp scenarios/examples.cpp
  scenarios/editor_schema.cpp fakes/mortal_journal.cpp)
target_link_libraries(scenarios PRIVATE children tenon_cli tenon_flags Poco::NetSSL Threads::Threads)
target_include_directories(scenarios PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(scenarios PRIVATE
  TENON_SOURCE="${PROJECT_SOURCE_DIR}" GREET_FOLDER="${CMAKE_CURRENT_BINARY_DIR}/greet")
tenon_precompile(scenarios tests_headers)
add_dependencies(scenarios greet)
# A new file is a new test: the program is asked for its tests after it is linked.
file(GLOB features CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.feature)
set_target_properties(scenarios PROPERTIES LINK_DEPENDS "${features}")
tenon_listed_tests(scenarios)
