tenon_host_library(secrets SOURCES secret_store.cpp USES tenon_run tenon_manifest)
