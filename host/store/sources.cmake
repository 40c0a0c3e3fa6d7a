tenon_host_library(store
  SOURCES manifest_files.cpp output_file.cpp read_file.cpp state.cpp whole_file.cpp USES tenon_world tenon_modules tenon_codec)
add_library(tenon_codec STATIC store/codec_read.cpp store/codec_write.cpp)
target_include_directories(tenon_codec PRIVATE $<TARGET_PROPERTY:tenon_store,INCLUDE_DIRECTORIES>)
target_link_libraries(tenon_codec PUBLIC tenon_api PRIVATE tenon_flags)
# Runs that outlive their process, loaded with their first use.
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
find_package(OpenSSL REQUIRED)
add_library(tenon_state_parts STATIC
  store/state/asked_before.cpp store/state/beginning.cpp store/state/checking.cpp store/state/database.cpp store/state/ending.cpp store/state/faults.cpp store/state/files.cpp
  store/state/folder.cpp store/state/keeper.cpp store/state/kept_run.cpp store/state/key.cpp store/state/life.cpp
  store/state/listing.cpp store/state/locks.cpp store/state/run_faults.cpp store/state/run_head.cpp
  store/state/run_seal.cpp store/state/schema.cpp store/state/seal.cpp store/state/writer.cpp)
target_include_directories(tenon_state_parts PUBLIC $<TARGET_PROPERTY:tenon_store,INCLUDE_DIRECTORIES>)
target_link_libraries(tenon_state_parts PUBLIC tenon_codec tenon_api PkgConfig::SQLITE OpenSSL::Crypto Threads::Threads
                                        PRIVATE tenon_flags)
add_library(tenon_state MODULE store/state/module.cpp)
target_link_libraries(tenon_state PRIVATE tenon_state_parts tenon_flags)
tenon_module(tenon_state store/state.cpp)
add_dependencies(tenon_store tenon_state)
