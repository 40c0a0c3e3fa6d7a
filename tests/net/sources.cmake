tenon_tests(net_tests
  SOURCES net/framing_test.cpp net/idle_connections_test.cpp net/response_parser_test.cpp net/response_refusals_test.cpp net/request_writer_test.cpp net/url_test.cpp net/large_requests_test.cpp net/certificate_test.cpp net/tls_test.cpp net/plain_http_test.cpp net/pool_test.cpp net/bells_test.cpp net/guest_test.cpp net/host_gate_test.cpp net/unreachable_test.cpp net/slow_servers_test.cpp net/cancel_test.cpp net/limits_test.cpp net/partial_answer_test.cpp net/resolve_test.cpp net/redirect_test.cpp net/proxy_test.cpp net/proxy_servers_test.cpp net/threads_test.cpp net/certificates.cpp net/line.cpp
          net/script_server.cpp
  USES tenon_net Poco::NetSSL OpenSSL::SSL)
target_include_directories(net_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR})
