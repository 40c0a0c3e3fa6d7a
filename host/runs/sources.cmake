tenon_host_library(runs SOURCES manifests.cpp version_order.cpp USES tenon_run tenon_text tenon_manifest)
