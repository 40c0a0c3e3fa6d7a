tenon_host_library(expr
  SOURCES path.cpp path_parser.cpp
  USES ${JQ_LIBRARY})
