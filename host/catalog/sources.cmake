tenon_host_library(catalog
  SOURCES catalog.cpp descriptor.cpp guest.cpp library.cpp outline.cpp permissions.cpp process_state.cpp process_wide.cpp sizes.cpp
  USES tenon_world ${CMAKE_DL_LIBS})
