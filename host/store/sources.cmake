tenon_host_library(store SOURCES output_file.cpp read_file.cpp whole_file.cpp USES tenon_world tenon_text)
