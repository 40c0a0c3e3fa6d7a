tenon_host_library(text SOURCES excerpt.cpp readable.cpp rfc3339.cpp suggest.cpp)
