tenon_host_library(text SOURCES excerpt.cpp readable.cpp suggest.cpp)
