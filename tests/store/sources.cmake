tenon_tests(store_tests SOURCES store/codec_test.cpp store/output_file_test.cpp USES tenon_store)
