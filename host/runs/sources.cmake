tenon_host_library(runs SOURCES begin.cpp each.cpp from.cpp life.cpp manifests.cpp pins.cpp version_order.cpp USES tenon_run tenon_world tenon_text tenon_manifest)
