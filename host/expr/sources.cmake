tenon_host_library(expr
  SOURCES
    expression.cpp
    jq.cpp
    jq_guard.cpp
    jq_lexer.cpp
    jv.cpp
    machine.cpp
    members_read.cpp
    path.cpp
    path_parser.cpp
    secrets_named.cpp
    shadows.cpp
    values/number.cpp
    values/order.cpp
    values/text.cpp
  USES ${JQ_LIBRARY} ${ONIG_LIBRARY})
