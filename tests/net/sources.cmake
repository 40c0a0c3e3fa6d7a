tenon_tests(net_tests
  SOURCES net/bad_servers_test.cpp net/script_server.cpp support/process.cpp
  USES tenon_net)
target_include_directories(net_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
