tenon_archived(YAML_CPP yaml-cpp PkgConfig::YAML_CPP)
tenon_host_library(manifest
  SOURCES characters.cpp columns.cpp json.cpp map_reader.cpp node.cpp scalar.cpp texts.cpp verbatim.cpp yaml.cpp yaml_traps.cpp yaml_words.cpp
  USES tenon_text ${YAML_CPP})
