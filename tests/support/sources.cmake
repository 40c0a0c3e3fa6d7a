# Programs that a test starts.
add_library(children STATIC ${CMAKE_CURRENT_LIST_DIR}/child.cpp ${CMAKE_CURRENT_LIST_DIR}/process.cpp ${CMAKE_CURRENT_LIST_DIR}/running.cpp)
target_link_libraries(children PRIVATE tenon_flags)
target_include_directories(children PUBLIC ${PROJECT_SOURCE_DIR}/tests)
