tenon_host_library(expr
  SOURCES expression.cpp jq.cpp jq_lexer.cpp jv.cpp path.cpp path_parser.cpp
  USES ${JQ_LIBRARY})
