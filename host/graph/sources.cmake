tenon_host_library(graph SOURCES labels.cpp mermaid.cpp USES tenon_manifest)
