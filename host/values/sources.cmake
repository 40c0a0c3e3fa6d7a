tenon_host_library(values
  SOURCES deleting.cpp machine.cpp number.cpp order.cpp places.cpp placing.cpp points.cpp text.cpp)
