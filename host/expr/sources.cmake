tenon_host_library(expr
  SOURCES expression.cpp jq.cpp jq_guard.cpp jq_lexer.cpp jv.cpp members_read.cpp path.cpp path_parser.cpp secrets_named.cpp
          shadows.cpp
  USES ${JQ_LIBRARY})
