tenon_host_library(events SOURCES event_file.cpp lifecycle.cpp USES tenon_world tenon_text)
