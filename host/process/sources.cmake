tenon_host_library(process SOURCES pipes.cpp process_shell.cpp USES tenon_run)
