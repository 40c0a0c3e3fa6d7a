tenon_host_library(catalog
  SOURCES catalog.cpp descriptor.cpp library.cpp
  USES tenon_run ${CMAKE_DL_LIBS})
