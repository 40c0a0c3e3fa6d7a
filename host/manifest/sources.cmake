tenon_host_library(manifest
  SOURCES node.cpp scalar.cpp yaml.cpp
  USES PkgConfig::YAML_CPP)
