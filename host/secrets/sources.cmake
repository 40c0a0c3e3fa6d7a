tenon_host_library(secrets SOURCES secret_store.cpp USES tenon_world tenon_text)
