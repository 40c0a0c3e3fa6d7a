tenon_host_library(words SOURCES suggest.cpp)
