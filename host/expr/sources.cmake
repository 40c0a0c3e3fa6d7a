tenon_host_library(expr
  SOURCES jq.cpp jq_lexer.cpp jv.cpp path.cpp path_parser.cpp
  USES ${JQ_LIBRARY})
