tenon_host_library(machine SOURCES pipes.cpp process_shell.cpp system_chance.cpp system_clock.cpp USES tenon_world)
