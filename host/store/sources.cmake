tenon_host_library(store SOURCES codec_read.cpp codec_write.cpp manifest_files.cpp output_file.cpp read_file.cpp whole_file.cpp USES tenon_world)
