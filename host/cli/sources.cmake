tenon_host_library(cli
  SOURCES app.cpp arguments.cpp declared_input.cpp delivery.cpp drive.cpp end_code.cpp eval_command.cpp events.cpp field_table.cpp from_run.cpp
          given_manifest.cpp graph_command.cpp input.cpp kept_run.cpp key_command.cpp last_words.cpp live_line.cpp long_loops.cpp means.cpp plugins.cpp printable.cpp
          progress.cpp read_file.cpp resume_command.cpp run_check.cpp run_command.cpp run_needs.cpp run_story.cpp run_table.cpp runs_command.cpp sandbox_command.cpp schema_command.cpp schema_parts.cpp
          secret_care.cpp secrets_file.cpp signals.cpp standard_streams.cpp state_options.cpp steps_command.cpp validate_command.cpp
          values.cpp variables.cpp each/inputs.cpp each/records.cpp each/report.cpp each/results.cpp each/run_each.cpp
          editor_schema/authentications.cpp editor_schema/language.cpp
          editor_schema/manifest_schema.cpp editor_schema/task_kinds.cpp new_plugin/files.cpp new_plugin/folder.cpp
          new_plugin/names.cpp new_plugin/plugin_command.cpp
  USES tenon_expr tenon_runs tenon_run tenon_graph tenon_catalog tenon_net tenon_secrets tenon_store
       tenon_events tenon_machine tenon_manifest Poco::Util ${CSV_LIBRARY})
target_compile_definitions(tenon_cli PRIVATE TENON_LIBDIR="${CMAKE_INSTALL_LIBDIR}")

# What `tenon plugin new` writes is a plugin in the tree, under the name greeter, and part of the program.
target_sources(tenon_cli PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/new_plugin_files.cpp)
set(files "")
foreach(name CMakeLists.txt README.md greeter.h greeter.cpp greeter_test.cpp plugin.cpp greeter.yaml)
  set(file ${CMAKE_CURRENT_LIST_DIR}/new_plugin/greeter/${name})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(REGEX REPLACE "^(//|#) SPDX[^\n]*\n" "" text "${text}")
  string(APPEND files "        {\"${name}\", R\"file(${text})file\"},\n")
endforeach()
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/new_plugin_files.cpp CONTENT
"#include \"cli/new_plugin/files.h\"

std::vector<tenon::cli::new_plugin::File> tenon::cli::new_plugin::greeter() {
    return {
${files}    };
}
")
