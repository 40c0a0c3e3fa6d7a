tenon_host_library(world
  SOURCES escapes.cpp html_names.cpp masks.cpp packed.cpp problem.cpp redactor.cpp sealed.cpp
  USES ${CMAKE_DL_LIBS})
