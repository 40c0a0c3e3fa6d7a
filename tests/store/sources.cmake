tenon_tests(store_tests SOURCES store/output_file_test.cpp USES tenon_store)
