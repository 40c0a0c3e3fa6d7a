find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
tenon_host_library(net
  SOURCES bells.cpp client.cpp connect.cpp exchange.cpp host_gate.cpp inflate.cpp net_error.cpp no_sigpipe.cpp plain_stream.cpp pool.cpp
          proxy.cpp request_writer.cpp resolve.cpp response_parser.cpp tls.cpp url.cpp waiter.cpp
  USES tenon_world tenon_modules Poco::Net ZLIB::ZLIB)
# https, loaded with its first use.
add_library(tenon_tls MODULE net/tls/context.cpp net/tls/reason.cpp net/tls/stream.cpp)
target_include_directories(tenon_tls PRIVATE $<TARGET_PROPERTY:tenon_net,INCLUDE_DIRECTORIES>
  $<TARGET_PROPERTY:tenon_world,INTERFACE_INCLUDE_DIRECTORIES>)
target_link_libraries(tenon_tls PRIVATE tenon_api tenon_flags Poco::NetSSL OpenSSL::SSL OpenSSL::Crypto)
tenon_module(tenon_tls net/tls.cpp)
add_dependencies(tenon_net tenon_tls)
