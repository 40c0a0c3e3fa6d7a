tenon_tests(call_tests
  SOURCES call/call_world.cpp call/authentication_test.cpp call/authentication_faults_test.cpp
          call/hostile_texts_test.cpp call/openapi_call_test.cpp call/openapi_plain_http_test.cpp
          call/openapi_refusal_test.cpp call/repeat_test.cpp call/sent_bodies_test.cpp call/shared_by_process_test.cpp call/token_answers_test.cpp
          call/token_lives_test.cpp call/token_test.cpp fakes/mortal_journal.cpp net/script_server.cpp net/line.cpp fakes/fake_ports.cpp
  USES tenon_run tenon_net Poco::NetSSL)
target_include_directories(call_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_CURRENT_LIST_DIR}/../http ${CMAKE_CURRENT_LIST_DIR}/../net)
