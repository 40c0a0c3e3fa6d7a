find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
tenon_host_library(net
  SOURCES client.cpp connect.cpp exchange.cpp inflate.cpp net_error.cpp no_sigpipe.cpp
          plain_stream.cpp pool.cpp
          proxy.cpp request_writer.cpp resolve.cpp response_parser.cpp tls/context.cpp
          tls/reason.cpp tls/stream.cpp url.cpp waiter.cpp
  USES Poco::Net Poco::NetSSL OpenSSL::SSL OpenSSL::Crypto ZLIB::ZLIB)
