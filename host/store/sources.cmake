tenon_host_library(store SOURCES new_file.cpp USES tenon_run)
