tenon_host_library(machine SOURCES pipes.cpp process_shell.cpp USES tenon_run)
