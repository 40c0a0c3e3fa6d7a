tenon_host_library(manifest
  SOURCES map_reader.cpp node.cpp scalar.cpp suggest.cpp yaml.cpp
  USES PkgConfig::YAML_CPP)
